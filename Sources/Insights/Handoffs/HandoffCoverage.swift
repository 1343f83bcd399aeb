import EcosystemModel

extension HandoffDescriber {
  /// The working hours of everyone who takes part, of each company, and of each team whose members work by different clocks.
  ///
  /// A team is a function that leads others: those under it, and the function itself where it takes part.
  mutating func coverage() -> [SunCoverage] {
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
}
