/// Splits degree margins into ties that are certain, ties that are impossible, and open blocks.
///
/// By Gale and Ryser the *k* largest left degrees cannot exceed Σ min(*c*, *k*) over right degrees *c*.
/// Where they reach it, these nodes are tied to all right nodes of degree above *k*, and no others to
/// those of degree below: the margins fall apart into two independent blocks.
struct MarginDecomposition {
  /// Some classes of both sides with the degrees left to them inside the block.
  struct Block {
    var leftClasses: [Int]
    var leftDegrees: [Int]
    var rightClasses: [Int]
    var rightDegrees: [Int]
  }

  let left: DegreeClasses
  let right: DegreeClasses
  /// The chance of a tie between classes, by left class; final outside the open blocks.
  var probabilities: [Double]

  init(left: DegreeClasses, right: DegreeClasses) {
    self.left = left
    self.right = right
    probabilities = [Double](repeating: 0, count: left.count * right.count)
  }

  /// The blocks whose chances must be fitted.
  mutating func openBlocks() -> [Block] {
    var pending = [
      Block(
        leftClasses: Array(0..<left.count), leftDegrees: left.degrees,
        rightClasses: Array(0..<right.count), rightDegrees: right.degrees)
    ]
    var open: [Block] = []
    while var block = pending.popLast() {
      while removeFixedClasses(from: &block) {}
      if block.leftClasses.isEmpty || block.rightClasses.isEmpty { continue }
      if let parts = split(block) { pending += parts } else { open.append(block) }
    }
    return open
  }

  /// Removes classes tied to nobody or to everybody; returns whether there were any.
  private mutating func removeFixedClasses(from block: inout Block) -> Bool {
    let rightCount = block.rightClasses.reduce(0) { $0 + right.sizes[$1] }
    for (index, leftClass) in block.leftClasses.enumerated()
    where block.leftDegrees[index] == 0 || block.leftDegrees[index] == rightCount {
      if block.leftDegrees[index] > 0 {
        for (column, rightClass) in block.rightClasses.enumerated() {
          probabilities[leftClass * right.count + rightClass] = 1
          block.rightDegrees[column] -= left.sizes[leftClass]
        }
      }
      block.leftClasses.remove(at: index)
      block.leftDegrees.remove(at: index)
      return true
    }
    let leftCount = block.leftClasses.reduce(0) { $0 + left.sizes[$1] }
    for (index, rightClass) in block.rightClasses.enumerated()
    where block.rightDegrees[index] == 0 || block.rightDegrees[index] == leftCount {
      if block.rightDegrees[index] > 0 {
        for (row, leftClass) in block.leftClasses.enumerated() {
          probabilities[leftClass * right.count + rightClass] = 1
          block.leftDegrees[row] -= right.sizes[rightClass]
        }
      }
      block.rightClasses.remove(at: index)
      block.rightDegrees.remove(at: index)
      return true
    }
    return false
  }

  /// The two blocks that a tight prefix of left degrees leaves, or `nil` if there is none.
  private mutating func split(_ block: Block) -> [Block]? {
    let order = block.leftClasses.indices.sorted {
      block.leftDegrees[$0] > block.leftDegrees[$1]
    }
    var nodes = 0
    var ties = 0
    for place in order.indices.dropLast() {
      let row = order[place]
      nodes += left.sizes[block.leftClasses[row]]
      ties += left.sizes[block.leftClasses[row]] * block.leftDegrees[row]
      let room = block.rightClasses.enumerated().reduce(0) { sum, column in
        sum + right.sizes[column.element] * min(block.rightDegrees[column.offset], nodes)
      }
      if ties == room { return halves(of: block, top: Array(order[...place]), nodes: nodes) }
    }
    return nil
  }

  private mutating func halves(of block: Block, top: [Int], nodes: Int) -> [Block] {
    let isTop = Set(top)
    let bottom = block.leftClasses.indices.filter { !isTop.contains($0) }
    let crowded = block.rightClasses.indices.filter { block.rightDegrees[$0] >= nodes }
    let sparse = block.rightClasses.indices.filter { block.rightDegrees[$0] < nodes }
    var sureTies = 0
    for column in crowded {
      sureTies += right.sizes[block.rightClasses[column]]
      for row in top {
        probabilities[block.leftClasses[row] * right.count + block.rightClasses[column]] = 1
      }
    }
    return [
      Block(
        leftClasses: top.map { block.leftClasses[$0] },
        leftDegrees: top.map { block.leftDegrees[$0] - sureTies },
        rightClasses: sparse.map { block.rightClasses[$0] },
        rightDegrees: sparse.map { block.rightDegrees[$0] }),
      Block(
        leftClasses: bottom.map { block.leftClasses[$0] },
        leftDegrees: bottom.map { block.leftDegrees[$0] },
        rightClasses: crowded.map { block.rightClasses[$0] },
        rightDegrees: crowded.map { block.rightDegrees[$0] - nodes }),
    ]
  }
}
