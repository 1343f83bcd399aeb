/// Lists of numbers, one for each of some things, in two flat columns.
struct NumberLists {
  private let starts: [Int32]
  private let numbers: [Int32]

  /// Puts the second number of each pair into the list of the first.
  ///
  /// - Complexity: O(pairs + lists).
  init(count: Int, _ pairs: [(list: Int32, number: Int32)]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { starts[Int(pair.list) + 1] += 1 }
    for list in 0..<count { starts[list + 1] += starts[list] }
    var next = starts
    var numbers = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      numbers[Int(next[Int(pair.list)])] = pair.number
      next[Int(pair.list)] += 1
    }
    self.starts = starts
    self.numbers = numbers
  }

  /// The numbers in a list, in the order of the pairs.
  subscript(list: Int32) -> ArraySlice<Int32> {
    numbers[Int(starts[Int(list)])..<Int(starts[Int(list) + 1])]
  }
}
