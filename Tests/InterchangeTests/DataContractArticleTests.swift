import EcosystemModel
import Foundation
import Testing
import TestSupport

/// The article's tables are what the contract says; `ECOMAP_RECORD=1` writes them.
@Suite(.timeLimit(.minutes(60)))
struct DataContractArticleTests {
  private static let article = "Sources/Interchange/Documentation.docc/DataContract.md"
  private static let start =
    "<!-- Columns: made from the contract by DataContractArticleTests. -->\n"
  private static let end = "<!-- End of the columns. -->\n"

  @Test func theArticleListsEveryColumn() throws {
    let text = try PackageRoot.text(of: Self.article)
    let first = try #require(text.range(of: Self.start))
    let last = try #require(text.range(of: Self.end))
    let wanted = TableName.allCases.map(section).joined()
    guard text[first.upperBound..<last.lowerBound] != wanted else { return }
    guard ProcessInfo.processInfo.environment["ECOMAP_RECORD"] == "1" else {
      Issue.record("\(Self.article) is not what the contract says; ECOMAP_RECORD=1 writes it.")
      return
    }
    let new = text[..<first.upperBound] + wanted + text[last.lowerBound...]
    try String(new).write(
      toFile: PackageRoot.path(Self.article), atomically: true, encoding: .utf8)
  }

  private func section(_ table: TableName) -> String {
    let rows = table.columns.map { column in
      let name = column.isRequired ? "**\(column.name)**" : column.name
      let list = column.isList ? ", a list" : ""
      let aliases =
        column.aliases.isEmpty ? "" : ". Also: `\(column.aliases.joined(separator: "`, `"))`"
      return "| \(name) | \(column.form)\(list) | \(column.meaning)\(aliases) |\n"
    }
    return "\n#### \(table.rawValue)\n\n\(table.meaning)\n\n"
      + "| column | form | meaning |\n| --- | --- | --- |\n\(rows.joined())\n"
  }
}
