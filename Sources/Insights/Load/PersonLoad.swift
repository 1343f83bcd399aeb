public import EcosystemModel

/// What one person carries.
public struct PersonLoad: Codable, Hashable, Sendable {
  /// One seat.
  public struct Seat: Codable, Hashable, Sendable {
    /// The committee.
    public let committee: Committee.ID
    /// Its name.
    public let name: String
    /// The weightiest role the person has there.
    public let role: MembershipRole
    /// Hours a month; nothing where the committee's cadence or length is unknown.
    public let hours: Double?
    /// Whether nobody else there sits for the same company.
    public let isOnlyVoice: Bool
  }

  /// The sorts of reason for being named.
  public enum ReasonKind: String, Codable, Hashable, Sendable {
    /// More hours than the person can give.
    case capacity
    /// Far more hours than others.
    case outlier
    /// More seats, or more chairs, than the cap.
    case cap
    /// Seats on several layers of one alliance.
    case layers
    /// Meetings outside working hours.
    case hours
  }

  /// Why a person is named.
  public struct Reason: Codable, Hashable, Sendable {
    /// The sort of reason.
    public let kind: ReasonKind
    /// The reason in words.
    public let text: String
  }

  /// The person.
  public let person: Person.ID
  /// Their name.
  public let name: String
  /// The name of their employer.
  public let company: String?
  /// Their seats, the most costly first.
  public let seats: [Seat]
  /// Hours a month for seats.
  public let seatHours: Double
  /// The number of handoffs owned.
  public let handoffs: Int
  /// Hours a month for handoffs owned.
  public let handoffHours: Double
  /// The number of direct reports.
  public let reports: Int
  /// Hours a month for direct reports.
  public let reportHours: Double
  /// The number of alliances managed.
  public let alliances: Int
  /// Hours a month for alliances managed.
  public let allianceHours: Double
  /// The hours a month that the person can give.
  public let capacity: Double?
  /// The hours from which the load is too high: the capacity, or else the outlier limit.
  public internal(set) var limit: Double?
  /// Why the person is named; nobody is named without a reason.
  public internal(set) var reasons: [Reason] = []
  /// The seats that would bring the load under the limit, in the order in which to give them up.
  public internal(set) var relief: [Seat] = []
  /// The hours above the limit that giving up these seats leaves.
  public internal(set) var unrelievedHours = 0.0

  /// Hours a month in all.
  public var hours: Double { seatHours + handoffHours + reportHours + allianceHours }
  /// The load as a share of the limit; 1 is full.
  public var loadShare: Double? { limit.flatMap { $0 > 0 ? hours / $0 : nil } }

  /// Whether the load itself is too high, by hours or by the number of seats.
  public var isOverloaded: Bool {
    reasons.contains { [.capacity, .outlier, .cap].contains($0.kind) }
  }
}
