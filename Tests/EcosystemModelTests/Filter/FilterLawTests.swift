import EcosystemModel
import TestSupport
import Testing

/// What a filter keeps equals what a plain reading of the tables keeps.
@Suite struct FilterLawTests {
  /// The alliance of a committee by walking up, a step at a time.
  private static func alliance(of committee: Committee, in ecosystem: Ecosystem) -> Alliance? {
    var current: Committee? = committee
    for _ in 0...ecosystem.committees.count {
      if let own = ecosystem.alliances[current?.alliance] { return own }
      current = ecosystem.committees[current?.parent]
    }
    return nil
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func allianceColumnsReachCommitteesSeatsAndCompanies(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    guard ecosystem.alliances.contains(where: { $0.stage == "launch" }) else { return }
    let filter = Filter([Condition("stage", .equal, ["Launch"])], showing: [.companies])
    let committees = ecosystem.committees.filter {
      Self.alliance(of: $0, in: ecosystem)?.stage == "launch"
    }
    let companies = Set(
      ecosystem.alliances.filter { $0.stage == "launch" }.flatMap(\.companies))
    let filtered = try ecosystem.on(nil).filtered(by: filter)
    let left = filtered.ecosystem
    #expect(left.committees.map(\.id) == committees.map(\.id))
    #expect(
      Set(left.companies.map(\.id)).filter { !filtered.bystanders.contains(.company($0)) }
        == companies)
    #expect(
      left.memberships
        == ecosystem.memberships.filter {
          committees[$0.committee] != nil && left.people[$0.person] != nil
            && !filtered.bystanders.contains(.person($0.person))
        })
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func conditionAndItsOppositeShareNothingAndLeaveNothing(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed).on(nil)
    guard snapshot.ecosystem.companies.contains(where: { $0.region == "Europe" }),
      snapshot.ecosystem.companies.contains(where: { $0.region != "Europe" })
    else { return }
    func companies(_ comparison: Condition.Comparison) throws -> Set<Company.ID> {
      let filter = Filter([Condition("region", comparison, ["Europe"])], showing: [.companies])
      let left = try snapshot.filtered(by: filter)
      return Set(left.ecosystem.companies.map(\.id)).filter {
        !left.bystanders.contains(.company($0))
      }
    }
    let (with, without) = (try companies(.equal), try companies(.notEqual))
    #expect(with.isDisjoint(with: without))
    #expect(with.union(without) == Set(snapshot.ecosystem.companies.map(\.id)))
  }

  /// Filtering twice keeps what filtering by both conditions keeps, where one row decides each.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func referencesStayWhole(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    for text in ["region=Japan", "stage=development", "seniority<=3", "Tier=2", "role=chair"] {
      let filter = Filter([try #require(Condition(text))])
      guard
        let left = try? ecosystem.on(nil).filtered(
          by: filter
        ).ecosystem
      else { continue }
      let whole = Set(left.references)
      for seat in left.memberships {
        #expect(whole.contains(.person(seat.person)))
        #expect(whole.contains(.committee(seat.committee)))
      }
      for tie in left.relationships { #expect(whole.isSuperset(of: [tie.from, tie.to])) }
      for handoff in left.handoffs { #expect(whole.isSuperset(of: [handoff.from, handoff.to])) }
      for alliance in left.alliances {
        #expect(alliance.companies.allSatisfy { left.companies[$0] != nil })
        #expect(alliance.manager.map { left.people[$0] != nil } ?? true)
      }
      for committee in left.committees {
        #expect(committee.parent.map { left.committees[$0] != nil } ?? true)
        #expect(committee.alliance.map { left.alliances[$0] != nil } ?? true)
      }
    }
  }
}
