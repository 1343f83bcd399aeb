import EcosystemModel

extension HandoffReview {
  /// What was asked, as a title.
  package var title: String { "Review of the handoffs" }

  /// How much there is, and what stands out.
  package var summary: [String] {
    var sentences = [
      "\(Phrase.count(handoffCount, "handoff joins", "handoffs join")) \(Phrase.count(partyCount, "party", "parties")) by \(Phrase.count(linkCount, "link", "links"))."
    ]
    if let busiest = links.first, busiest.frequency.weight > 1 {
      let times = busiest.items.map(Self.time).filter { !$0.isEmpty }
      sentences.append(
        "The busiest link is \(busiest.fromName) → \(busiest.toName), \(busiest.frequency.words)\(times.isEmpty ? "" : ": " + times.joined(separator: "; "))."
      )
    }
    let returns = pingPongs.reduce(0) { $0 + $1.returns }
    if returns > 0 {
      sentences.append(
        "A piece of work went straight back \(returns == 1 ? "once" : "\(returns) times"): ping-pong."
      )
    }
    if let round = relayRounds.first {
      sentences.append("Work follows the sun: \(way(round)).")
    }
    if let group = leastCovered, group.timeZones.count > 1 {
      sentences.append("Around the clock, \(group.group): \(group.answer).")
    }
    if selfCount > 0 {
      sentences.append(
        "\(Phrase.count(selfCount, "handoff to oneself is", "handoffs to oneself are")) left out."
      )
    }
    return sentences
  }

  /// What passes and how long it takes, such as `Warm transfer: median 6 min, mean 10 min`.
  private static func time(of item: HandoffItem) -> String {
    guard let hours = item.hours else { return "" }
    let what = item.what.count == 1 ? "\(item.what[0]) " : ""
    let median = DurationText.words(hours: hours.median)
    return hours.least == hours.most
      ? "\(what)takes \(median)"
      : "\(what)takes a median of \(median), a mean of \(DurationText.words(hours: hours.mean))"
  }

  /// An overview of the checks, then each check that found something, then all links.
  package var tables: [FindingsTable] {
    let details = [
      ownerlessTable, desertedTable, pingPongTable, loopsTable,
      endsTable(
        ends, id: "dead-ends", title: "Dead ends: parties that get work and pass nothing on"),
      endsTable(starts, id: "starts", title: "Starts: parties that pass work on and get nothing"),
      cutPointsTable, slowTable, stagesTable, coverageTable, relayTable, narrowTable,
    ]
    return [overviewTable] + details.filter { !$0.rows.isEmpty } + [linksTable]
  }

  func name(_ reference: EntityReference) -> String {
    names[reference.description] ?? reference.rawID
  }

  private var overviewTable: FindingsTable {
    var table = FindingsTable(
      id: "review", title: title,
      method:
        "\(dateText); \(Phrase.count(handoffCount, "row", "rows")), \(frequency.convention); rows that join the same pair are one link; clocks on 15 January and 15 July \(year)",
      columns: [.init("check"), .init("found", .integer), .init("first")])
    func add(_ check: String, _ count: Int, _ first: String?) {
      table.append([.text(check), .integer(count), .text(first)])
    }
    func arrow(_ from: String, _ to: String) -> String { "\(from) → \(to)" }
    add("handoffs without owner", ownerless.count, ownerless.first.map { arrow($0.from, $0.to) })
    add("owner has left", deserted.count, deserted.first.map { arrow($0.from, $0.to) })
    add("pairs to and fro", pingPongs.count, pingPongs.first.map { "\($0.a) ⇄ \($0.b)" })
    add("loops of three or more", loops.count, loops.first?.ways.first.map(way))
    add("dead ends", ends.count, ends.first.map { name($0.party) })
    add("starts", starts.count, starts.first.map { name($0.party) })
    add("single points of failure", cutPoints.count, cutPoints.first.map { name($0.party) })
    add(
      "slow or uneven links", slowLinks.count,
      slowLinks.first.map { arrow($0.link.fromName, $0.link.toName) })
    add(
      "stage order violated", stageBreaches.count, stageBreaches.first.map { arrow($0.from, $0.to) }
    )
    let gaps = coverage.filter { !$0.isComplete }
    add(
      "groups with hours uncovered", gaps.count,
      gaps.isEmpty ? nil : leastCovered.map { "\($0.group): \($0.answer)" })
    add(
      "links that follow the sun", relays.count,
      relayRounds.first.map(way) ?? relays.first.map { arrow($0.fromName, $0.toName) })
    add(
      "links with under \(Self.batonMinutes) min in common", narrowLinks.count,
      narrowLinks.first.map { arrow($0.fromName, $0.toName) })
    if ownerless.count == handoffCount - selfCount, !ownerless.isEmpty {
      table.notes.append("no handoff names an owner; fill the column owner to see who is missing")
    }
    if !unorderedStages.isEmpty {
      table.notes.append(
        "stages whose order nobody stated stand as in the table, and were not checked for order: \(unorderedStages.listed); state their order to have them checked"
      )
    }
    return table
  }

