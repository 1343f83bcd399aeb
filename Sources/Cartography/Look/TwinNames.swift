import EcosystemModel

/// Long names that begin alike, in forms that tell them apart where only the beginning would fit.
struct TwinNames {
  private var short: [String: String] = [:]

  /// What no box shows whole, and what two names that begin alike have in common.
  private static let (long, shared, head) = (50, 24, 20)

  /// Compares all names of a picture.
  ///
  /// - Complexity: O(*n*·log *n*) in the number of names.
  init(_ names: some Sequence<String>) {
    let sorted = Set(names.lazy.filter { $0.utf8.count > Self.long }).sorted()
    for (place, name) in sorted.enumerated() {
      let beside = [place - 1, place + 1].filter(sorted.indices.contains)
      let common = beside.map { name.commonPrefix(with: sorted[$0]) }.max() ?? 0
      guard common > Self.shared, let form = Self.form(of: name, from: common) else { continue }
      short[name] = form
    }
  }

  /// A name's first words and what comes from where it differs; `nil` if hardly anything is between.
  private static func form(of name: String, from common: Int) -> String? {
    let start = name.index(name.startIndex, offsetBy: common)
    let word = name[..<start].lastIndex(where: \.isWhitespace) ?? start
    let first =
      name.prefix(head).lastIndex(where: \.isWhitespace)
      .map { name[..<$0] } ?? name.prefix(head)
    guard name.distance(from: first.endIndex, to: word) > 6 else { return nil }
    return "\(first) … \(name[word...].trimmed)"
  }

  /// The form that tells a name from others; the name itself if none begins like it.
  func telling(_ name: String) -> String { short[name] ?? name }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }
}
