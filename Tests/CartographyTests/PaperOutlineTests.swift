import Testing

@testable import Cartography

/// On paper there are fewer greys than words: further values have an outline of their own.
struct PaperOutlineTests {
  /// How a box of a value looks.
  private struct Look: Hashable {
    let fill: Colour?
    let stroke: Diagram.Stroke?
  }

  private static let values = (0..<30).flatMap { number in
    Array(repeating: "kind \(String(number + 10))x", count: 31 - number)
  }

  @Test func moreValuesThanGreysAreToldApart() {
    let theme = Theme.named(.print)
    let scale = ColourScale(title: "kind", values: Self.values, theme: theme)
    let distinct = Set(Self.values).sorted()
    let looks = distinct.map { Look(fill: scale.fill(of: $0), stroke: scale.stroke(of: $0)) }
    let greys = theme.distinctCategories.count
    #expect(Set(looks.prefix(3 * greys)).count == 3 * greys)
    let section = scale.legend(
      shape: .rectangle, fills: Set(distinct.compactMap(scale.fill)), fields: [],
      outlined: Set(distinct))
    for value in distinct.prefix(3 * greys) {
      let entries = section.entries.filter { $0.text == value }
      #expect(entries.count == 1, "\(value)")
      guard case .box(_, let fill, _, _, let stroke) = entries.first?.sample else { continue }
      #expect(fill == scale.fill(of: value) && stroke == scale.stroke(of: value) ?? .solid)
    }
  }

  @Test func outlinesStayWhereOtherValuesAreGone() {
    let theme = Theme.named(.print)
    let column = ColumnColours(
      values: Self.values, palette: theme.distinctCategories, fixed: [:])
    let whole = ColourScale(title: "kind", values: Self.values, theme: theme, column: column)
    let part = Self.values.filter { $0.hasSuffix("5x") || $0.hasSuffix("7x") }
    let some = ColourScale(title: "kind", values: part, theme: theme, column: column)
    for value in Set(part) {
      #expect(some.stroke(of: value) == whole.stroke(of: value), "\(value)")
    }
  }

  @Test(arguments: [Theme.Name.light, .dark])
  func onScreensColoursDo(name: Theme.Name) {
    let scale = ColourScale(title: "kind", values: Self.values, theme: Theme.named(name))
    #expect(Set(Self.values).allSatisfy { scale.stroke(of: $0) == nil })
  }
}
