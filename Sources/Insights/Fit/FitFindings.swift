package import EcosystemModel
import GraphCore

/// What functions want beside what companies offer.
package struct FitFindings: Findings {
  /// Something that a function looks for.
  package struct Need: Hashable, Sendable, Codable {
    /// What it is, in the spelling of the function.
    package let want: String
    /// The function.
    package let function: String
    /// Its company.
    package let company: String
    /// Partners of the company that offer it.
    package let partners: [String]
    /// Others that offer it, those reached in the fewest steps first.
    package let others: [Other]

    /// What there is to say of it.
    package var state: String {
      partners.isEmpty ? (others.isEmpty ? "nobody offers it" : "no partner offers it") : "met"
    }
  }

  /// A company that offers something and is no partner.
  package struct Other: Hashable, Sendable, Codable {
    /// Its name.
    package let company: String
    /// How many partnerships away it is, at least 2; `nil` if none lead there.
    package let steps: Int?
  }

  /// Something that a company offers.
  package struct Offer: Hashable, Sendable, Codable {
    /// What it is, in the spelling of the company.
    package let offer: String
    /// The company.
    package let company: String
    /// The partners with a function that wants it.
    package let wantedBy: [String]
    /// Whether somebody else wants it.
    package let isWantedElsewhere: Bool
  }

  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// The needs, those that nobody meets first.
  package let needs: [Need]
  /// The offers, those that no partner wants first.
  package let offers: [Offer]
  /// The partners of companies with needs that meet none of these: who, and whose partner.
  package let idle: [Idle]
  /// The number of rows wanted in each table; `nil` for all.
  package let limit: Int?

  /// A partner that serves no need.
  package struct Idle: Hashable, Sendable, Codable {
    /// The partner.
    package let company: String
    /// Whose needs it does not serve.
    package let partner: String
    /// What it offers instead; empty if no row says.
    package let offers: [String]
  }

  init(_ question: FitQuestion, in snapshot: Snapshot) throws(InsightError) {
    let ecosystem = snapshot.ecosystem
    guard ecosystem.functions.contains(where: { !$0.wants.isEmpty }) else {
      throw InsightError(
        .missingData,
        "No function says what it looks for: fill the column \(Function.column(\.wants)) of the table functions."
      )
    }
    guard ecosystem.companies.contains(where: { !$0.offers.isEmpty }) else {
      throw InsightError(
        .missingData,
        "No company says what it can bring: fill the column \(Company.column(\.offers)) of the table companies."
      )
    }
    let market = Market(ecosystem)
    date = snapshot.date
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    limit = question.limit
    let needs = market.needs
    self.needs = needs.enumerated().sorted { left, right in
      (Self.rank(left.element), left.offset) < (Self.rank(right.element), right.offset)
    }.map(\.element)
    offers = market.offers.enumerated().sorted { left, right in
      (left.element.wantedBy.isEmpty ? 0 : 1, left.offset)
        < (right.element.wantedBy.isEmpty ? 0 : 1, right.offset)
    }.map(\.element)
    idle = market.idle
  }

  private static func rank(_ need: Need) -> Int {
    need.partners.isEmpty ? (need.others.isEmpty ? 0 : 1) : 2
  }
}

/// Who wants and who offers what, and who is whose partner.
private struct Market {
  let ecosystem: Ecosystem
  let network: CompanyNetwork
  /// The positions of the companies that offer each thing.
  private var offering: [String: [Int]] = [:]
  /// The positions of the companies with a function that wants each thing.
  private var wanting: [String: Set<Int>] = [:]

  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    network = CompanyNetwork(ecosystem)
    for (position, company) in ecosystem.companies.enumerated() {
      for offer in Set(company.offers.map(ColumnName.normalized)) {
        offering[offer, default: []].append(position)
      }
    }
    for function in ecosystem.functions {
      guard let position = ecosystem.companies.position(of: function.company) else { continue }
      for want in function.wants {
        wanting[ColumnName.normalized(want), default: []].insert(position)
      }
    }
  }

  private func name(_ position: Int) -> String { ecosystem.companies[position].name }

  private func partners(of position: Int) -> Set<Int> {
    Set(network.topology.neighbors(of: NodeIndex(position)).map(\.position))
  }

  /// How many partnerships away each company is from one; those out of reach are not in it.
  private func steps(from position: Int) -> [Int: Int] {
    let rings = network.topology.rings(
      around: [NodeIndex(position)], following: .all, depth: ecosystem.companies.count)
    return Dictionary(
      rings.enumerated().flatMap { step, ring in ring.map { ($0.position, step) } },
      uniquingKeysWith: { first, _ in first })
  }

  var needs: [FitFindings.Need] {
    var reached: [Int: [Int: Int]] = [:]
    var found: [FitFindings.Need] = []
    for function in ecosystem.functions where !function.wants.isEmpty {
      guard let own = ecosystem.companies.position(of: function.company) else { continue }
      let steps = reached[own] ?? self.steps(from: own)
      reached[own] = steps
      for want in HandoffItem.distinct(function.wants) {
        let offering = (offering[ColumnName.normalized(want)] ?? []).filter { $0 != own }
        let others = offering.filter { steps[$0] != 1 }.sorted {
          (steps[$0] ?? .max, $0) < (steps[$1] ?? .max, $1)
        }
        found.append(
          FitFindings.Need(
            want: want, function: function.name, company: name(own),
            partners: offering.filter { steps[$0] == 1 }.map(name),
            others: others.map { .init(company: name($0), steps: steps[$0]) }))
      }
    }
    return found
  }

  var offers: [FitFindings.Offer] {
    ecosystem.companies.enumerated().flatMap { position, company in
      let partners = partners(of: position)
      return HandoffItem.distinct(company.offers).map { offer in
        let wanting = (wanting[ColumnName.normalized(offer)] ?? []).subtracting([position])
        return FitFindings.Offer(
          offer: offer, company: company.name,
          wantedBy: wanting.intersection(partners).sorted().map(name),
          isWantedElsewhere: !wanting.subtracting(partners).isEmpty)
      }
    }
  }

  var idle: [FitFindings.Idle] {
    let seekers = Set(wanting.values.joined())
    return seekers.sorted().flatMap { seeker in
      partners(of: seeker).sorted().compactMap { partner -> FitFindings.Idle? in
        let offers = ecosystem.companies[partner].offers
        let serves = offers.contains {
          wanting[ColumnName.normalized($0)]?.contains(seeker) ?? false
        }
        return serves
          ? nil : .init(company: name(partner), partner: name(seeker), offers: offers)
      }
    }
  }
}
