import Testing

@testable import Cartography

struct WidthScaleTests {
  @Test func equalDifferencesAreEqualSteps() throws {
    let scale = try #require(WidthScale(title: "value", values: [1, 2, 3, 4, 5]))
    #expect([1, 2, 3, 4, 5].map(scale.width) == [1, 2.3, 3.5, 4.8, 6])
    #expect(scale.width(for: nil) == 1)
  }

  @Test("One value far above all others does not make hairlines of them")
  func ratiosWhereOneIsFarAbove() throws {
    let scale = try #require(
      WidthScale(title: "weight", values: [4, 90, 120, 480, 900_000]))
    #expect(scale.isLogarithmic)
    let widths = [4, 90, 480, 900_000].map(scale.width)
    #expect(widths.first == 1 && widths.last == 6)
    #expect(widths == widths.sorted() && widths[1] > 1.5 && widths[2] > widths[1])
    let legend = scale.legend("Line width") {
      .line(width: $0, colour: .black, stroke: .solid, arrow: .none)
    }
    #expect(legend.entries.count == 3)
  }

  @Test func valuesAtOrBelowNothingKeepTheirDifferences() throws {
    let scale = try #require(WidthScale(title: "change", values: [-5, 0, 1, 2000]))
    #expect(!scale.isLogarithmic)
  }
}
