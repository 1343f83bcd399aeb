package import EcosystemModel
internal import GraphCore

/// A probability that may be far below the smallest `Double`.
package struct PValue: Codable, Hashable, Sendable {
  /// Its logarithm to base 10, −110 for 1e-110.
  package let decimalLogarithm: Double
  /// The probability; 0 where it is below the smallest `Double`.
  package let value: Double

  init(_ probability: LogProbability) {
    decimalLogarithm = probability.decimalLogarithm
    value = probability.value
  }
}

/// How far two bodies share their members; every share names its denominator.
public struct PairOverlap: Codable, Hashable, Sendable {
  /// One person on both.
  package struct Sharer: Codable, Hashable, Sendable {
    /// The person.
    package let person: Person.ID
    /// Their name.
    package let name: String
    /// The name of their employer.
    package let company: String?
    /// Their roles on the first body.
    package let firstRoles: [MembershipRole]
    /// Their roles on the second body.
    package let secondRoles: [MembershipRole]
  }

  /// The first body.
  package let first: OverlapBody
  /// The second body.
  package let second: OverlapBody
  /// The people on both, ordered by name.
  package let sharers: [Sharer]
  /// The number of people on both.
  public let shared: Int
  /// The number of people on either.
  package let either: Int
  /// Of the people on the first body, the share that sits on the second.
  public let shareOfFirst: Double
  /// Of the people on the second body, the share that sits on the first.
  public let shareOfSecond: Double
  /// Of the people on either, the share that sits on both (Jaccard).
  public let jaccard: Double
  /// Of the people on the smaller body, the share that sits on the larger (Szymkiewicz–Simpson).
  package let overlapCoefficient: Double
  /// How many could have been on either by chance.
  package let population: Int
  /// Of that population, the share that sits on both.
  package let shareOfPopulation: Double
  /// The number on both that chance would give.
  public let expected: Double
  /// How many times more are on both than chance would give; nothing where it would give none.
  package let lift: Double?
  /// The probability of at least so many on both by chance (hypergeometric).
  package let pValue: PValue
  /// The same, corrected by Holm for all pairs asked about; the same where this pair was.
  package let adjustedPValue: PValue
  /// The probability where people have as many seats and bodies as many members as they do, and nobody sits where they may
  /// not (SDSM, SDSM-EC); nothing where it was not computed.
  package let sdsmPValue: PValue?
  /// The same, corrected by Holm for all pairs asked about.
  package let adjustedSDSMPValue: PValue?

  /// Whether the overlap is more than chance explains at the level 0.05, after correction.
  public var isSignificant: Bool { adjustedPValue.value < 0.05 }
}
