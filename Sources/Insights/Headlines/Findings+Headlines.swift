import EcosystemModel

extension Firewall {
  /// Each breached firewall.
  package var headlines: [Headline] {
    pairs.filter { !$0.breaches.isEmpty }.map { pair in
      var seen: Set<String> = []
      let names = pair.breaches.map(\.name).filter { seen.insert($0).inserted }
      return Headline(
        .firewalls,
        "The firewall between \(pair.aName) and \(pair.bName) is breached: \(Phrase.list(names)) \(names.count == 1 ? "is" : "are") on both sides.",
        advice:
          "Take \(Phrase.list(names)) off \(pair.aName) or off \(pair.bName), and let legal look at what was shared.",
        concerned: names.count)
    }
  }
}

extension LoadFindings {
  /// Who carries too much, and who left with duties.
  package var headlines: [Headline] {
    var found: [Headline] = []
    if overloadedCount > 0, let first = people.first {
      let amount =
        unit == .hours
        ? "\(NumberText.short(first.hours, limit: 0)) hours a month"
        : Phrase.count(first.seats.count, "seat")
      let share = first.loadShare.map {
        ", \(NumberText.percent($0, decimals: 0)) of what they can give"
      }
      found.append(
        Headline(
          .load,
          "\(overloadedCount) of \(Phrase.count(concentration.peopleCount, "person", "people")) with duties \(overloadedCount == 1 ? "carries" : "carry") too much; \(first.name) carries most, \(amount)\(share ?? "").",
          advice: first.relief.first.map { seat in
            let others = first.relief.count - 1
            let rest = others > 0 ? ", then \(Phrase.count(others, "more seat", "more seats"))" : ""
            return "Begin with \(first.name): \(seat.text)\(rest)."
          }
            ?? "Decide which duties of \(first.name) others can take.",
          concerned: overloadedCount))
    }
    if !leavers.isEmpty {
      found.append(
        Headline(
          .leavers,
          "\(Phrase.count(leavers.count, "person who left still has", "people who left still have")) duties: \(leavers.prefix(2).joined(separator: "; "))\(leavers.count > 2 ? "; and \(leavers.count - 2) more" : "").",
          advice: "Name a successor for each duty.", concerned: leavers.count))
    }
    return found
  }
}

extension OverlapFindings {
  /// Each committee that shares too much, or one-sidedly, with the one above it.
  package var headlines: [Headline] {
    layers.filter(\.isFault).map { layer in
      let isCaptured = layer.judgement == LayerSharing.Judgement.captured.rawValue
      let absent =
        layer.missingPartners.count > 2
        ? "the other \(layer.missingPartners.count) partners" : layer.missingPartners.listed
      return Headline(
        .overlap,
        isCaptured
          ? "\(layer.lower) is captured: \(layer.shared) of its \(layer.lowerCount) members also sit on \(layer.upper), one level up."
          : "Only \(layer.partners.listed) \(layer.partners.count == 1 ? "sits" : "sit") on both \(layer.lower) and \(layer.upper), with \(Phrase.count(layer.shared, "person", "people")); \(absent) \(layer.missingPartners.count == 1 ? "does" : "do") not.",
        advice: isCaptured
          ? "Seat others on \(layer.lower), so that fewer than half of it also sit above."
          : "Give \(layer.missingPartners.count > 2 ? "the other partners" : absent) a voice on both.",
        concerned: layer.shared)
    }
  }
}

extension Escalation {
  /// How long the longest way up takes, where it goes through several committees.
  package var headlines: [Headline] {
    guard let longest = paths.first, longest.levels > 1, let expected = longest.expectedDays,
      let first = longest.steps.first, let last = longest.steps.last
    else { return [] }
    let slowest = longest.bottlenecks
    let names = Phrase.list(slowest.map(\.name))
    let others =
      equallyLong > 1 ? ", as on \(Phrase.count(equallyLong - 1, "other way", "other ways"))" : ""
    let share = slowest.first?.expectedDays.map { days in
      "; \(names) alone \(slowest.count == 1 ? "takes \(Self.days(days))" : "take \(Self.days(days)) each")"
    }
    return [
      Headline(
        .escalation,
        "From \(first.name) up to \(last.name) a proposal takes \(Self.days(expected)) on average\(others)\(share ?? "").",
        advice: slowest.isEmpty
          ? "Look at the cadence of the committees on the way."
          : "Let \(names) meet more often, decide between meetings, or leave more to the committees below.",
        concerned: longest.levels)
    ]
  }
}

extension HandoffReview {
  /// Handoffs without an owner where others have one, and the party on whom most hangs.
  package var headlines: [Headline] {
    var found: [Headline] = []
    if let first = ownerless.first, ownerless.count < handoffCount {
      found.append(
        Headline(
          .handoffs,
          "\(ownerless.count) of \(Phrase.count(handoffCount, "handoff")) \(ownerless.count == 1 ? "has" : "have") no owner, among them \(first.from) to \(first.to)\(first.what.map { " (\($0))" } ?? "").",
          advice: "Name one person for each who answers for it on both sides.",
          concerned: ownerless.count))
    }
    let widest = cutPoints.enumerated().max { left, right in
      (left.element.cutOff.count, -left.offset) < (right.element.cutOff.count, -right.offset)
    }?.element
    if let point = widest, point.cutOff.count > 1 {
      found.append(
        Headline(
          .handoffs,
          "Work passes through \(name(point.party)) alone: without it \(Phrase.count(point.cutOff.count, "party is", "parties are")) cut off from the rest.",
          advice: "Give \(name(point.party)) a deputy, or open a second way.",
          concerned: point.cutOff.count))
    }
    return found
  }
}
