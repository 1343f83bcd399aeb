package import EcosystemModel

/// Who faces whom in an alliance: function by function and company by company.
public struct PeerMatrix: Findings {
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The alliance.
  package let alliance: Alliance.ID
  /// Its name.
  package let allianceName: String
  /// The partners, in the order of the alliance.
  package let companies: [Company.ID]
  /// The names of the partners.
  package let companyNames: [String]
  /// Every function that takes part, in the order of the table.
  package let functions: [PeerFunction]
  /// Functions of different partners that face each other.
  package let pairs: [PeerPair]
  /// Functions without a counterpart at another partner.
  package let gaps: [PeerGap]
  /// The committees of the alliance, and how senior each partner's members are.
  package let committees: [CommitteeSkew]
  /// The committees of the alliance that have ended, which no figure counts, by name; none where a day is given.
  package let endedBodies: [String]
  /// Whether contacts pass through one function on each side or through many.
  package let shape: ContactShape
  /// For each partner, the share of all contacts that its busiest function carries, and which it is.
  package let concentration: [Concentration]
  /// People of the alliance whose function is not known, by name.
  package let unplaced: [String]
  /// People of the alliance who work for none of the partners, by name.
  package let outsiders: [String]
  /// The year whose clocks count.
  package let year: Int

  /// The busiest function of a partner.
  package struct Concentration: Hashable, Sendable, Codable {
    /// The partner.
    package let company: Company.ID
    /// The name of the function with most contacts.
    package let function: String
    /// Its share of all contacts, 0 to 1.
    package let share: Double
  }

  /// How senior the members of each partner are on one committee.
  package struct CommitteeSkew: Hashable, Sendable, Codable {
    /// The name of the committee.
    package let committee: String
    /// The number of voting members of each partner.
    package let voters: [Int]
    /// Their mean seniority, 1 for the board; `nil` if unknown.
    package let seniority: [Double?]
    /// The largest difference between two partners' means.
    package let skew: Double?
  }

  init(_ question: PeerQuestion, in house: Snapshot) throws(InsightError) {
    try house.require(.alliances, .functions, for: "peers")
    let asked = try house.alliance(meant: question.alliance)
    // The answer is for the partners.
    let snapshot = house.told(to: asked)
    let present = snapshot.ecosystem
    guard let row = present.alliances[asked] else {
      throw InsightError(.unknownName, snapshot.absence(of: .alliance(asked)))
    }
    guard Set(row.companies).count > 1 else {
      throw InsightError(
        .missingData,
        "The alliance “\(row.name)” has fewer than two companies; fill its column companies.")
    }
    let staff = AllianceStaff(row, in: snapshot)
    let functions = staff.functions.compactMap { staff.peer($0) }
    let year = snapshot.year
    var matching = PeerMatching(staff: staff, functions: functions, year: year)
    let pairs = matching.pairs()
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    alliance = row.id
    self.year = year
    self.functions = functions
    self.pairs = pairs
    allianceName = row.name
    companies = row.companies
    companyNames = row.companies.map { present.name(of: .company($0)) }
    gaps = Self.gaps(functions, pairs, companies: row.companies)
    committees = Self.committees(staff)
    endedBodies = staff.endedBodies
    let names = PartyNames(present)
    unplaced = staff.unplaced.map { names[$0] }
    outsiders = staff.outsiders.map { names[$0] }
    concentration = Self.concentration(pairs, companies: row.companies)
    let heavy = concentration.count { $0.share >= 0.5 }
    shape =
      concentration.isEmpty
      ? .unknown : heavy == 0 ? .diamond : heavy == concentration.count ? .bowTie : .funnel
  }

  /// What has an end is left out where something has none.
  package var undatedText: String {
    endedBodies.isEmpty ? "all dates" : "what states no end"
  }

  private static func gaps(
    _ functions: [PeerFunction], _ pairs: [PeerPair], companies: [Company.ID]
  ) -> [PeerGap] {
    var faced: [Function.ID: Set<Company.ID>] = [:]
    for pair in pairs {
      faced[pair.a.function, default: []].insert(pair.b.company)
      faced[pair.b.function, default: []].insert(pair.a.company)
    }
    return functions.flatMap { function in
      companies.filter {
        $0 != function.company && !(faced[function.function]?.contains($0) ?? false)
      }.map { PeerGap(function: function, missingAt: $0) }
    }
  }

  /// Pairs that share nothing but a name have no contact and do not count.
  private static func concentration(
    _ pairs: [PeerPair], companies: [Company.ID]
  ) -> [Concentration] {
    companies.compactMap { company in
      var order: [PeerFunction] = []
      var counts: [Function.ID: Int] = [:]
      var total = 0
      for pair in pairs where pair.contacts > 0 {
        for function in [pair.a, pair.b] where function.company == company {
          if counts[function.function] == nil { order.append(function) }
          counts[function.function, default: 0] += pair.contacts
          total += pair.contacts
        }
      }
      let busiest = order.enumerated().max { left, right in
        (counts[left.element.function] ?? 0, right.offset)
          < (counts[right.element.function] ?? 0, left.offset)
      }
      guard let busiest, total > 0 else { return nil }
      return Concentration(
        company: company, function: busiest.element.name,
        share: Double(counts[busiest.element.function] ?? 0) / Double(total))
    }
  }

  private static func committees(_ staff: AllianceStaff) -> [CommitteeSkew] {
    let ecosystem = staff.ecosystem
    let partners = staff.alliance.companies
    let byCommittee = Dictionary(grouping: staff.seats.filter(\.role.isVoting), by: \.committee)
    return ecosystem.committees.compactMap { committee in
      guard let seats = byCommittee[committee.id] else { return nil }
      let sides = partners.map { partner in
        seats.filter { seat in
          ecosystem.company(of: seat).flatMap {
            staff.snapshot.partner(owning: $0, among: partners)
          } == partner
        }
      }
      let means = sides.map { seats in
        Spread(seats.compactMap { ecosystem.people[$0.person]?.seniority.map { Double($0) } })?.mean
      }
      let known = means.compactMap { $0 }
      return CommitteeSkew(
        committee: committee.name, voters: sides.map { Set($0.map(\.person)).count },
        seniority: means,
        skew: known.count > 1 ? (known.max() ?? 0) - (known.min() ?? 0) : nil)
    }
  }
}
