import EcosystemModel
import TestSupport
import Testing

/// Whom committees escalate their disputes to.
@Suite struct DesigneeRuleTests {
  private static let rule = "committee.designee"

  /// A board with a member of seniority 3 and a designee of another seniority; `change` adds to it.
  private func board(
    designee: Int?, _ change: (inout Ecosystem, Person.ID, Committee.ID) -> Void = { _, _, _ in }
  ) -> Ecosystem {
    .made { made in
      let member = made.addPerson("Member") { $0.seniority = 3 }
      let head = made.addPerson("Head") { $0.seniority = designee }
      let board = made.addCommittee("Board") { $0.designee = .person(head) }
      made.seat(member, on: board)
      change(&made, head, board)
    }
  }

  @Test func aPersonMustBeMoreSeniorThanAllWhoVote() throws {
    #expect(try findings(of: Self.rule, in: board(designee: 2)) == [])
    #expect(try findings(of: Self.rule, in: board(designee: nil)) == [])
    for seniority in [3, 4] {
      let found = try findings(of: Self.rule, in: board(designee: seniority))
      #expect(found.count == 1 && found[0].severity == .warning)
      #expect(found[0].column == "escalates_to" && found[0].message.contains("\"Member\""))
    }
    let watched = board(designee: 2) { made, _, board in
      let guest = made.addPerson("Guest") { $0.seniority = 1 }
      made.seat(guest, on: board, as: .observer)
    }
    #expect(try findings(of: Self.rule, in: watched) == [])
  }

  @Test func aPersonMustNotSitThereExceptToObserve() throws {
    let seated = board(designee: 1) { made, head, board in made.seat(head, on: board) }
    #expect(try findings(of: Self.rule, in: seated)[0].message.contains("sits on it"))
    let watching = board(designee: 1) { made, head, board in
      made.seat(head, on: board, as: .observer)
    }
    #expect(try findings(of: Self.rule, in: watching) == [])
  }

  @Test func aCommitteeMustNotBeTheSameOrStandBelow() throws {
    func chain(_ designee: String, of committee: String) -> Ecosystem {
      .made { made in
        let top = made.addCommittee("Top")
        let middle = made.addCommittee("Middle", under: top)
        made.addCommittee("Low", under: middle)
        made.committees.update(.init(committee)) { $0.designee = .committee(.init(designee)) }
      }
    }
    #expect(try findings(of: Self.rule, in: chain("top", of: "low")) == [])
    #expect(try findings(of: Self.rule, in: chain("middle", of: "middle")).count == 1)
    #expect(
      try findings(of: Self.rule, in: chain("low", of: "top"))[0].message.contains("below it"))
    #expect(try findings(of: Self.rule, in: chain("gone", of: "top")) == [])
  }
}
