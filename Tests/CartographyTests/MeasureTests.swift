import EcosystemModel
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Sizes, colours and widths say what the answers say.
@Suite(.timeLimit(.minutes(60)))
struct MeasureTests {
  private let sample = Ecosystem.sample

  private func people(_ style: MapStyle) throws -> (content: MapContent, diagram: Diagram) {
    let content = MapContent.make(of: sample.on(nil), view: MapView(.people))
    let measures = try MapMeasures.make(for: style, on: content)
    return (content, Diagram.make(of: content, style: style, measures: measures))
  }

  @Test(arguments: ["betweenness", "pagerank", "ties", "constraint"])
  func boxesGrowInTheOrderOfTheRanking(metric: String) throws {
    var style = MapStyle()
    style.size = metric
    style.border = metric
    let (content, diagram) = try people(style)
    let rows = try sample.on(nil).answer(
      CentralityQuestion(of: .people, metrics: [metric], limit: nil)
    ).rows
    let values = Dictionary(uniqueKeysWithValues: rows.map { ($0.entity, $0.values[0].value) })
    let boxes = zip(content.nodes, diagram.nodes).compactMap { node, box in
      (values[node.reference] ?? nil).map { (value: $0, size: box.lines[0].size, box.borderWidth) }
    }
    #expect(boxes.count > 2)
    for first in boxes {
      for second in boxes where first.value < second.value {
        #expect(first.size <= second.size && first.2 <= second.2)
      }
    }
    // The map's own count of ties goes before the metric of that name.
    let title = metric == "ties" ? "links" : MetricCatalog.metric(metric)?.title
    #expect(diagram.legend.contains { $0.title == "Size: \(title ?? "")" })
  }

  @Test(arguments: MetricCatalog.all.map(\.id))
  func everyMetricOfTheCatalogueIsAColourWithItsWords(metric: String) throws {
    var style = MapStyle()
    style.colour = metric
    let content = MapContent.make(of: sample.on(nil), view: MapView(.people))
    let known = try #require(MetricCatalog.metric(metric))
    guard MapMeasures.metric(named: metric, in: sample) != nil else { return }
    let measures: MapMeasures
    do {
      measures = try MapMeasures.make(for: style, on: content)
    } catch {
      // The sample's people have no handoffs.
      #expect(known.need == .directions, "\(error)")
      return
    }
    let diagram = Diagram.make(of: content, style: style, measures: measures)
    let section = try #require(diagram.legend.first { $0.title == "Colour: \(known.title)" })
    #expect(section.entries.allSatisfy { $0.text.count <= LegendSection.longestText })
    let words = section.entries.map(\.text).joined(separator: " ")
    #expect(words.contains("High: " + known.reading))
    #expect(diagram.summary.contains("Highest \(known.title)"))
  }

  @Test func linesAreAsWideAsTheirRowsSay() throws {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      ["a", "b", "c"].map { Company(id: .init($0), name: $0.uppercased()) })
    for (from, to, hours) in [("a", "b", 5.0), ("a", "c", 20), ("b", "c", 5), ("b", "c", 10)] {
      var handoff = Handoff(from: .company(.init(from)), to: .company(.init(to)))
      handoff.hours = hours
      ecosystem.handoffs.append(handoff)
    }
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    var style = MapStyle()
    style.width = "hours"
    let diagram = Diagram.make(of: content, style: style)
    #expect(diagram.edges.map(\.width) == [1, 6, 4.3])
    #expect(diagram.legend.contains { $0.title == "Line width: hours" })
    #expect(MapContent.tieMeasures(of: ecosystem) == ["count", "weight", "hours"])
    style.width = "weight"
    ecosystem.handoffs.removeLast()
    let even = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    #expect(
      Diagram.make(of: even, style: style).footer
        .contains("no two lines differ in “weight”"))
  }

  @Test(arguments: MetricCatalog.all.map(\.id).filter { $0 != "strength" })
  func linesAreAsWideAsTheMetricOfTheirLesserEnd(metric: String) throws {
    var style = MapStyle()
    style.width = metric
    let content = MapContent.make(of: sample.on(nil), view: MapView(.people))
    let known = try #require(MetricCatalog.metric(metric))
    guard known.need != .directions else { return }
    let measures = try MapMeasures.make(for: style, on: content)
    let diagram = Diagram.make(of: content, style: style, measures: measures)
    let values = NodeValues(snapshot: content.snapshot, measures: measures)
    let ends = Dictionary(
      uniqueKeysWithValues: content.nodes.map {
        ($0.reference, values.number(of: metric, for: $0))
      })
    let lines = zip(content.ties, diagram.edges).compactMap { tie, line -> (Double, Double)? in
      guard case .some(.some(let from)) = ends[tie.from], case .some(.some(let to)) = ends[tie.to]
      else { return nil }
      return (min(from, to), line.width)
    }
    #expect(lines.count > 2)
    for first in lines {
      for second in lines where first.0 < second.0 { #expect(first.1 <= second.1) }
    }
    let differs = Set(lines.map(\.0)).count > 1
    #expect(
      diagram.legend.contains { $0.title == "Line width: \(known.title)" } == differs, "\(metric)")
  }

  @Test func rangesAreWrittenWithThreeDigits() {
    #expect(PictureText.ofScale(1_250_000) == "1.25 m")
    #expect(PictureText.ofScale(-34_567_890_123) == "-34.6 bn")
    #expect(PictureText.ofScale(0) == "0")
    #expect(PictureText.ofScale(12) == "12")
    #expect(PictureText.ofScale(0.123456) == "0.123")
    #expect(PictureText.ofScale(1234.56) == "1235")
    #expect(PictureText.ofScale(2.5) == "2.5")
  }

  @Test func longFootersAreSummedUp() throws {
    let filter = Filter(
      (0..<40).map { Condition("name", .notEqual, ["some long value \($0)"]) },
      showing: [.companies])
    var content = try MapContent.make(
      of: sample.on(nil).filtered(by: filter), view: MapView(.ecosystem))
    content.omissions += (0..<9).map {
      .init($0 + 1, .link, "left out for the reason number \($0), which is long")
    }
    let diagram = Diagram.make(of: content)
    #expect(Footer.lines(of: diagram.footer, theme: diagram.theme).count <= 2)
    #expect(diagram.footer.contains("left out for 9 reasons: 45 links"))
    #expect(diagram.footer.contains("filtered by 40 conditions"))
    #expect(diagram.summary.contains("which is long"))
  }

  @Test func summaryNamesPartsAndThoseAlone() {
    var ecosystem = Ecosystem()
    let names = ["a", "b", "c", "d", "e", "f"]
    ecosystem.companies = Roster(names.map { Company(id: .init($0), name: $0.uppercased()) })
    for (from, to) in [("a", "b"), ("a", "c"), ("d", "e")] {
      ecosystem.relationships.append(
        Relationship(from: .company(.init(from)), to: .company(.init(to))))
    }
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.ecosystem))
    let summary = Diagram.make(of: content).summary
    #expect(summary.contains("6 companies and 3 lines"))
    #expect(summary.contains("Linked to the most others: A (2)"))
    #expect(summary.contains("2 parts that no line connects: 3 around A, 2 around D"))
    #expect(summary.contains("1 has no line: F"))
  }
}
