package import EcosystemModel

/// How far committees, or kinds of committees, share their members.
public struct OverlapFindings: Findings {
  /// A person who connects bodies.
  package struct Bridge: Codable, Hashable, Sendable {
    /// The person.
    package let person: Person.ID
    /// Their name.
    package let name: String
    /// The name of their employer.
    package let company: String?
    /// The names of the bodies they sit on.
    package let bodies: [String]
    /// The pairs of these that nobody else connects.
    package let solePairs: Int
  }

  /// A body, and how much of what it brings together would meet without it.
  package struct Redundancy: Codable, Hashable, Sendable {
    /// The body.
    package let body: OverlapBody
    /// The share of pairs of its members who meet on another body too (Latapy); `nil` with fewer than two members.
    package let redundancy: Double?
    /// The number of members who sit nowhere else.
    package let onlyHere: Int
  }

  /// Two bodies so alike that they might be one.
  package struct MergeCandidate: Codable, Hashable, Sendable {
    /// The smaller body.
    package let smaller: OverlapBody
    /// The larger body.
    package let larger: OverlapBody
    /// People on both.
    package let shared: Int
    /// Of the smaller body, the share that sits on the larger.
    package let overlapCoefficient: Double
    /// Of the people on either, the share that sits on both.
    package let jaccard: Double
    /// The Latapy redundancy of the smaller body.
    package let redundancy: Double?
    /// Members of the smaller body who would have to join the larger.
    package let toMove: Int
  }

  /// What was asked.
  package let question: OverlapQuestion
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package internal(set) var filter: [String] = []
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package internal(set) var withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Whom chance could have put there.
  package let universe: OverlapQuestion.Universe
  /// How the test by degrees was made, or why it was not.
  package let degreeModel: String
  /// The number of pairs asked about, of bodies with members; Holm corrects for so many tests.
  package let testCount: Int
  /// The number of these pairs that share somebody.
  package let overlappingPairCount: Int
  /// The number of these that share more than chance explains, after correction.
  package let significantPairCount: Int
  /// The number of people with a seat.
  package let seatedCount: Int
  /// The number of people on two bodies or more.
  package let bridgeCount: Int
  /// The pair asked about.
  public let pair: PairOverlap?
  /// The pairs of the committees asked about, the most remarkable first.
  public let pairs: [PairOverlap]
  /// Which of the bodies stand above which, and what their sharing people makes of the lower ones.
  package let layers: [OverlapLayer]
  /// What scores say of the overlap of the pair asked about, such as an aim.
  package let statedAims: [String]
  /// The people who connect most, where all pairs were asked about.
  package let bridges: [Bridge]
  /// The bodies by redundancy, where all pairs were asked about.
  package let redundancies: [Redundancy]
  /// Bodies that might be one.
  package let mergeCandidates: [MergeCandidate]
  /// The bodies that share most, each against each; `nil` for a single pair.
  package let matrix: OverlapMatrix?
  /// Who sits on exactly which bodies.
  package let combinations: OverlapCombinations
  /// Rows that were not counted.
  package let leftOut: [String]
}
