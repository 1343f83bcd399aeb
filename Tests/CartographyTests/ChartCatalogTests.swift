import TestSupport
import Testing

@testable import Cartography

/// The catalogue of charts is the only list of them; what is written for people says the same.
@Suite struct ChartCatalogTests {
  @Test func articleListsEveryChart() throws {
    let article = try PackageRoot.text(of: "Sources/Cartography/Documentation.docc/Pictures.md")
    let rows = article.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    #expect(
      rows
        == ChartCatalog.all.map { "| `\($0.name)` | `\($0.kind.rawValue)` | \($0.meaning) |" })
  }

  /// A name of a chart is spelt in the chart's file and nowhere else in the code.
  @Test func nothingElseListsCharts() throws {
    let own = Set(ChartCatalog.all.map { "\($0).swift" })
    let others = PackageRoot.swiftFiles(in: "Sources/Cartography")
      .filter { path in !own.contains { path.hasSuffix("/\($0)") } }
    for path in others {
      let text = try PackageRoot.text(of: path)
      let found = ChartCatalog.all.map { $0.name }.filter { text.contains("\"\($0)\"") }
      #expect(found.count < 2, "\(path) lists \(found.joined(separator: ", ")).")
    }
  }
}
