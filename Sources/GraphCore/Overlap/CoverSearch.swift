/// The search for the fewest of some sets that have every element of all of them.
struct CoverSearch {
  /// The fewest sets found.
  private(set) var best: [Int] = []
  /// How many looks at sets and elements are left.
  private(set) var budget: Int

  private let sets: [[Int]]
  /// The sets that have each element, the largest first.
  private let holders: [[Int]]
  private var coverCounts: [Int]
  private var isBanned: [Bool]
  private var chosen: [Int] = []
  private var isCutShort = false

  /// Takes sets of any elements; every one that occurs is to be covered.
  init(_ sets: [[Int]], budget: Int) {
    let elements = Set(sets.joined()).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(elements, elements.indices))
    let numbered = sets.map { $0.compactMap { numbers[$0] } }
    var holders = [[Int]](repeating: [], count: elements.count)
    for (set, elements) in numbered.enumerated() {
      for element in elements { holders[element].append(set) }
    }
    self.sets = numbered
    self.holders = holders.map { list in
      list.sorted { (numbered[$1].count, $0) < (numbered[$0].count, $1) }
    }
    self.budget = budget
    coverCounts = Array(repeating: 0, count: elements.count)
    isBanned = Array(repeating: false, count: sets.count)
  }

  /// Searches, and returns how many sets are needed in any case.
  mutating func run() -> Int {
    best = greedy()
    let least = bound()
    guard least < best.count else { return best.count }
    search()
    return isCutShort ? least : best.count
  }

  /// Sets chosen one after the other by how much they add, without those that later ones made superfluous.
  private func greedy() -> [Int] {
    var counts = coverCounts
    var waiting = [[Int]](repeating: [], count: (sets.map(\.count).max() ?? 0) + 1)
    for (set, elements) in sets.enumerated() { waiting[elements.count].append(set) }
    var chosen: [Int] = []
    for gain in waiting.indices.dropFirst().reversed() {
      for set in waiting[gain] {
        let rest = sets[set].count { counts[$0] == 0 }
        if rest == gain {
          chosen.append(set)
          for element in sets[set] { counts[element] += 1 }
        } else {
          waiting[rest].append(set)
        }
      }
    }
    for set in chosen where sets[set].allSatisfy({ counts[$0] > 1 }) {
      for element in sets[set] { counts[element] -= 1 }
      chosen.removeAll { $0 == set }
    }
    return chosen
  }

  /// How many sets are needed for what is not covered yet.
  private mutating func bound() -> Int {
    let open = holders.indices.filter { coverCounts[$0] == 0 }
      .sorted { (holders[$0].count, $0) < (holders[$1].count, $1) }
    var packed = 0
    var isUsed = [Bool](repeating: false, count: sets.count)
    for element in open where !holders[element].contains(where: { isUsed[$0] && !isBanned[$0] }) {
      packed += 1
      for set in holders[element] { isUsed[set] = true }
    }
    // Each element pays what it can while no set is paid more than one.
    var sizes = [Int](repeating: 0, count: sets.count)
    for element in open {
      for set in holders[element] where !isBanned[set] { sizes[set] += 1 }
    }
    var room = [Double](repeating: 1, count: sets.count)
    var sum = 0.0
    func pay(_ element: Int, _ price: Double) {
      sum += price
      for set in holders[element] { room[set] -= price }
    }
    for element in open {
      let largest = holders[element].reduce(1) { isBanned[$1] ? $0 : max($0, sizes[$1]) }
      pay(element, 1 / Double(largest))
    }
    for element in open {
      let rest = holders[element].reduce(1.0) { isBanned[$1] ? $0 : min($0, room[$1]) }
      if rest > 0 { pay(element, rest) }
    }
    budget -= 4 * open.reduce(0) { $0 + holders[$1].count }
    return max(packed, Int((sum - 1e-6).rounded(.up)))
  }

  private mutating func search() {
    guard budget > 0 else {
      isCutShort = true
      return
    }
    var hardest: (element: Int, count: Int)?
    for element in holders.indices where coverCounts[element] == 0 {
      let count = holders[element].count { !isBanned[$0] }
      budget -= holders[element].count
      guard count > 0 else { return }
      if count < hardest?.count ?? .max { hardest = (element, count) }
    }
    guard let hardest else {
      if chosen.count < best.count { best = chosen }
      return
    }
    guard chosen.count + bound() < best.count else { return }
    let options = holders[hardest.element].filter { !isBanned[$0] }
    for set in options {
      choose(set, by: 1)
      search()
      choose(set, by: -1)
      // What holds it has been searched.
      isBanned[set] = true
    }
    for set in options { isBanned[set] = false }
  }

  private mutating func choose(_ set: Int, by step: Int) {
    for element in sets[set] { coverCounts[element] += step }
    if step > 0 { chosen.append(set) } else { chosen.removeLast() }
  }
}
