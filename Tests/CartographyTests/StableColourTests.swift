import GraphCore
import EcosystemModel
import TestSupport
import Testing

@testable import Cartography

/// A colour means the same on every map of a dataset.
struct StableColourTests {
  private func scale(_ shown: [String], of all: [String]) -> ColourScale {
    let theme = Theme.named(.light)
    return ColourScale(
      title: "k", values: shown, theme: theme,
      column: ColumnColours(values: all, palette: theme.distinctCategories, fixed: [:]))
  }

  @Test func aValueKeepsItsColourOrIsOther() {
    var random = SplitMix64(state: 5)
    let words = (0..<19).map { "kind \(UnicodeScalar(UInt8(97 + $0)))" }
    for _ in 0..<60 {
      let all = (0..<80).map { _ in words[Int(random.next() % 19)] }
      let other = Theme.named(.light).otherCategory
      var known: [String: Colour] = [:]
      for _ in 0..<40 {
        let shown = all.filter { _ in random.next() % 6 == 0 }
        let scale = scale(shown, of: all)
        let colours = Set(shown).compactMap { value in
          scale.colour(of: value).map { (value: value, colour: $0) }
        }.filter { $0.colour != other }
        #expect(Set(colours.map(\.colour)).count == colours.count, "two values of one colour")
        for (value, colour) in colours {
          #expect(known[value, default: colour] == colour, "\(value)")
          known[value] = colour
        }
        // The most frequent of the dataset have a colour wherever they are shown.
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        let first = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
        for value in first.prefix(8) where shown.contains(value) {
          #expect(colours.contains { $0.value == value }, "\(value)")
        }
      }
    }
  }

  @Test func numbersAndWordsWithNumbersAscendInTheLegend() {
    for (values, wanted) in [
      (["1", "1", "2", "2", "2", "0"], ["0", "1", "2"]),
      (["Phase 10", "Phase 2", "Phase 2"], ["Phase 2", "Phase 10"]),
      (["b", "a", "b"], ["b", "a"]),
    ] {
      let legend = scale(values, of: values).legend(shape: .rectangle)
      #expect(legend.entries.map(\.text) == wanted)
    }
  }

  @Test func companiesHaveOneColourOnMapsOfPeopleAndOfSeats() {
    let sample = Ecosystem.sample
    let theme = Theme.named(.light)
    let companies = CompanyLooks(of: sample).colours(in: theme)
    func column(_ name: String, of table: EntityReference.Kind?) -> ColumnColours {
      ColumnColours.column(name, of: table, in: sample, beside: companies, theme: theme)
    }
    #expect(column("company", of: nil).ranked == companies.ranked)
    // What boxes of committees are coloured by begins with colours that no company with a seat has.
    let seated = Set(sample.memberships.compactMap { sample.company(of: $0) })
    let kinds = column("kind", of: .committee)
    let names = seated.compactMap { sample.companies[$0]?.name }
    let scale = ColourScale(title: "company", values: names, theme: theme, column: companies)
    let taken = Set(names.compactMap { scale.colour(of: $0) })
    let free = theme.categories.count - taken.count
    #expect(free > 0)
    #expect(Set(kinds.palette.prefix(free)).isDisjoint(with: taken))
    #expect(kinds.palette.count >= min(6, free))
    #expect(Set(kinds.palette).isSubset(of: theme.categories))
  }

  @Test func greysOnPaperAreAsManyAsCanBeToldApart() {
    let theme = Theme.named(.print)
    let fills = [theme.background] + theme.distinctCategories.map(theme.tinted)
    #expect(fills.count >= 5)
    for (position, first) in fills.enumerated() {
      #expect(first.contrast(to: theme.text) >= 4.5)
      for second in fills[(position + 1)...] {
        #expect(ColourVision.normal.difference(first, second) >= 8, "\(first) \(second)")
      }
    }
  }

  @Test func equalSeatsAreEquallyWide() {
    func share(_ name: String, _ count: Int) -> MapContent.CompanyShare {
      .init(company: Company.ID(rawValue: name), name: name, count: count)
    }
    for balances in [
      [[share("AstraZeneca", 4), share("Daiichi Sankyo", 4)], [share("AstraZeneca", 7)]],
      [[share("Amgen", 3), share("UCB", 3)]],
      [[share("A B", 1)], [share("A B", 90), share("A Bee", 40), share("A Beer", 2)]],
    ] {
      var whole = Ecosystem()
      for name in Set(balances.joined().map(\.name)) { whole.addCompany(name) }
      let looks = CompanyLooks(of: whole)
      let scale = SeatScale(balances, names: looks)
      for share in balances.joined() {
        #expect(
          abs(scale.width(for: share.count) - scale.width(for: 1) * Double(share.count)) < 1e-9)
      }
      for balance in balances {
        #expect(balance.reduce(0) { $0 + scale.width(for: $1.count) } <= 300 + 1e-9)
        let texts = scale.texts(for: balance)
        for (share, text) in zip(balance, texts) {
          #expect(
            TextMetrics.width(of: text, size: Diagram.Chip.letters)
              <= scale.width(for: share.count))
        }
        // A company is named where all beside it are.
        let named = balance.map { "\(looks.shortName(of: $0.name)) \($0.count)" }
        #expect(
          texts == named
            || zip(balance, texts).allSatisfy { ["", "\($0.count)"].contains($1) })
        #expect(Set(named).count == named.count)
      }
    }
  }

  @Test func boxesOfOneNameAreToldApart() {
    var view = MapView(.focus)
    for reference in Ecosystem.sample.references {
      (view.focus, view.steps) = (reference, 3)
      let content = MapContent.make(of: Ecosystem.sample.on(nil), view: view)
      #expect(Set(content.nodes.map(\.name)).count == content.nodes.count, "\(reference)")
    }
    var content = MapContent(
      of: Ecosystem.sample.on(nil), view: MapView(.focus), .init(subject: ""))
    let functions = Ecosystem.sample.functions
    content.nodes = functions.map { .init(reference: .function($0.id), name: "Partnering") }
    content.tellNamesApart()
    #expect(Set(content.nodes.map(\.name)).count == functions.count)
    let once = content.nodes
    content.tellNamesApart()
    #expect(content.nodes == once)
  }
}
