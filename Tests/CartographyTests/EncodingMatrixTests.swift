import EcosystemModel
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Every encoding on every reduction: it is drawn and explained, or what is missing is said.
@Suite(.timeLimit(.minutes(60)))
struct EncodingMatrixTests {
  /// Companies of three regions with a revenue, alliances with areas, more ties than a slide holds.
  static func crowd(_ seed: UInt64) -> Ecosystem {
    var made = Ecosystem.random(seed: seed, scale: 60)
    made.companies = Roster(
      made.companies.enumerated().map { number, company in
        var company = company
        company.region = ["Japan", "Europe", nil][number % 3]
        company.attributes["revenue"] = number % 4 == 0 ? nil : "\(number * 7 % 23)"
        return company
      })
    for (number, alliance) in made.alliances.enumerated() {
      made.alliances.update(alliance.id) { $0.area = ["oncology", "bone"][number % 2] }
    }
    return made
  }

  static func views() -> [MapView] {
    ReductionTests.views.filter { $0.kind == .ecosystem }.flatMap { view in
      [Reduction(), Reduction(groupsTwins: true, leafTies: 2), Reduction(joinsPartners: true)]
        .flatMap { reduction in
          [nil, 7].map { limit in
            var view = view
            (view.reduction, view.limit) = (reduction, limit)
            return view
          }
        }
    }
  }

  @Test(arguments: Seeds.upTo(4))
  func encodingsAreDrawnAndExplainedOrSaidToBeMissing(seed: UInt64) {
    let snapshot = Self.crowd(seed).on(nil)
    for var view in Self.views() {
      (view.group, view.label) = ("region", "region")
      view.highlights = [snapshot.ecosystem.references[0]]
      for (colour, size) in [("region", "revenue"), ("area", "value_usd"), ("revenue", "ties")] {
        var style = MapStyle()
        (style.colour, style.size, style.border, style.width) = (colour, size, size, "count")
        let content = MapContent.make(of: snapshot, view: view)
        let diagram = Diagram.make(of: content, style: style)
        let titles = diagram.legend.map(\.title)
        let texts = diagram.legend.flatMap(\.entries).map(\.text)
        func explains(_ start: String, _ name: String) -> Bool {
          titles.contains { $0.hasPrefix(start) } || diagram.summary.contains("“\(name)”")
        }
        #expect(explains("Colour: \(colour)", colour))
        #expect(explains("Size: ", size) && explains("Outline: ", size))
        #expect(explains("Line width: ", "count"))
        #expect(!texts.contains { $0.contains("0 to 0") })
        #expect(titles.contains("Highlighted") || diagram.footer.contains("not on this map"))
        #expect(content.nodes.contains { $0.group != nil } || diagram.summary.contains("no frames"))
        let several = content.nodes.count { $0.members.count > 1 }
        #expect(several == 0 || diagram.summary.contains("“region” is not written on"))
        var plain = view
        plain.highlights = []
        let unlit = MapContent.make(of: snapshot, view: plain)
        expectFields(Diagram.make(of: unlit, style: style), unlit, snapshot, colour)
      }
    }
  }

  /// The fields of a box count everybody whom it stands for, and its colour speaks for all of them.
  private func expectFields(
    _ diagram: Diagram, _ content: MapContent, _ snapshot: Snapshot, _ column: String
  ) {
    let reading = ColumnReading(column, in: snapshot)
    for (node, box) in zip(content.nodes, diagram.nodes) {
      let said = node.represented.map { reading.statements(about: $0).map(\.text) }
      guard column == "region" else { continue }
      let isMixed = Set(said).count > 1
      if isMixed, !node.represented.allSatisfy({ reading.statements(about: $0).isEmpty }) {
        #expect(box.fill == diagram.theme.fill)
        let counts = box.chips.compactMap { Int($0.text) }
        #expect(counts.count < box.chips.count || counts.reduce(0, +) == node.represented.count)
        for (value, count) in Dictionary(said.joined().map { ($0, 1) }, uniquingKeysWith: +) {
          #expect(box.tooltip.contains("\(value) \(count)"))
        }
      }
    }
  }

  @Test func sumsSizeWhatStandsForSeveral() throws {
    var view = MapView(.ecosystem)
    view.rollUp = .regions
    let snapshot = Self.crowd(1).on(nil)
    let content = MapContent.make(of: snapshot, view: view)
    let values = NodeValues(snapshot: snapshot, measures: nil)
    for node in content.nodes where node.members.count > 1 {
      let own = node.members.compactMap {
        snapshot.value(of: "revenue", for: $0.reference).flatMap(Double.init)
      }
      #expect(values.number(of: "revenue", for: node) == (own.isEmpty ? nil : own.reduce(0, +)))
    }
    var style = MapStyle()
    style.size = "revenue"
    let legend = Diagram.make(of: content, style: style).legend.first {
      $0.title == "Size: revenue"
    }
    let words = (legend?.entries ?? []).map(\.text).joined(separator: " ")
    #expect(words.contains("Where one stands for several: their sum."))
  }

