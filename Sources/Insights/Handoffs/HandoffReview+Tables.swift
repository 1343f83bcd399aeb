import EcosystemModel

extension HandoffReview {
  /// What was asked, as a title.
  public var title: String { "Review of the handoffs" }

  /// How much there is, and what stands out.
  public var summary: [String] {
    var sentences = [
      "\(handoffCount) handoffs join \(partyCount) parties by \(linkCount) links."
    ]
    if let busiest = links.first, busiest.rowCount > 1 {
      var sentence =
        "The busiest link is \(busiest.fromName) → \(busiest.toName), \(busiest.rowCount) times"
      if let hours = busiest.hours {
        sentence +=
          ", median \(NumberText.short(hours.median)) hours (\(NumberText.short(hours.median / 24, limit: 3)) days)"
      }
      sentences.append(sentence + ".")
    }
    let returns = pingPongs.reduce(0) { $0 + $1.returns }
    if returns > 0 {
      sentences.append("\(returns) times a piece of work went straight back: ping-pong.")
    }
    if selfCount > 0 {
      sentences.append("\(selfCount) handoffs to oneself are left out.")
    }
    return sentences
  }

  /// An overview of the checks, then each check that found something, then all links.
  public var tables: [FindingsTable] {
    let details = [
      ownerlessTable, desertedTable, pingPongTable, loopsTable,
      endsTable(
        ends, id: "dead-ends", title: "Dead ends: parties that get work and pass nothing on"),
      endsTable(starts, id: "starts", title: "Starts: parties that pass work on and get nothing"),
      cutPointsTable, slowTable, stagesTable, coverageTable, narrowTable,
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
        "\(dateText); \(handoffCount) rows; rows that join the same pair are one link with their median hours; clocks on 15 January and 15 July \(year)",
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
      gaps.first.map { "\($0.group): \(Self.text($0.gaps.winter)) in winter" })
    add(
      "links with under \(Self.batonMinutes) min in common", narrowLinks.count,
      narrowLinks.first.map { arrow($0.fromName, $0.toName) })
    if ownerless.count == handoffCount - selfCount {
      table.notes.append("no handoff names an owner; fill the column owner to see who is missing")
    }
    if !unorderedStages.isEmpty {
      table.notes.append(
        "stages without a place in the lifecycle were not checked for order: \(unorderedStages.joined(separator: ", ")); state their order to have them checked"
      )
    }
    return table
  }

  private func way(_ parties: [EntityReference]) -> String {
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
          .text("only straight back: " + loop.members.map { name($0) }.joined(separator: ", ")),
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
      columns: [.init("party"), .init("handoffs", .integer), .init("what"), .init("stage")])
    for end in ends {
      table.append([
        .text(name(end.party)), .integer(end.handoffCount),
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
      table.notes.append("\(assumed) parties state no working hours; 09:00–17:00 is assumed")
    }
    let unknown = partyCount - (coverage.first?.members.count ?? 0)
    if unknown > 0 {
      table.notes.append(
        "\(unknown) parties have no known time zone, or are joint bodies, and are left out")
    }
    return table
  }
}
