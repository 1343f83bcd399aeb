package import EcosystemModel

/// One thing that one party hands to another in one alliance, with its time in the whole.
package struct WorkActivity: Hashable, Sendable, Codable {
  /// What is handed over; `nil` if no row says.
  package let what: String?
  /// Who hands over.
  package let from: String
  /// Who takes over.
  package let to: String
  /// The alliance that it serves; `nil` if no row says.
  package let alliance: Alliance.ID?
  /// What must have arrived before, as the rows say.
  package let needs: [String]
  /// The hours that it takes, the median of its rows by `per_year`; `nil` if no row says.
  package let hours: Double?
  /// The hours that it may take at most, the strictest of its rows.
  package let limitHours: Double?
  /// Cases a year; `nil` if no row says.
  package let perYear: Double?
  /// Of the cases whose hours and limit are known, the share that takes longer; `nil` if there are none.
  package let lateShare: Double?
  /// Late cases a year; `nil` if unknown.
  package let latePerYear: Double?
  /// Cases a year of which what is needed arrives, and that go no further; `nil` if unknown.
  package internal(set) var lostPerYear: Double?
  /// The hours after the beginning at which it can start; `nil` if it waits for itself.
  package internal(set) var start: Double?
  /// The hours by which it may be late without making the end late; `nil` if it waits for itself or leads to no end.
  package internal(set) var slack: Double?

  /// The hours after the beginning at which it has arrived.
  package var finish: Double? { start.map { $0 + (hours ?? 0) } }

  /// Describes rows that hand over the same between the same parties.
  init(_ rows: [Handoff], from: String, to: String) {
    self.from = from
    self.to = to
    what = rows[0].what
    alliance = rows[0].alliance
    needs = HandoffItem.distinct(rows.flatMap(\.needs))
    hours = Spread(weighted: HandoffItem.samples(rows))?.median
    limitHours = rows.compactMap(\.limitHours).min()
    perYear = HandoffFrequency(rows).perYear
    let judged = rows.compactMap { row -> (isLate: Bool, weight: Double, isStated: Bool)? in
      guard let hours = row.hours, let limit = row.limitHours else { return nil }
      return (hours > limit, row.weight, row.perYear != nil)
    }
    let all = judged.reduce(0) { $0 + $1.weight }
    lateShare = all > 0 ? judged.reduce(0) { $0 + ($1.isLate ? $1.weight : 0) } / all : nil
    let stated = judged.filter(\.isStated)
    latePerYear =
      stated.isEmpty ? nil : stated.reduce(0) { $0 + ($1.isLate ? $1.weight : 0) }
  }
}