  @Test func anAllianceSpeaksForItsCommitteesAndTheLegendSaysSo() throws {
    var ecosystem = Self.crowd(2)
    for committee in ecosystem.committees {
      ecosystem.committees.update(committee.id) {
        $0.attributes["area"] = nil
        if $0.parent != nil { $0.alliance = nil }
      }
    }
    let snapshot = ecosystem.on(nil)
    var view = MapView(.governance)
    view.group = "area"
    var style = MapStyle()
    style.colour = "area"
    let content = MapContent.make(of: snapshot, view: view)
    for node in content.nodes {
      guard case .committee(let id) = node.reference else { continue }
      let area = snapshot.alliance(of: id).flatMap { ecosystem.alliances[$0]?.area }
      #expect(node.group == area)
    }
    let diagram = Diagram.make(of: content, style: style)
    #expect(diagram.legend.contains { $0.title == "Colour: area of the alliance" })
    let said = diagram.nodes.count { $0.tooltip.contains("area of the alliance: ") }
    #expect(said > 0 && said == content.nodes.count { $0.group != nil })
  }

  @Test func measuresAreColumnsWithScaleTargetAndDay() throws {
    var ecosystem = Self.crowd(3)
    for (number, company) in ecosystem.companies.enumerated() where number % 3 != 0 {
      for (year, value) in [(2015, 2.0), (2018, 4.0)] {
        var score = Score(
          subject: .company(company.id), measure: "Agreement", value: value + Double(number) / 100)
        score.date = CalendarDate(year: year)
        (score.scale, score.target) = ("1-5", 4)
        ecosystem.scores.append(score)
      }
    }
    for day in [CalendarDate.on("2016"), .on("2019")] {
      let snapshot = ecosystem.on(day)
      var view = MapView(.ecosystem)
      view.rollUp = .companies
      var style = MapStyle()
      (style.colour, style.size, style.border) = ("agreement", "agreement", "agreement")
      let content = MapContent.make(of: snapshot, view: view)
      let diagram = Diagram.make(of: content, style: style)
      let section = try #require(diagram.legend.first { $0.title == "Colour: agreement" })
      let words = section.entries.map(\.text).joined(separator: " ")
      #expect(words.contains("scale 1-5, target 4, as of \(day)"))
      #expect(words.contains("no value"))
      for (node, box) in zip(content.nodes, diagram.nodes) {
        guard let value = snapshot.ecosystem.measurements(of: "agreement")[node.reference]?.value
        else {
          if node.reference.kind == .company { #expect(box.fill == diagram.theme.fill) }
          continue
        }
        #expect(box.fill != diagram.theme.fill)
        #expect(box.tooltip.contains("agreement: \(value)"))
      }
    }
  }

  @Test(arguments: Seeds.upTo(6))
  func legendLabelTooltipAndAnswerAgreeOnEveryColumn(seed: UInt64) {
    let whole = Ecosystem.random(seed: seed, scale: 30)
    for day in [nil, CalendarDate.on("2014-06")] {
      let snapshot = whole.on(day)
      for kind in [MapKind.ecosystem, .governance, .people] {
        for column in snapshot.ecosystem.columnNames {
          var view = MapView(kind)
          view.label = column
          var style = MapStyle()
          style.colour = column
          let content = MapContent.make(of: snapshot, view: view)
          let diagram = Diagram.make(of: content, style: style)
          let reading = ColumnReading(column, in: snapshot)
          var answers: Set<String> = []
          for (node, box) in zip(content.nodes, diagram.nodes) {
            let own = snapshot.value(of: column, for: node.reference)
            let said = reading.statements(about: node.reference).map(\.text)
            if let own, reading.source(for: node.reference.kind) == node.reference.kind.table {
              #expect(said == [own], "\(column)")
            }
            answers.formUnion(said)
            guard let first = said.first else { continue }
            // Amounts of millions are written as such.
            let short = Double(first).map(PictureText.ofScale) ?? first
            let isShort = reading.holdsAmounts && abs(Double(first) ?? 0) >= 1e6
            #expect(node.name.hasPrefix(isShort ? short : first), "\(column)")
            if Set(said).count == 1, !NodeValues.counts.contains(column) {
              #expect(box.tooltip.contains(": \(first)"), "\(column)")
            }
          }
          let legend = diagram.legend.first { $0.title.hasPrefix("Colour: \(column)") }
          let categories = (legend?.entries ?? []).filter {
            if case .box(_, let fill, _, _, _) = $0.sample {
              fill != diagram.theme.fill
            } else {
              false
            }
          }.map(\.text)
          for text in categories where !text.hasSuffix(" others") {
            let numbers = content.nodes.flatMap { node -> [Double] in
              let said = reading.statements(about: node.reference).compactMap { Double($0.text) }
              let sum = said.reduce(0, +)
              return said.isEmpty ? [] : [sum, sum / Double(said.count)]
            }
            let isSaid =
              answers.contains(text)
              || numbers.contains { PictureText.ofScale($0) == text }
              || text.split(separator: ", ").allSatisfy { part in
                answers.contains { $0.contains(part) }
              }
            #expect(isSaid, "\(column): \(text)")
          }
        }
      }
    }
  }
}
