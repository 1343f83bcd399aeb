import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("What grows and shrinks over several states")
struct EcosystemGrowthTests {
  private func growth(_ states: [Snapshot], isSame: Bool = true) -> EcosystemGrowth {
    EcosystemGrowth(
      of: states.enumerated().map { .init($0.element, called: "state \($0.offset + 1)") },
      isSameDataset: isSame)
  }

  @Test("what was there, and came, less what went, is what is there", arguments: Seeds.upTo(20))
  func countsAddUp(seed: UInt64) {
    let states = (0..<4).map { Ecosystem.random(seed: seed + UInt64($0)).on(nil) }
    let found = growth(states)
    for (before, after) in zip(found.states, found.states.dropFirst()) {
      for count in after.counts {
        #expect((before[count.table]?.count ?? 0) + count.came - count.went == count.count)
        #expect(
          after.moves.count { $0.table == count.table } == count.came + count.went)
      }
    }
    for (state, snapshot) in zip(found.states, states) {
      for count in state.counts {
        #expect(count.count == snapshot.ecosystem.count(of: count.table))
      }
    }
    let table = found.tables[0]
    #expect(table.columns.count == states.count + 2 && table.rows.count == found.present.count)
    #expect(found.tables.map(\.id) == ["counts", "steps", "moves"])
  }

  @Test("the reform of Enhertu in three steps")
  func reformInSteps() throws {
    let ecosystem = try AdviceTests.packaged("enhertu")
    let days = ["2019-05-01", "2019-09-01", "2020-06-01"].map { CalendarDate.on($0) }
    let found = growth(days.map { ecosystem.on($0) })
    let committees = found.states.map { $0[.committees]?.count ?? 0 }
    #expect(committees == days.map { ecosystem.on($0).ecosystem.committees.count })
    let names = found.states.dropFirst().flatMap(\.moves)
      .filter { $0.table == .committees && $0.way == .came }.map(\.name)
    #expect(Set(names) == ["Breast JLT", "Lung JLT", "Gastric JLT", "Colorectal JLT"])
    #expect(found.summary[0].hasPrefix("In 3 states from state 1 to state 3: "))
  }

  @Test("nothing grows where nothing changes")
  func nothingMoves() {
    let state = Ecosystem.random(seed: 2).on(nil)
    let found = growth([state, state, state])
    #expect(found.moving.isEmpty && found.states.allSatisfy { $0.moves.isEmpty })
    #expect(found.summary == ["In 3 states from state 1 to state 3 nothing came or went."])
  }

  @Test("every column with days tells when to look, but not where nothing comes or goes")
  func daysOfEveryTable() {
    var ecosystem = Ecosystem()
    let company = ecosystem.addCompany("Acme")
    _ = ecosystem.addAlliance("Orion", of: [company]) {
      ($0.signed, $0.expires) = (.on("2018-05-01"), .on("2035-01-01"))
    }
    let board = ecosystem.addCommittee("Board")
    ecosystem.decisions = [
      Decision(matter: "Budget", body: EntityReference(board)),
      Decision(matter: "Plan", body: EntityReference(board)),
    ]
    ecosystem.decisions[0].validity.since = .on("2020-02-01")
    ecosystem.decisions[1].validity.since = .on("2021-03-01")
    #expect(
      EcosystemGrowth.days(of: ecosystem.on(nil), most: 16)
        == [.on("2020-02-01"), .on("2021-03-01")])
    #expect(
      EcosystemGrowth.days(of: ecosystem.on(.on("2020-12-31")), most: 16)
        == [.on("2020-02-01"), .on("2020-12-31")])
  }
}
