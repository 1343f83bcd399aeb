/// A set of people by their positions in the roster, one bit each.
struct PersonSet: Hashable {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ person: Int) { words[person >> 6] |= 1 << UInt64(person & 63) }

  func contains(_ person: Int) -> Bool { words[person >> 6] >> UInt64(person & 63) & 1 == 1 }

  mutating func formUnion(_ other: PersonSet) {
    for word in words.indices { words[word] |= other.words[word] }
  }

  /// The number of people in the set.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The number of people in both sets.
  func sharedCount(_ other: PersonSet) -> Int {
    var count = 0
    for word in words.indices { count += (words[word] & other.words[word]).nonzeroBitCount }
    return count
  }
}
