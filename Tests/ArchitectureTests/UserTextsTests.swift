import Foundation
import TestSupport
import Testing

/// Every text that a user can meet stands in one file, so that a change of words shows in a diff, and none has a known stumble.
@Suite(.timeLimit(.minutes(5)))
struct UserTextsTests {
  /// A text as it stands in the source, with `{}` for what is filled in.
  private struct Text {
    let words: String
    let file: String
  }

  /// The rooms that speak to people; the others hold no words.
  private static let rooms = [
    "Cartography", "Commands", "Ecomap", "EcosystemModel", "Insights", "Interchange", "Publishing",
    "Viewer",
  ]
  /// Words of other languages and programs, which nobody reads as a text of ours.
  private static let passedOver = ["/Vocabulary/", "TimeZoneTable", "ExampleRows+Text"]

  private static let texts: [Text] = {
    var texts: [Text] = []
    for room in rooms {
      for file in PackageRoot.swiftFiles(in: "Sources/\(room)")
      where !passedOver.contains(where: file.contains) {
        guard let source = try? PackageRoot.text(of: file) else { continue }
        texts += StringLiterals(in: source).shown.filter(isText).map { Text(words: $0, file: file) }
      }
    }
    return texts
  }()

  /// Two words with a blank between them, and not code of another program.
  private static func isText(_ literal: String) -> Bool {
    let words = literal.split(separator: " ").filter { $0.count { $0.isLetter } > 1 }
    let isCode =
      literal.hasPrefix("nx.") || literal.contains("=\\\"") || literal.hasPrefix("http")
      || literal.contains("{ ") && literal.contains("; }")
    return words.count > 1 && !isCode
  }

  @Test(.tags(.golden)) func everyTextStandsInOneFile() {
    let lines = Set(
      Self.texts.map { text in
        "\(text.words.replacing("\n", with: "\\n"))\t\(text.file)"
      }
    ).sorted()
    #expect(lines.count > 2000)
    Golden.expect(lines.joined(separator: "\n") + "\n", named: "texts.tsv")
  }

  /// What a native reader would stumble over, and what it is.
  private static let stumbles: [(pattern: String, fault: String)] = [
    (#"\b(tie|ties|tied)\b"#, "a relationship or link is no tie"),
    (#"\bbox(es)?\b"#, "a company, committee or seat is no box"),
    (#"[Ww]ho lives in"#, "prose that reads translated"),
    (
      #"\b([Nn]obody|[Nn]othing|[Nn]o one)\b( \w+){0,3} (no|not|never|nobody|nothing)\b"#,
      "double negation"
    ),
    (#"\w\([e]?s\)"#, "a plural in brackets"),
    (#"[“”].*\\"|\\".*[“”]"#, "straight and curly quotes mixed"),
    (
      #"(?<![\w{}] )\b1 (companies|people|committees|seats|links|rows|handoffs|days)\b"#,
      "one of several"
    ),
    (#"\b(a|an|the|of|to|in|is|are|and|with|for) \1\b"#, "a word twice"),
    (#"[a-z,;](?<!\\n) {2,}[a-z]"#, "two blanks"),
    (#" [,;.!](\s|$)"#, "a blank before a sign"),
    (#"\b(informations|persons|datas|softwares|advices)\b"#, "a plural that there is not"),
  ]

  @Test(arguments: stumbles.indices) func noTextHasAKnownStumble(position: Int) throws {
    let (pattern, fault) = Self.stumbles[position]
    let expression = try NSRegularExpression(pattern: pattern)
    for text in Self.texts where !Self.isListing(text.words) {
      // Formats of other programs have words of their own.
      guard !text.file.contains("/Exchange/") else { continue }
      let range = NSRange(text.words.startIndex..., in: text.words)
      #expect(
        expression.firstMatch(in: text.words, range: range) == nil,
        "\(text.file): \(fault): \(text.words)")
    }
  }

  /// Help with examples in columns.
  private static func isListing(_ words: String) -> Bool {
    words.contains("EXAMPLES") || words.contains("FORMATS")
  }
}
