public import EcosystemModel

/// How far committees, or kinds of committees, share their members.
public struct OverlapFindings: Findings {
  /// A person who connects bodies.
  public struct Bridge: Codable, Hashable, Sendable {
    /// The person.
    public let person: Person.ID
    /// Their name.
    public let name: String
    /// The name of their employer.
    public let company: String?
    /// The names of the bodies they sit on.
    public let bodies: [String]
    /// The pairs of these that nobody else connects.
    public let solePairs: Int
  }

  /// A body, and how much of what it brings together would meet without it.
  public struct Redundancy: Codable, Hashable, Sendable {
    /// The body.
    public let body: OverlapBody
    /// The share of pairs of its members who meet on another body too (Latapy); nothing with fewer than two members.
    public let redundancy: Double?
    /// The number of members who sit nowhere else.
    public let onlyHere: Int
  }

  /// Two bodies so alike that they might be one.
  public struct MergeCandidate: Codable, Hashable, Sendable {
    /// The smaller body.
    public let smaller: OverlapBody
    /// The larger body.
    public let larger: OverlapBody
    /// People on both.
    public let shared: Int
    /// Of the smaller body, the share that sits on the larger.
    public let overlapCoefficient: Double
    /// Of the people on either, the share that sits on both.
    public let jaccard: Double
    /// The Latapy redundancy of the smaller body.
    public let redundancy: Double?
    /// Members of the smaller body who would have to join the larger.
    public let toMove: Int
  }

  /// What was asked.
  public let question: OverlapQuestion
  /// The day the answer stands for.
  public let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  public internal(set) var filter: [String] = []
  /// Whom chance could have put there.
  public let universe: OverlapQuestion.Universe
  /// How the test by degrees was made, or why it was not.
  public let degreeModel: String
  /// The number of pairs asked about, of bodies with members; Holm corrects for so many tests.
  public let testCount: Int
  /// The number of these pairs that share somebody.
  public let overlappingPairCount: Int
  /// The number of these that share more than chance explains, after correction.
  public let significantPairCount: Int
  /// The number of people with a seat.
  public let seatedCount: Int
  /// The number of people on two bodies or more.
  public let bridgeCount: Int
  /// The pair asked about.
  public let pair: PairOverlap?
  /// The pairs of the committees asked about, the most remarkable first.
  public let pairs: [PairOverlap]
  /// Which of the bodies stand above which, and what their sharing people makes of the lower ones.
  public let layers: [OverlapLayer]
  /// What scores say of the overlap of the pair asked about, such as an aim.
  public let statedAims: [String]
  /// The people who connect most, where all pairs were asked about.
  public let bridges: [Bridge]
  /// The bodies by redundancy, where all pairs were asked about.
  public let redundancies: [Redundancy]
  /// Bodies that might be one.
  public let mergeCandidates: [MergeCandidate]
  /// The bodies that share most, each against each; nothing for a single pair.
  public let matrix: OverlapMatrix?
  /// Who sits on exactly which bodies.
  public let combinations: OverlapCombinations
  /// Rows that were not counted.
  public let leftOut: [String]
}
