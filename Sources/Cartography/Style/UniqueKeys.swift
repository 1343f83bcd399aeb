/// Makes names that every output format can hold: letters, digits, `_`, `.` and single `-`, never the same twice.
struct UniqueKeys {
  private var taken: Set<String> = []

  /// The key for a text, with a number at its end where the plain one is taken.
  mutating func key(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars.prefix(80) {
      let isSafe = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
      if isSafe {
        plain.unicodeScalars.append(scalar)
      } else if !plain.hasSuffix("-") {
        plain.append("-")
      }
    }
    var key = plain
    var number = 2
    while !taken.insert(key).inserted {
      key = "\(plain)_\(number)"
      number += 1
    }
    return key
  }
}
