import Cartography
import Insights
import Testing

@testable import Publishing

struct TableLayoutTests {
  private static func table(columns: Int, rows: Int, word: String) -> FindingsTable {
    var table = FindingsTable(
      id: "t", title: "T", method: "", columns: (0..<columns).map { .init("Column \($0)") })
    for row in 0..<rows { table.append((0..<columns).map { .text("\(word) \(row) \($0)") }) }
    return table
  }

  @Test(arguments: [(1, 0), (1, 1), (5, 100), (12, 40), (40, 3)])
  func everyCellIsOnAPageThatFits(shape: (columns: Int, rows: Int)) {
    let table = Self.table(columns: shape.columns, rows: shape.rows, word: "cell")
    let pages = TableLayout(table, width: 916).pages(first: 300, height: 400)
    var seen: Set<[Int]> = []
    for (number, page) in pages.enumerated() {
      #expect(page.width <= 916.001)
      #expect(page.height <= (number == 0 ? 300 : 400))
      for row in page.rows {
        for column in page.columns { seen.insert([row.position ?? -1, column]) }
      }
    }
    #expect(seen.count == shape.rows * shape.columns)
  }

  @Test func endlessWordsAreCutWithASign() {
    let table = Self.table(columns: 3, rows: 2, word: String(repeating: "x", count: 10_000))
    let pages = TableLayout(table, width: 916).pages(first: 400, height: 400)
    let cell = pages[0].rows[0].cells[0]
    #expect(cell.count <= 6)
    #expect(cell.last?.hasSuffix("…") ?? false)
  }
}
