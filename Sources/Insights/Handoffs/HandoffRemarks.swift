package import EcosystemModel

/// One row of the handoffs table, and what is wrong with it.
package struct HandoffRemark: Hashable, Sendable, Codable {
  /// The name of the party that hands over.
  package let from: String
  /// The name of the party that takes over.
  package let to: String
  /// What is handed over.
  package let what: String?
  /// The lifecycle stage.
  package let stage: String?
  /// How often a year.
  package let perYear: Double?
  /// The owner, where there is one.
  package let owner: String?
  /// The day on which the owner left.
  package let left: CalendarDate?
}

/// Finds handoffs whose owner is missing.
struct HandoffRemarks {
  let network: HandoffNetwork
  let names: PartyNames

  /// The rows without an owner, those that happen most often first.
  var ownerless: [HandoffRemark] {
    let handoffs = network.ecosystem.handoffs
    let rows = handoffs.indices.filter { row in
      handoffs.columns.owner[row] == nil && handoffs.columns.from[row] != handoffs.columns.to[row]
    }.map { handoffs[$0] }
    return rows.enumerated().sorted {
      (-($0.element.perYear ?? 0), $0.offset) < (-($1.element.perYear ?? 0), $1.offset)
    }.map { remark($0.element, left: nil) }
  }

  /// The rows whose owner has left both sides, or every employer.
  ///
  /// - Parameters:
  ///   - whole: The ecosystem with all its dates.
  ///   - date: The day; without one, whoever has an end date has left.
  /// - Returns: The rows in the order of the table.
  func deserted(in whole: Ecosystem, on date: CalendarDate?) -> [HandoffRemark] {
    var departures = Departures(whole, on: date)
    guard departures.arePossible else { return [] }
    return network.ecosystem.handoffs.compactMap { handoff in
      guard let owner = handoff.owner, handoff.from != handoff.to else { return nil }
      let companies = [handoff.from, handoff.to].compactMap { whole.company(of: $0) }
      guard let left = departures.departure(of: owner, from: companies) else { return nil }
      return remark(handoff, left: left)
    }
  }

  private func remark(_ handoff: Handoff, left: CalendarDate?) -> HandoffRemark {
    HandoffRemark(
      from: names[handoff.from], to: names[handoff.to], what: handoff.what, stage: handoff.stage,
      perYear: handoff.perYear, owner: handoff.owner.map { names[$0] }, left: left)
  }
}

/// Who has left which company.
struct Departures {
  private let ecosystem: Ecosystem
  private let date: CalendarDate?
  private let stated: [Person.ID: [Affiliation]]
  private var employments: [Person.ID: [Affiliation]] = [:]

  /// Looks at a day; without one, whoever has an end date has left.
  init(_ ecosystem: Ecosystem, on date: CalendarDate?) {
    self.ecosystem = ecosystem
    self.date = date
    stated = Dictionary(grouping: ecosystem.affiliations, by: \.person)
  }

  /// Whether the employment of anybody is dated.
  var arePossible: Bool { !stated.isEmpty }

  /// The day on which the person left the last of the companies, or, if they work for none of them, their last employer.
  ///
  /// Nothing if they are still there, have not started yet, or no end is known.
  mutating func departure(of person: Person.ID, from companies: [Company.ID]) -> CalendarDate? {
    // Who has no dated employment cannot be known to have left.
    guard let stated = stated[person] else { return nil }
    if employments[person] == nil {
      employments[person] = ecosystem.affiliations(of: person, among: stated)
    }
    let all = employments[person] ?? []
    let concerned = all.filter { companies.contains($0.company) }
    return lastEnd(of: concerned.isEmpty ? all : concerned)
  }

  private func lastEnd(of employments: [Affiliation]) -> CalendarDate? {
    var last: CalendarDate?
    for employment in employments {
      guard let end = employment.validity.until, date.map({ end <= $0 }) ?? true else { return nil }
      last = max(last ?? end, end)
    }
    return last
  }
}
