import EcosystemModel
import Insights
import TestSupport
import Testing

@testable import Cartography

/// Everything in a picture stands for one day, and for what is inherited on that day.
@Suite struct SnapshotLawTests {
  /// A random ecosystem whose committees had other figures in other years.
  private static func dated(seed: UInt64) -> Ecosystem {
    var made = Ecosystem.random(seed: seed, scale: 30)
    for (number, committee) in made.committees.enumerated() {
      for (year, measure) in [(2011, "approval_rate"), (2014, "Approval rate"), (2015, "hours")] {
        var score = Score(
          subject: .committee(committee.id), measure: measure,
          value: Double((number * 3 + year + Int(seed)) % 9) / 10)
        score.date = CalendarDate(year: year)
        made.scores.append(score)
      }
    }
    return made
  }

  private static let days: [CalendarDate?] = [nil, .on("2012"), .on("2014-06"), .on("2017")]

  @Test("legend and label of a box are of one day", arguments: 0..<16 as Range<UInt64>)
  func legendSaysWhatLabelsSay(seed: UInt64) {
    for day in Self.days {
      let snapshot = Self.dated(seed: seed).on(day)
      for column in ["approval_rate", "hours"] {
        var view = MapView(.governance)
        view.label = column
        let content = MapContent.make(of: snapshot, view: view)
        var style = MapStyle()
        (style.colour, style.size) = (column, column)
        let styler = DiagramStyler(
          content: content, measures: nil, style: style)
        let answers = content.nodes.map { node in
          snapshot.ecosystem.value(of: column, for: node.reference)
        }
        for (node, answer) in zip(content.nodes, answers) {
          // Boxes that share a label are told apart by what follows it.
          if let answer { #expect(node.name.hasPrefix(answer)) }
          #expect(styler.values.value(of: column, for: node) == answer)
        }
        let shown = answers.compactMap { $0.flatMap(Double.init) }.map(PictureText.ofScale)
        let legend = styler.diagram(Provenance()).legend.first { $0.title.hasPrefix("Colour: ") }
        let texts = Set((legend?.entries ?? []).map(\.text).filter { Double($0) != nil })
        #expect(texts.isSubset(of: shown), "\(column) on \(String(describing: day))")
        #expect(shown.isEmpty == texts.isEmpty)
      }
    }
  }

  @Test("colours of companies are the same on every day", arguments: 0..<8 as Range<UInt64>)
  func coloursStay(seed: UInt64) {
    let whole = Self.dated(seed: seed)
    var style = MapStyle()
    style.colour = "company"
    let looks = Self.days.map { day -> [String: Colour] in
      let content = MapContent.make(of: whole.on(day), view: MapView(.people))
      let styler = DiagramStyler(
        content: content, measures: nil, style: style)
      let names = content.nodes.compactMap { styler.values.value(of: "company", for: $0) }
      return Dictionary(
        names.compactMap { name in styler.colours?.colour(of: name).map { (name, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    for look in looks {
      for (name, colour) in look where looks[0][name] != nil {
        #expect(looks[0][name] == colour, "\(name)")
      }
    }
  }

  @Test(
    "the committees of an alliance are the same in filter, part and hierarchy",
    arguments: 0..<24 as Range<UInt64>)
  func committeesOfAnAlliance(seed: UInt64) throws {
    var whole = Ecosystem.random(seed: seed, scale: 30)
    for (number, committee) in whole.committees.enumerated() where number % 2 == 0 {
      whole.committees.update(committee.id) { $0.alliance = nil }
    }
    for day in Self.days {
      let snapshot = whole.on(day)
      for alliance in snapshot.ecosystem.alliances {
        let own = snapshot.committees(of: alliance.id).map { EntityReference.committee($0.id) }
        let part = snapshot.within(alliance.id)
        #expect(part.ecosystem.committees.map { .committee($0.id) } == own)
        #expect(part.ecosystem.committees.allSatisfy { part.alliance(of: $0.id) == alliance.id })
        // A seat held for a company behind a firewall stays, and the company is not told.
        let seats = snapshot.ecosystem.memberships.filter {
          own.contains(.committee($0.committee))
        }.map { seat in
          var seat = seat
          if let company = seat.company, part.ecosystem.companies[company] == nil {
            seat.company = nil
          }
          return seat
        }
        #expect(Array(part.ecosystem.memberships) == seats)
        for value in [alliance.id.rawValue, alliance.name] where !own.isEmpty {
          let filter = Filter(
            [Condition("alliance", .equal, [value])], showing: MapKind.governance.tables)
          let content = try MapContent.make(
            of: snapshot.filtered(by: filter), view: MapView(.governance))
          #expect(content.nodes.map(\.reference) == own, "\(alliance.name)")
        }
      }
    }
  }
}
