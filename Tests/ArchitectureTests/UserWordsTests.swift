import Foundation
import TestSupport
import Testing

/// Readers meet relationships, links, companies, committees, seats and people, never ties and boxes.
@Suite(.timeLimit(.minutes(60)))
struct UserWordsTests {
  /// What formats of others and second names of options say.
  static let exceptions: [(file: String, words: [String])] = [
    ("Sources/GraphvizKit/", ["box"]),
    ("Cartography/Layout/DiagramDOT.swift", ["box"]),
    ("Exchange/Drawing/NetworkDOTWriter.swift", ["shape=box"]),
    ("Exchange/UCINET/VNAFormat.swift", ["*Tie data", "*tie data"]),
    ("Publishing/Report/ReportStyle.swift", ["box-sizing", "border-box"]),
    ("Commands/Options/ReductionOptions.swift", ["least-ties"]),
    ("Insights/Peers/PeerPair.swift", ["bow-tie"]),
    ("Commands/CentralityCommand.swift", ["ties"]),
    ("Centrality/MetricCatalog+Contacts.swift", ["ties"]),
    ("Interchange/Reading/NetworkFiles.swift", ["ties"]),
    ("Cartography/Style/NodeValues.swift", ["ties"]),
    // Kinds as people write them.
    ("EcosystemModel/Ties/RelationshipKind.swift", ["tied"]),
    ("Cartography/Style/DiagramStyler+Lines.swift", ["tie-"]),
    ("Cartography/View/MapContent+Figures.swift", ["ties"]),
  ]

  @Test func noTextSaysTieOrBox() throws {
    let open = ["/Benchmarks/"]
    for path in PackageRoot.swiftFiles(in: "Sources") where !open.contains(where: path.contains) {
      let allowed = Self.exceptions.filter { path.contains($0.file) }.flatMap(\.words)
      for (line, text) in StringLiterals(in: try PackageRoot.text(of: path)).found {
        let rest = allowed.reduce(text) { $0.replacing($1, with: "") }
        #expect(
          rest.firstMatch(of: /(?i)\b(ties?|tied|box(es)?)\b/) == nil,
          "\(path):\(line) says “\(text)”")
      }
    }
  }

  @Test func literalsAreFoundInCode() {
    let code = #"""
      let a = "one \(f("two", g(1))) three" // "four"
      let b = """
        five "six" \
        seven
        """
      """#
    let found = StringLiterals(in: code).found
    #expect(found.map(\.text.trimmed) == ["two", "one   three", "five \"six\"    seven"])
    #expect(found.map(\.line) == [1, 1, 2])
  }

  @Test func documentsForUsersSayNeither() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("datasets"))
    let pages =
      ["README.md", "datasets/README.md"] + folders.sorted().map { "datasets/\($0)/README.md" }
    for path in pages where FileManager.default.fileExists(atPath: PackageRoot.path(path)) {
      let text = try PackageRoot.text(of: path).replacing(/`[^`]*`/, with: "")
      #expect(text.firstMatch(of: /(?i)\b(ties?|tied|box(es)?)\b/) == nil, "\(path)")
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
