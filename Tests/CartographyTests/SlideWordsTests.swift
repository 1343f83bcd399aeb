import EcosystemModel
import Insights
import TestSupport
import Testing

@testable import Cartography
import GraphvizKit

/// Pictures speak to readers of slides; how figures were made stands in the description.
@Suite(.timeLimit(.minutes(60)))
struct SlideWordsTests {
  /// Words of methods, and of what a slide has not.
  private static let methods = [
    "details of", "outside the core", "draws", "seed", "Holm", "SDSM", "Leiden", "modularity",
    "ormalised", "tooltip", "hypergeometric", "shape of contacts",
  ]

  private func expectPlain(_ diagram: Diagram) {
    let words =
      [diagram.title, diagram.footer]
      + diagram.legend.flatMap { [$0.title] + $0.entries.map(\.text) }
    for word in words {
      for method in Self.methods { #expect(!word.contains(method), "\(word)") }
    }
  }

  @Test(arguments: Seeds.upTo(6))
  func footersAndLegendsNameNoMethod(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed, scale: 40).on(nil)
    for kind in [MapKind.ecosystem, .people] {
      for level in [nil, RollUp.communities] {
        var view = MapView(kind)
        view.rollUp = level
        view.detail = .names
        view.limit = 12
        view.keepsCore = true
        view.reduction = Reduction(backbone: 0.2)
        var style = MapStyle()
        (style.size, style.colour) = ("betweenness", "degree")
        let content = MapContent.make(of: snapshot, view: view)
        let measures = try? MapMeasures.make(for: style, on: content)
        expectPlain(Diagram.make(of: content, style: style, measures: measures))
      }
    }
    for (_, sheet) in ChartTests.sheets(of: snapshot.ecosystem) { expectPlain(sheet.diagram) }
  }

  @Test func columnsAreCalledAsPeopleCallThem() {
    #expect(ColumnLabel.words(for: "value_usd") == "deal value, USD")
    #expect(ColumnLabel.words(for: "time_to_market") == "time to market")
    #expect(ColumnLabel.words(for: "budget_eur") == "budget, EUR")
    #expect(ColumnLabel.words(for: "region") == "region")
  }

  /// Where no days are known every name stands in full, without an axis.
  @Test func waysWithoutDaysAreNamed() throws {
    var made = Ecosystem()
    let board = made.addCommittee("Steering Board")
    let names = (0..<13).map { "Working Group \($0 + 1)" }
    for name in names { made.addCommittee(name, under: board) }
    let sheet = try #require(
      EscalationDays.laidOut(try made.on(nil).answer(EscalationQuestion()), PictureContext()))
    let labels = sheet.diagram.nodes.flatMap { $0.lines.map(\.text) }
    #expect(Set(names).isSubset(of: labels))
    #expect(sheet.diagram.legend.isEmpty)
    let reader = ChartReader(sheet)
    #expect(reader.smallestLetters >= 9 && reader.isInside && reader.clashes.isEmpty)
  }

  /// What a column writes in place of names is told apart by the names, and by no id.
  @Test func labelsHoldNoIds() {
    var made = Ecosystem()
    for number in 0..<4 {
      made.addCompany("Company \(number)", id: "key\(number)") {
        $0.region = number < 3 ? "Europe" : "Asia"
      }
    }
    let ids = made.companies.map(\.id)
    for other in ids.dropFirst() {
      made.addRelationship(from: .company(ids[0]), to: .company(other))
    }
    var view = MapView(.ecosystem)
    view.label = "region"
    let names = MapContent.make(of: made.on(nil), view: view).nodes.map(\.name)
    #expect(!names.contains { $0.contains("key") })
    #expect(Set(names) == ["Europe, Company 0", "Europe, Company 1", "Europe, Company 2", "Asia"])
  }

  /// Tiers and stages lead from dark to light in their order, in every theme.
  @Test(arguments: ThemeName.allCases)
  func orderedColumnsHaveOrderedColours(name: ThemeName) throws {
    let theme = Theme.named(name)
    for values in [["0", "1", "2", "3"], ["Phase 1", "Phase 2", "Phase 3"]] {
      let order = try #require(ColourScale.order(of: values.reversed()))
      #expect(order == values)
      let scale = ColourScale(title: "tier", values: values, theme: theme, order: order)
      let fills = values.compactMap { scale.fill(of: $0) }
      #expect(Set(fills).count == values.count)
      let contrasts = fills.map { $0.contrast(to: theme.background) }
      #expect(contrasts == contrasts.sorted(by: >), "\(contrasts)")
      #expect(fills.allSatisfy { theme.text.contrast(to: $0) >= 4.5 })
      #expect(scale.legend(shape: .rectangle).entries.map(\.text) == values)
    }
    #expect(ColourScale.order(of: ["Europe", "Asia", "Africa"]) == nil)
    #expect(ColourScale.order(of: ["2019", "2020"]) == nil)
    let stages = ["launch", "negotiation", "development", "commercial"]
    #expect(
      StageOrder.order(of: stages) == ["negotiation", "development", "launch", "commercial"])
    #expect(StageOrder.order(of: stages + ["elsewhere"]) == nil)
  }
}
