import EcosystemModel
import Interchange
import TestSupport
import Testing

@testable import Insights

@Suite("What changed between two states")
struct EcosystemComparisonTests {
  private static let days = (CalendarDate.on("2019-05-01"), CalendarDate.on("2020-06-01"))

  private func compared(_ before: Snapshot, _ after: Snapshot) -> EcosystemComparison {
    EcosystemComparison(
      from: .init(before, called: "then"), to: .init(after, called: "now"), isSameDataset: true)
  }

  private func reform() throws -> (Snapshot, Snapshot, EcosystemComparison) {
    let ecosystem = try AdviceTests.packaged("enhertu")
    let (before, after) = (ecosystem.on(Self.days.0), ecosystem.on(Self.days.1))
    return (before, after, compared(before, after))
  }

  @Test("the reform of Enhertu is the difference of its tables")
  func reformIsADifferenceOfSets() throws {
    let (before, after, found) = try reform()
    let old = Set(before.ecosystem.memberships)
    let new = Set(after.ecosystem.memberships)
    func names(_ seats: Set<Membership>, _ ecosystem: Ecosystem) -> Set<String> {
      let names = PartyNames(ecosystem)
      return Set(
        seats.map { "\(names[.person($0.person)]) on \(names[.committee($0.committee)])" })
    }
    func listed(_ act: EcosystemChange.Act) -> Set<String> {
      Set(
        found.entries.filter { $0.change.table == .memberships && $0.change.act == act }
          .map(\.name))
    }
    #expect(listed(.added) == names(new.subtracting(old), after.ecosystem))
    #expect(listed(.removed) == names(old.subtracting(new), before.ecosystem))
    let committees = found.entries.filter { $0.change.table == .committees }
    #expect(
      committees.filter { $0.change.act == .added }.map(\.name)
        == ["Breast JLT", "Lung JLT", "Gastric JLT", "Colorectal JLT"])
    let rate = try #require(committees.first { $0.name == "Joint Executive Committee" })
    #expect(rate.change.cells.map(\.column) == ["hours", "approval_rate"])
    #expect(rate.oldTexts == ["6", "0.4"] && rate.newTexts == ["2", "1"])
  }

  @Test("its figures are those of the answers")
  func figuresAgree() throws {
    let (before, after, found) = try reform()
    func figure(_ name: String) -> [Double?] {
      let figure = found.figures.first { $0.figure == name }
      return [figure?.before, figure?.after]
    }
    let days = try after.answer(EscalationComparisonQuestion(before: Self.days.0)).averages
    #expect(figure("days until a decision") == [days?.before, days?.after])
    let loads = try [before, after].map { try $0.answer(LoadQuestion()) }
    #expect(figure("people who carry too much") == loads.map { Double($0.overloadedCount) })
    let hours = figure("hours a month of all duties")
    for (hours, load) in zip(hours, loads) {
      #expect(abs((hours ?? 0) - load.concentration.total) < 1e-6)
    }
    let overlaps = try [before, after].map { try $0.answer(OverlapQuestion()) }
    #expect(
      figure("people on two or more committees") == overlaps.map { Double($0.bridgeCount) })
    #expect(
      figure("pairs of committees that share somebody")
        == overlaps.map { Double($0.overlappingPairCount) })
    let load = try #require(found.figures.first { $0.figure == "people who carry too much" })
    #expect(load.because.count == 5 && load.because.allSatisfy { $0.hasPrefix("+ ") })
  }

  @Test("a state has nothing against itself")
  func sameIsSame() throws {
    let (before, _, _) = try reform()
    let found = compared(before, before)
    #expect(found.isSame && found.figures.allSatisfy { !$0.isChanged })
    #expect(found.summary == ["Nothing changed from then to now."])
  }

  @Test("every change has a row of its own", arguments: Seeds.upTo(10))
  func tablesListEverything(seed: UInt64) throws {
    let (old, new) = (Ecosystem.random(seed: seed), Ecosystem.random(seed: seed + 7))
    let found = EcosystemComparison(
      from: .init(old.on(nil), called: "a"), to: .init(new.on(nil), called: "b"),
      isSameDataset: false)
    let named = found.tables[0].rows.map { row in
      if case .text(let name) = row[2] { name } else { "" }
    }
    #expect(Set(named) == Set(found.entries.map(\.name)))
    for format in FindingsFormat.allCases { #expect(try !found.text(format).isEmpty) }
  }

  @Test("the order of rows changes no figure", arguments: Seeds.upTo(10))
  func orderChangesNoFigure(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    var turned = ecosystem
    turned.people = Roster(ecosystem.people.reversed())
    turned.committees = Roster(ecosystem.committees.reversed())
    turned.memberships = Rows(ecosystem.memberships.reversed())
    turned.relationships.reverse()
    turned.handoffs = Rows(ecosystem.handoffs.reversed())
    let found = EcosystemComparison(
      from: .init(ecosystem.on(nil), called: "a"), to: .init(turned.on(nil), called: "b"),
      isSameDataset: false)
    #expect(found.isSame)
    for figure in found.figures { #expect(!figure.isChanged && figure.because.isEmpty) }
  }

  @Test("another chair is named")
  func chairs() {
    var old = Ecosystem()
    let body = old.addCommittee("JDC")
    let people = ["Ann", "Bo"].map { old.addPerson($0) }
    var new = old
    for (place, person) in people.enumerated() {
      old.seat(person, on: body, as: place == 0 ? .chair : .member)
      new.seat(person, on: body, as: place == 1 ? .chair : .member)
    }
    let found = compared(old.on(nil), new.on(nil))
    #expect(found.rechaired.map(\.before) == [["Ann"]] && found.rechaired.map(\.after) == [["Bo"]])
    #expect(found.entries.map(\.change.sorts) == [[.rechaired], [.rechaired]])
    #expect(found.summary.contains("JDC is led by Bo in place of Ann."))
  }
}
