public import EcosystemModel
internal import GraphCore

/// A probability that may be far below the smallest `Double`.
public struct PValue: Codable, Hashable, Sendable {
  /// Its logarithm to base 10, −110 for 1e-110.
  public let decimalLogarithm: Double
  /// The probability; 0 where it is below the smallest `Double`.
  public let value: Double

  init(_ probability: LogProbability) {
    decimalLogarithm = probability.decimalLogarithm
    value = probability.value
  }
}

/// How far two bodies share their members; every share names its denominator.
public struct PairOverlap: Codable, Hashable, Sendable {
  /// One person on both.
  public struct Sharer: Codable, Hashable, Sendable {
    /// The person.
    public let person: Person.ID
    /// Their name.
    public let name: String
    /// The name of their employer.
    public let company: String?
    /// Their roles on the first body.
    public let firstRoles: [MembershipRole]
    /// Their roles on the second body.
    public let secondRoles: [MembershipRole]
  }

  /// The first body.
  public let first: OverlapBody
  /// The second body.
  public let second: OverlapBody
  /// The people on both, ordered by name.
  public let sharers: [Sharer]
  /// The number of people on both.
  public let shared: Int
  /// The number of people on either.
  public let either: Int
  /// Of the people on the first body, the share that sits on the second.
  public let shareOfFirst: Double
  /// Of the people on the second body, the share that sits on the first.
  public let shareOfSecond: Double
  /// Of the people on either, the share that sits on both (Jaccard).
  public let jaccard: Double
  /// Of the people on the smaller body, the share that sits on the larger (Szymkiewicz–Simpson).
  public let overlapCoefficient: Double
  /// How many could have been on either by chance.
  public let population: Int
  /// Of that population, the share that sits on both.
  public let shareOfPopulation: Double
  /// The number on both that chance would give.
  public let expected: Double
  /// How many times more are on both than chance would give; nothing where it would give none.
  public let lift: Double?
  /// The probability of at least so many on both by chance (hypergeometric).
  public let pValue: PValue
  /// The same, corrected by Holm for all pairs asked about; the same where this pair was.
  public let adjustedPValue: PValue
  /// The probability where people have as many seats and bodies as many members as they do, and nobody sits where they may
  /// not (SDSM, SDSM-EC); nothing where it was not computed.
  public let sdsmPValue: PValue?
  /// The same, corrected by Holm for all pairs asked about.
  public let adjustedSDSMPValue: PValue?

  /// Whether the overlap is more than chance explains at the level 0.05, after correction.
  public var isSignificant: Bool { adjustedPValue.value < 0.05 }
}
