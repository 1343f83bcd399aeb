package import EcosystemModel

/// Somebody with several employments at once.
package struct DayJobHolder: Codable, Hashable, Sendable {
  /// One employment.
  package struct Job: Codable, Hashable, Sendable {
    /// The name of the company.
    package let company: String
    /// The name of the function, where it is known.
    package let function: String?
    /// The share of their time, 0 to 1; `nil` if no row says so.
    package let share: Double?
  }

  /// The person.
  package let person: Person.ID
  /// Their name.
  package let name: String
  /// The employments, the largest share first.
  package let jobs: [Job]
  /// Hours a month of all their duties, as `ecomap load` counts them; `nil` without duties.
  package let hours: Double?
  /// Hours a month that they can give to these; `nil` if unknown.
  package let capacity: Double?

  /// The sum of the shares that are known; `nil` if none is.
  package var share: Double? {
    let known = jobs.compactMap(\.share)
    return known.isEmpty ? nil : known.reduce(0, +)
  }
  /// Whether the shares add up to more than all of their time.
  package var isOverbooked: Bool { share.map { $0 > 1 + 1e-9 } ?? false }
}

/// Finds those with two day jobs or more.
struct DayJobs {
  /// Those who have them, the overbooked first, then by name.
  let people: [DayJobHolder]

  /// Looks in O(rows).
  init(_ snapshot: Snapshot, loads: [LoadLedger.Entry]) {
    let ecosystem = snapshot.ecosystem
    let rows = Dictionary(grouping: ecosystem.affiliations, by: \.person)
    let several = ecosystem.people.compactMap { person in
      let jobs = Self.atOnce(
        ecosystem.affiliations(of: person.id, among: rows[person.id] ?? []))
      return jobs.isEmpty ? nil : (person, jobs)
    }
    guard !several.isEmpty else {
      people = []
      return
    }
    let names = PartyNames(ecosystem)
    let entries = Dictionary(
      loads.map { (ecosystem.people[$0.position].id, $0) }, uniquingKeysWith: { first, _ in first })
    people = several.map { (person: Person, employments: [Affiliation]) in
      let jobs = employments.map { row in
        DayJobHolder.Job(
          company: names[.company(row.company)],
          function: row.function.map { names[.function($0)] },
          share: row.share)
      }
      return DayJobHolder(
        person: person.id, name: names[person.id],
        jobs: jobs.sorted { left, right in
          (-(left.share ?? 0), left.company, left.function ?? "")
            < (-(right.share ?? 0), right.company, right.function ?? "")
        },
        hours: entries[person.id]?.hours,
        capacity: entries[person.id]?.capacity ?? person.capacityHours)
    }.sorted { left, right in
      (left.isOverbooked ? 0 : 1, left.name, left.person)
        < (right.isOverbooked ? 0 : 1, right.name, right.person)
    }
  }

  /// Those of somebody's employments that they have on one day, the day of the largest shares; empty if never two.
  private static func atOnce(_ employments: [Affiliation]) -> [Affiliation] {
    // The most hold on a day on which one of them begins, or before any of them does.
    let sets = employments.map { first in
      employments.filter { other in
        first.validity.since.map { other.validity.contains($0) } ?? (other.validity.since == nil)
      }
    }.filter { $0.count > 1 }
    return sets.max { left, right in
      (left.reduce(0) { $0 + ($1.share ?? 0) }, left.count)
        < (right.reduce(0) { $0 + ($1.share ?? 0) }, right.count)
    } ?? []
  }
}