  func way(_ parties: [EntityReference]) -> String {
    parties.map { name($0) }.joined(separator: " → ")
  }

  /// Spans as `22:00–23:00, 03:00–04:00`, or `none`.
  static func text(_ spans: [ClockSpan]) -> String {
    spans.isEmpty ? "none" : spans.map(\.description).joined(separator: ", ")
  }

  private var loopsTable: FindingsTable {
    var table = FindingsTable(
      id: "loops", title: "Loops: ways round by which work comes back",
      method:
        "\(dateText); groups are strongly connected components of three or more parties; of each the shortest ways round, at most 12",
      columns: [.init("group", .integer), .init("parties", .integer), .init("way round")])
    for (position, loop) in loops.enumerated() {
      for way in loop.ways {
        table.append([
          .integer(position + 1), .integer(loop.members.count), .text(self.way(way)),
        ])
      }
      if loop.ways.isEmpty {
        table.append([
          .integer(position + 1), .integer(loop.members.count),
          .text("only straight back: " + loop.members.map { name($0) }.listed),
        ])
      }
    }
    return table
  }

  private var cutPointsTable: FindingsTable {
    var table = FindingsTable(
      id: "cut-points", title: "Single points of failure",
      method:
        "\(dateText); articulation points of the links, directions ignored; cut off are all outside the largest piece that remains",
      columns: [
        .init("party"), .init("pieces", .integer), .init("cut off", .integer), .init("who"),
      ])
    for point in cutPoints {
      table.append([
        .text(name(point.party)), .integer(point.pieces), .integer(point.cutOff.count),
        .list(point.cutOff.map { name($0) }),
      ])
    }
    return table
  }

  private func endsTable(_ ends: [HandoffEnd], id: String, title: String) -> FindingsTable {
    var table = FindingsTable(
      id: id, title: title,
      method: "\(dateText); a start or an end may be meant: its stages tell",
      columns: [
        .init("party"), .init("rows", .integer), .init("a year", .number, decimals: 0),
        .init("what"), .init("stage"),
      ])
    for end in ends {
      table.append([
        .text(name(end.party)), .integer(end.handoffCount), .number(end.frequency.perYear),
        .list(HandoffStep.shortened(end.what)), .list(end.stages),
      ])
    }
    return table
  }

  private var coverageTable: FindingsTable {
    var table = FindingsTable(
      id: "coverage", title: "Follow the sun: who is at work when, in UTC",
      method:
        "clocks on 15 January and 15 July \(year); together are the hours at which people of two clocks work, weekends left aside",
      columns: [
        .init("group"), .init("members", .integer), .init("zones", .integer), .init("season"),
        .init("covered h", .hours), .init("gaps"), .init("together"),
      ])
    for group in coverage {
      for season in Season.allCases {
        table.append([
          .text(group.group), .integer(group.members.count), .integer(group.timeZones.count),
          .text(season.rawValue), .number(Double(group.coveredMinutes[season]) / 60),
          .text(Self.text(group.gaps[season])), .text(Self.text(group.overlaps[season])),
        ])
      }
    }
    let assumed = coverage.first?.assumedCount ?? 0
    if assumed > 0 {
      table.notes.append(
        "\(Phrase.count(assumed, "party states", "parties state")) no working hours; 09:00–17:00 is assumed"
      )
    }
    let unknown = partyCount - (coverage.first?.members.count ?? 0)
    if unknown > 0 {
      table.notes.append(
        "\(Phrase.count(unknown, "party has no known time zone, or is a joint body, and is", "parties have no known time zone, or are joint bodies, and are")) left out"
      )
    }
    return table
  }
}
