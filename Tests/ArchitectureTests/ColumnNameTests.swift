import EcosystemModel
import TestSupport
import Testing

/// Outside the contract no string names a column: `Committee.column(\.leadDays)` does, or the property itself is read.
@Suite(.timeLimit(.minutes(60)))
struct ColumnNameTests {
  static let files = PackageRoot.swiftFiles(in: "Sources").filter {
    !$0.hasPrefix("Sources/Benchmarks/") && !$0.hasPrefix("Sources/EcosystemModel/Contract/")
      && !declares($0)
  }

  /// The files of rows declare their columns beside their properties.
  private static func declares(_ path: String) -> Bool {
    path.hasPrefix("Sources/EcosystemModel/Entities/")
      || path.hasPrefix("Sources/EcosystemModel/Ties/")
  }

  private static let names = Set(TableName.allCases.flatMap { $0.columns.map(\.name) })

  /// What takes the name of a column.
  private static let takers = [
    "value(of: ", "hasColumn(", "referredIDs(in: ", "references(in: ", "column: ",
  ]

  @Test(arguments: files)
  func noStringNamesAColumn(path: String) throws {
    let file = try SourceText(path)
    // Nodes and edges of Graphviz have attributes of their own.
    let drawsGraphs =
      file.room == "GraphvizKit" || file.imports.contains { $0.module == "GraphvizKit" }
    for (number, line) in file.lines.enumerated()
    where !line.drop(while: \.isWhitespace).hasPrefix("///") {
      for name in Self.columnsNamed(in: String(line), drawsGraphs: drawsGraphs) {
        Issue.record("\(path):\(number + 1) names the column “\(name)”; take it from the contract.")
      }
    }
  }

  /// Whole strings that only columns are called, and those where the name of a column is expected.
  private static func columnsNamed(in line: String, drawsGraphs: Bool) -> [String] {
    let takers = drawsGraphs ? takers : takers + ["attributes["]
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    return parts.indices.filter { $0 % 2 == 1 && names.contains(parts[$0]) }.filter { position in
      parts[position].contains("_") || takers.contains { parts[position - 1].hasSuffix($0) }
    }.map { parts[$0] }
  }

  @Test(arguments: [
    (#"let x = row["lead_days"]"#, 1), (#"value(of: "company", for: x)"#, 1),
    (#"graph.attributes["label"] = 1"#, 1), (#"print("hours")"#, 0), (#"column: "none""#, 0),
  ])
  func theScanSees(line: String, count: Int) {
    #expect(Self.columnsNamed(in: line, drawsGraphs: false).count == count)
  }
}
