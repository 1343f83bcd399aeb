/// A small dense system of linear equations with a symmetric, positive definite matrix.
struct SymmetricSystem {
  private let size: Int
  private var entries: [Double]
  var rightSide: [Double]

  init(size: Int) {
    self.size = size
    entries = [Double](repeating: 0, count: size * size)
    rightSide = [Double](repeating: 0, count: size)
  }

  /// An entry of the lower half, `column <= row`.
  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  /// The solution by Cholesky factors; a direction without curvature is left at zero.
  func solved() -> [Double] {
    var factor = self
    var solution = rightSide
    let scale = (0..<size).reduce(0) { max($0, self[$1, $1]) }
    var isFlat = [Bool](repeating: false, count: size)
    for row in 0..<size {
      for column in 0...row {
        var sum = factor[row, column]
        for inner in 0..<column { sum -= factor[row, inner] * factor[column, inner] }
        if row == column {
          isFlat[row] = sum <= scale * 1e-14
          factor[row, row] = isFlat[row] ? 1 : sum.squareRoot()
        } else {
          factor[row, column] = isFlat[column] ? 0 : sum / factor[column, column]
        }
      }
      for column in 0..<row { solution[row] -= factor[row, column] * solution[column] }
      solution[row] = isFlat[row] ? 0 : solution[row] / factor[row, row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      for lower in (row + 1)..<max(size, row + 1) {
        solution[row] -= factor[lower, row] * solution[lower]
      }
      solution[row] = isFlat[row] ? 0 : solution[row] / factor[row, row]
    }
    return solution
  }
}
