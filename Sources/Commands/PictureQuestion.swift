import Cartography
import EcosystemModel
import Insights

/// The question that a picture answers, and what it asks about.
struct PictureQuestion {
  let kind: ViewKind
  /// Names of what it is about, such as the two ends of a way.
  let subjects: [String]
  let date: CalendarDate?

  /// The picture of the answer; nothing where there is none.
  ///
  /// - Throws: ``InsightError`` as ``answer(in:)`` does.
  func laidOut(
    in ecosystem: Ecosystem, _ context: PictureContext
  ) throws(InsightError) -> LaidOutDiagram? {
    let answer = try answer(in: ecosystem)
    return (picture ?? answer.pictures.first).flatMap { answer.laidOut($0, context) }
  }

  /// The answer.
  ///
  /// - Throws: ``InsightError`` where a name is missing, one too many or unknown, or the dataset lacks a table.
  func answer(in ecosystem: Ecosystem) throws(InsightError) -> any PicturedFindings {
    switch kind {
    case .overlap:
      try require(0...2, "--focus \"A|B\" compares two committees or kinds of committees.")
      return try ecosystem.overlap(
        OverlapQuestion(subjects.first, subjects.dropFirst().first, asOf: date))
    case .load:
      try require(0...0, "")
      return try ecosystem.load(LoadQuestion(asOf: date))
    case .escalation:
      try require(0...1, "--focus NAME begins at one committee.")
      return try Escalation(
        from: ecosystem.startOfEscalation(named: subjects.first), in: ecosystem, on: date)
    case .handoffs:
      guard let from = subjects.first else { return try HandoffReview(of: ecosystem, on: date) }
      try require(2...2, "--focus \"FROM|TO\" shows the ways from one to the other.")
      try ecosystem.require(.handoffs, for: "handoffs")
      return try HandoffPaths(
        from: ecosystem.handoffParty(named: from), to: ecosystem.handoffParty(named: subjects[1]),
        in: ecosystem, on: date)
    case .coverage:
      try require(0...0, "")
      return try HandoffReview(of: ecosystem, on: date)
    case .firewall:
      try require(0...0, "")
      return try Firewall(in: ecosystem, on: date)
    case .peers:
      try ecosystem.require(.alliances, .functions, for: "peers")
      if subjects.isEmpty, let only = ecosystem.onlyAlliance {
        return try PeerMatrix(of: only, in: ecosystem, on: date)
      }
      try require(1...1, "There are several alliances; --focus NAME says which.")
      return try PeerMatrix(of: ecosystem.alliance(named: subjects[0]), in: ecosystem, on: date)
    case .introductions:
      try require(2...2, "--focus \"FROM|TO\" says who wants to reach whom.")
      return try Navigator(
        to: ecosystem.navigable(named: subjects[1]), from: ecosystem.navigable(named: subjects[0]),
        in: ecosystem, on: date)
    case .ecosystem, .governance, .people, .focus:
      throw InsightError(.badOption, "A \(kind.rawValue) map is no picture of an answer.")
    }
  }

  /// Which of the answer's pictures to draw; nothing for the main one.
  var picture: FindingsPicture? { kind == .coverage ? .coverage : nil }

  private func require(_ counts: ClosedRange<Int>, _ hint: String) throws(InsightError) {
    guard !counts.contains(subjects.count) else { return }
    throw InsightError(
      .badOption,
      counts.upperBound == 0
        ? "A picture of kind \(kind.rawValue) is about the whole dataset; leave --focus out."
        : "For a picture of kind \(kind.rawValue): \(hint)")
  }
}

extension Ecosystem {
  /// The alliance, where there is exactly one.
  fileprivate var onlyAlliance: Alliance.ID? { alliances.count == 1 ? alliances.first?.id : nil }
}
