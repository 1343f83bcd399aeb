package import EcosystemModel

/// What one person carries.
public struct PersonLoad: Codable, Hashable, Sendable {
  /// One seat.
  package struct Seat: Codable, Hashable, Sendable {
    /// The committee.
    package let committee: Committee.ID
    /// Its name.
    package let name: String
    /// The weightiest role the person has there.
    package let role: MembershipRole
    /// Hours a month; `nil` if the committee's cadence or length is unknown.
    package let hours: Double?
    /// Whether nobody else there sits for the same company.
    package let isOnlyVoice: Bool
  }

  /// The sorts of duty beside seats.
  package enum DutyKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Handoffs owned.
    case handoffs = "handoffs owned"
    /// Direct reports.
    case reports = "direct reports"
    /// Alliances managed.
    case alliances = "alliances managed"
    /// Alliances sponsored.
    case sponsorships = "alliances sponsored"
    /// Programs led.
    case programs = "programs led"
    /// Relationships with alliances or programs that cost hours, such as `investigates`.
    case roles = "roles in alliances"
  }

  /// The duties of one sort.
  package struct Duty: Codable, Hashable, Sendable {
    /// The sort.
    package let kind: DutyKind
    /// How many there are.
    package var count: Int
    /// Hours a month for all of them.
    public var hours: Double
  }

  /// The sorts of reason for being named.
  package enum ReasonKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// More hours than the person can give.
    case capacity
    /// Far more than others carry.
    case outlier
    /// More seats, or more chairs, than the cap.
    case cap
    /// Several roles in one alliance at once.
    case hats
    /// Duties of somebody who left.
    case left
    /// Seats on two layers of which the lower is captured by the upper, or joined for one partner only.
    case layers
    /// Meetings outside working hours.
    case hours

    /// Whether it is told in numbers alone, and names nothing.
    package var isOfNumbers: Bool { [.capacity, .outlier, .cap].contains(self) }
  }

  /// Why a person is named.
  package struct Reason: Codable, Hashable, Sendable {
    /// The sort of reason.
    package let kind: ReasonKind
    /// Whether it makes the load too high.
    package let isOverload: Bool
    /// The reason in words.
    package let text: String
  }

  /// A seat that would relieve a person, and what going from it does.
  package struct Relief: Codable, Hashable, Sendable {
    /// The seat.
    package let seat: Seat
    /// The company of the colleague to whom it is to be handed; `nil` if it can be given up.
    package let successorOf: String?
    /// What it does to the people shared with committees above and below, in words; empty where none are shared.
    package let overlap: [String]
    /// What it does to the votes of the partners; `nil` if they are not known or not two.
    package let votes: String?
    /// What it does to the quorum; `nil` if the committee states none.
    package let quorum: String?

    /// What to do, in a few words.
    package var text: String {
      let hours = seat.hours.map { " (\(NumberText.short($0, limit: 1)) h)" } ?? ""
      return successorOf == nil
        ? "give up \(seat.name)\(hours)" : "hand \(seat.name)\(hours) to a colleague"
    }
  }

  /// The person.
  package let person: Person.ID
  /// Their name.
  public let name: String
  /// The name of their employer.
  public let company: String?
  /// Their seats, the most costly first.
  package let seats: [Seat]
  /// Their other duties, those that they have.
  package let duties: [Duty]
  /// The hours a month that the person can give: the capacity, or their part of it.
  public let capacity: Double?
  /// Where the capacity comes from.
  package let capacitySource: String?
  /// Hours a month in all.
  public let hours: Double
  /// The load as a share of the capacity; 1 is full.
  public let loadShare: Double?
  /// Why the person is named.
  package internal(set) var reasons: [Reason] = []
  /// The seats that would bring the load under the limit, in the order in which to go.
  package internal(set) var relief: [Relief] = []
  /// The hours above the limit that this leaves.
  package internal(set) var unrelievedHours = 0.0

  /// Hours a month for seats.
  package var seatHours: Double { seats.reduce(0) { $0 + ($1.hours ?? 0) } }
  /// Hours a month in all, `nil` where no seat and no duty says how many.
  var knownHours: Double? {
    duties.isEmpty && !seats.isEmpty && seats.allSatisfy { $0.hours == nil } ? nil : hours
  }

  init(
    person: Person.ID, name: String, company: String?, seats: [Seat], duties: [Duty],
    capacity: Double?, capacitySource: String?
  ) {
    (self.person, self.name, self.company) = (person, name, company)
    (self.seats, self.duties) = (seats, duties)
    (self.capacity, self.capacitySource) = (capacity, capacitySource)
    let seatHours = seats.reduce(0) { $0 + ($1.hours ?? 0) }
    let hours = duties.reduce(seatHours) { $0 + $1.hours }
    self.hours = hours
    loadShare = capacity.flatMap { $0 > 0 ? hours / $0 : nil }
  }

  /// The number of duties of a sort.
  package func count(of kind: DutyKind) -> Int { duties.first { $0.kind == kind }?.count ?? 0 }
  /// Hours a month for duties of a sort.
  package func hours(of kind: DutyKind) -> Double { duties.first { $0.kind == kind }?.hours ?? 0 }

  /// Whether the load itself is too high, by hours or by the number of seats.
  public var isOverloaded: Bool { reasons.contains(where: \.isOverload) }
}
