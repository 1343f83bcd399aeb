internal import EcosystemModel

/// How long the members of a committee have been on it.
package struct Tenure: Codable, Hashable, Sendable {
  /// The name of the committee, or `nil` for all of them.
  package let committee: String?
  /// The number of members, voting or not.
  package let memberCount: Int
  /// The number of members whose first day is known.
  package let knownCount: Int
  /// The median days since the first day, of those of whom it is known.
  package let medianDays: Double?
  /// The most days since a first day.
  package let longestDays: Int?
  /// Who has been there longest, by name.
  package let longest: [String]
  /// The number of members with a vote.
  package let voterCount: Int
  /// The number of voting members who came within the last six months.
  package let newVoterCount: Int

  /// The share of voting members newer than six months; `nil` where no member has a first day, or none a vote.
  package var newShare: Double? {
    knownCount > 0 && voterCount > 0 ? Double(newVoterCount) / Double(voterCount) : nil
  }

  /// One place on a committee.
  struct Place {
    var name: String
    var isVoting: Bool
    /// The first day of the unbroken time up to the day asked about; `nil` if it always held, as far as rows tell.
    var since: CalendarDate?
  }

  /// Judges places on a day.
  ///
  /// A member without a first day was there before every day that is known, and so is not new.
  init(of places: [Place], called committee: String?, on day: CalendarDate) {
    let known = places.compactMap { place in
      place.since.map { (name: place.name, days: day.dayNumber - $0.dayNumber) }
    }
    let most = known.map(\.days).max()
    let voters = places.filter(\.isVoting)
    let limit = day.adding(months: -Self.monthsOfNewcomers)
    self.committee = committee
    memberCount = places.count
    knownCount = known.count
    medianDays = Median.of(known.map { Double($0.days) })
    longestDays = most
    longest = known.filter { $0.days == most }.map(\.name).sorted()
    voterCount = voters.count
    newVoterCount = voters.count { place in
      place.since.flatMap { since in limit.map { since > $0 } } ?? false
    }
  }

  /// For so many months a voting member is new.
  static let monthsOfNewcomers = 6
}
