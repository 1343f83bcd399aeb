import EcosystemModel

extension HandoffDescriber {
  /// The working hours of everyone who takes part, of each company, and of each team whose members work by different clocks.
  ///
  /// A team is a function that leads others: those under it, and the function itself where it takes part.
  mutating func coverage() -> [SunCoverage] {
    guard times.hasZones else { return [] }
    let ecosystem = network.ecosystem
    var groups: [SunCoverage] = []
    func isSpread(_ group: SunCoverage) -> Bool { group.timeZones.count > 1 }
    if let everyone = SunCoverage("everyone", of: network.parties, times: &times) {
      groups.append(everyone)
    }
    let byCompany = Dictionary(grouping: network.parties) { ecosystem.company(of: $0) }
    for company in ecosystem.companies {
      guard let parties = byCompany[company.id], parties.count < network.parties.count,
        let group = SunCoverage(company.name, of: parties, times: &times), isSpread(group)
      else { continue }
      groups.append(group)
    }
    let byLeader = Dictionary(grouping: network.parties) { party -> Function.ID? in
      guard case .function(let id) = party else { return nil }
      return ecosystem.functions[id]?.parent
    }
    for leader in ecosystem.functions {
      guard let team = byLeader[leader.id] else { continue }
      let itself = EntityReference.function(leader.id)
      let members = network.position(of: itself) == nil ? team : [itself] + team
      if let group = SunCoverage(names[itself], of: members, times: &times), isSpread(group) {
        groups.append(group)
      }
    }
    return groups
  }

  /// The working hours of one team with all below it, of a company, or of a party.
  ///
  /// - Throws: ``InsightError`` if nothing is called so, or the working hours of nobody there are known.
  mutating func coverage(
    of name: String, in snapshot: Snapshot
  ) throws(InsightError) -> SunCoverage {
    let found = try snapshot.handoffParty(named: name)
    let ecosystem = network.ecosystem
    func isBelow(_ party: EntityReference) -> Bool {
      guard case .function(let id) = party else { return false }
      var seen: Set<Function.ID> = []
      var next = ecosystem.functions[id]?.parent
      while let leader = next, seen.insert(leader).inserted {
        if found == .function(leader) { return true }
        next = ecosystem.functions[leader]?.parent
      }
      return false
    }
    let members = network.parties.filter { party in
      party == found || isBelow(party)
        || ecosystem.company(of: party).map { found == .company($0) } ?? false
    }
    guard let group = SunCoverage(snapshot.whole.name(of: found), of: members, times: &times)
    else {
      throw InsightError(
        .missingData,
        "“\(snapshot.whole.name(of: found))” takes part in no handoff with working hours that are known; fill the columns time_zone and work_hours."
      )
    }
    return group
  }
}
