import GraphvizKit
import Testing

@testable import Cartography

@Suite struct SheetTests {
  /// Nothing of their looks tells title, legend and footer apart: they are told apart from where they are made.
  @Test func partsKeepTheirPlacesWhateverTheyLookLike() {
    var theme = Theme.named(.light)
    theme.mutedText = theme.text
    var diagram = Diagram(
      kind: .map(.people), title: "A title", footer: "12 of 12 people; all dates", summary: "",
      theme: theme)
    diagram.legend = [
      LegendSection(
        title: "", entries: [.init(sample: .none, text: "a meaning that looks like the footer")])
    ]
    let sheet = SheetComposer(diagram: diagram, mapWidth: 400, mapHeight: 300).compose().sheet
    #expect(sheet.title.map(\.line.text) == ["A title"])
    #expect(sheet.footer.map(\.line.text) == ["12 of 12 people; all dates"])
    #expect(sheet.legend.count == 2 && sheet.guides.isEmpty)
    #expect(sheet.beforeMap.count == 1 && sheet.afterMap.count == 3)
  }

  /// Columns of a long section hold all that it says, in its order, under one title, and tear no entry apart.
  @Test(arguments: 1...14)
  func longSectionsStandInColumns(rows: Int) {
    let box = LegendSection.Sample.box(
      shape: .rectangle, fill: Theme.named(.light).text, border: Theme.named(.light).text)
    let section = LegendSection(
      title: "Lines",
      entries: (0..<13).map { .init(sample: $0 % 3 == 2 ? .none : box, text: "entry \($0)") })
    let columns = section.columns(of: rows)
    #expect(columns.flatMap(\.entries) == section.entries)
    #expect(columns[0].title == "Lines")
    #expect(columns.dropFirst().allSatisfy { $0.title == LegendSection.continued })
    #expect(columns.allSatisfy { $0.entries.first?.sample == box })
    #expect(columns.allSatisfy { $0.entries.count <= rows + 1 })
  }

  /// The room that a chart is given before its footer is known holds the usual footer of two lines.
  @Test func roomIsThatOfAUsualFooter() throws {
    var diagram = Diagram(
      kind: .chart(LoadBars.kind), title: "A title", footer: "", summary: "",
      theme: Theme.named(.light))
    let rooms = SheetComposer(diagram: diagram, mapWidth: 0, mapHeight: 0)
      .rooms(footerLines: Footer.usualLines(on: diagram.slide, theme: diagram.theme))
    diagram.footer = String(repeating: "word ", count: 60)
    #expect(Footer.lines(of: diagram.footer, theme: diagram.theme).count == 2)
    let page = SheetComposer(diagram: diagram, mapWidth: 10_000, mapHeight: 10_000).compose()
    let last = try #require(page.sheet.footer.first)
    let room = try #require(rooms.last)
    let unit = page.width / Slide.width
    #expect(last.baseline.y / unit > room.y + room.height)
  }
}
