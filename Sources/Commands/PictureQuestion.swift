import Cartography
import EcosystemModel
import Insights

/// The question that a picture answers, and what it asks about.
struct PictureQuestion {
  let kind: ViewKind
  /// Names of what it is about, such as the two ends of a way.
  let subjects: [String]

  /// The picture of the answer; nothing where there is none.
  ///
  /// - Throws: ``InsightError`` as ``answer(in:)`` does.
  func laidOut(
    in snapshot: Snapshot, _ context: PictureContext
  ) throws(InsightError) -> LaidOutDiagram? {
    let answer = try answer(in: snapshot)
    return (picture ?? answer.pictures.first).flatMap { answer.laidOut($0, context) }
  }

  /// The answer.
  ///
  /// - Throws: ``InsightError`` where a name is missing, one too many or unknown, or the dataset lacks a table.
  func answer(in snapshot: Snapshot) throws(InsightError) -> any PicturedFindings {
    switch kind {
    case .overlap:
      try require(0...2, "--focus \"A|B\" compares two committees or kinds of committees.")
      return try snapshot.answer(OverlapQuestion(subjects.first, subjects.dropFirst().first))
    case .load:
      try require(0...0, "")
      return try snapshot.answer(LoadQuestion())
    case .escalation:
      try require(0...1, "--focus NAME begins at one committee.")
      return try snapshot.answer(
        EscalationQuestion(from: snapshot.startOfEscalation(named: subjects.first)))
    case .handoffs:
      guard let from = subjects.first else {
        return try snapshot.answer(HandoffReviewQuestion())
      }
      try require(2...2, "--focus \"FROM|TO\" shows the ways from one to the other.")
      try snapshot.require(.handoffs, for: "handoffs")
      return try snapshot.answer(
        HandoffPathsQuestion(
          from: snapshot.handoffParty(named: from), to: snapshot.handoffParty(named: subjects[1])))
    case .coverage:
      try require(0...0, "")
      return try snapshot.answer(HandoffReviewQuestion())
    case .firewall:
      try require(0...0, "")
      return try snapshot.answer(FirewallQuestion())
    case .peers:
      try snapshot.require(.alliances, .functions, for: "peers")
      if subjects.isEmpty, let only = snapshot.whole.onlyAlliance {
        return try snapshot.answer(PeerQuestion(of: only))
      }
      try require(1...1, "There are several alliances; --focus NAME says which.")
      return try snapshot.answer(PeerQuestion(of: snapshot.alliance(named: subjects[0])))
    case .introductions:
      try require(2...2, "--focus \"FROM|TO\" says who wants to reach whom.")
      return try snapshot.answer(
        NavigatorQuestion(
          to: snapshot.navigable(named: subjects[1]), from: snapshot.navigable(named: subjects[0])))
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
