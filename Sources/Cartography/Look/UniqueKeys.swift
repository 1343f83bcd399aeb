/// Makes names that every output format can hold, never the same twice.
package struct UniqueKeys {
  private var taken: Set<String> = []
  private let length: Int
  private let numberedBy: String
  private let fold: (String) -> String
  private let isSafe: (Unicode.Scalar) -> Bool

  /// Names of letters, digits, `_` and single `-`.
  init() {
    length = 80
    numberedBy = "_"
    fold = { $0 }
    isSafe = { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" }
  }

  private init(asciiUpTo length: Int) {
    self.length = length
    numberedBy = "-"
    fold = { $0.lowercased() }
    isSafe = { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
  }

  /// Names of small ASCII letters, digits and single `-`, for files and addresses.
  package static var asciiOnly: UniqueKeys { UniqueKeys(asciiUpTo: 60) }

  /// The key for a text, with a number at its end where the plain one is taken.
  package mutating func key(_ text: String) -> String {
    var plain = ""
    for scalar in fold(text).unicodeScalars.prefix(length) {
      if isSafe(scalar) {
        plain.unicodeScalars.append(scalar)
      } else if !plain.hasSuffix("-") {
        plain.append("-")
      }
    }
    var key = plain
    var number = 2
    while !taken.insert(key).inserted {
      key = "\(plain)\(numberedBy)\(number)"
      number += 1
    }
    return key
  }
}
