/// A set of small numbers that is emptied in ascending order, in time that depends on its members only.
///
/// Three levels of 64-way bits: sorting a few hundred touched positions costs about a nanosecond each.
struct OrderedBitSet: ~Copyable {
  private let words: Scratch<UInt64>
  private let groups: Scratch<UInt64>
  private let summaries: Scratch<UInt64>

  init(count: Int) {
    let wordCount = count / 64 + 1
    let groupCount = wordCount / 64 + 1
    words = Scratch(repeating: 0, count: wordCount)
    groups = Scratch(repeating: 0, count: groupCount)
    summaries = Scratch(repeating: 0, count: groupCount / 64 + 1)
  }

  @inline(__always)
  func insert(_ number: Int) {
    words[number >> 6] |= 1 << UInt64(number & 63)
    groups[number >> 12] |= 1 << UInt64((number >> 6) & 63)
    summaries[number >> 18] |= 1 << UInt64((number >> 12) & 63)
  }

  /// Calls `body` with every member, ascending, and leaves the set empty.
  @inline(__always)
  func drain(_ body: (Int) -> Void) {
    for summary in 0..<summaries.count where summaries[summary] != 0 {
      var summaryBits = summaries[summary]
      summaries[summary] = 0
      while summaryBits != 0 {
        let group = summary << 6 | summaryBits.trailingZeroBitCount
        summaryBits &= summaryBits - 1
        var groupBits = groups[group]
        groups[group] = 0
        while groupBits != 0 {
          let word = group << 6 | groupBits.trailingZeroBitCount
          groupBits &= groupBits - 1
          var bits = words[word]
          words[word] = 0
          while bits != 0 {
            body(word << 6 | bits.trailingZeroBitCount)
            bits &= bits - 1
          }
        }
      }
    }
  }
}
