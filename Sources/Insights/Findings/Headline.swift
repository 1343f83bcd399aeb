/// A finding for people who decide: what it is, in one sentence with its number, and what to do about it.
package struct Headline: Codable, Hashable, Sendable {
  /// What it is about; those on whom most hangs come first.
  package enum Topic: String, CaseIterable, Codable, Hashable, Sendable {
    /// Somebody is on both sides of a firewall.
    case firewalls
    /// Somebody who left still has duties.
    case leavers
    /// People carry too much.
    case load
    /// A committee decides on what its own members propose.
    case overlap
    /// Decisions wait.
    case escalation
    /// Nobody decides, or several do.
    case decisions
    /// Work that nobody answers for, or that hangs on one party.
    case handoffs
    /// A target is missed, or groups see it differently.
    case health
  }

  /// What it is about.
  package let topic: Topic
  /// The finding.
  package let sentence: String
  /// What to do about it.
  package let advice: String
  /// How many people, committees or handoffs it concerns; more come first within a topic.
  package let concerned: Int

  /// States a finding.
  package init(_ topic: Topic, _ sentence: String, advice: String, concerned: Int) {
    self.topic = topic
    self.sentence = sentence
    self.advice = advice
    self.concerned = concerned
  }
}

extension Sequence<Headline> {
  /// The headlines to be told first: by what hangs on them, then by how many they concern, no more than two on one topic.
  ///
  /// The order of consequence is that of ``Headline/Topic``: a breached firewall comes before everything else.
  package func leading(_ limit: Int) -> [Headline] {
    let rank = Dictionary(
      uniqueKeysWithValues: Headline.Topic.allCases.enumerated().map { ($1, $0) })
    let ordered = enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (rank[first.topic] ?? 0, -first.concerned, left.offset)
        < (rank[second.topic] ?? 0, -second.concerned, right.offset)
    }
    var told: [Headline.Topic: Int] = [:]
    return ordered.map(\.element).filter { headline in
      told[headline.topic, default: 0] += 1
      return told[headline.topic, default: 0] <= 2
    }.prefix(limit).map { $0 }
  }
}
