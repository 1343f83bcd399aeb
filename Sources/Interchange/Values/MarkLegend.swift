import EcosystemModel

/// What marks of a grid mean, as a text beside or below it says: `C = Chair, (X) = Alternate`.
enum MarkLegend {
  /// The marks of a text with their meanings; empty where it is no legend.
  static func entries(_ text: String) -> [(mark: String, meaning: String)] {
    guard text.contains("=") else { return [] }
    let parts = text.split(whereSeparator: { ",;|\n\r\u{2028}•".contains($0) })
    var found: [(mark: String, meaning: String)] = []
    for part in parts {
      let halves = part.split(separator: "=", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard halves.count == 2, let mark = halves[0].split(separator: " ").last,
        (1...4).contains(mark.count), halves[1].count > mark.count
      else { return [] }
      found.append((String(mark), halves[1]))
    }
    return found
  }
}
