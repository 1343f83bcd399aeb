import EcosystemModel

extension WorkFindings {
  /// What was asked, as a title.
  package var title: String { "Handoffs as work" }

  /// How long the whole takes and by which chain, what is late or lost, and what is wrong.
  package var summary: [String] {
    [critical, late, lost, absent, circles].compactMap { $0 }
  }

  private var critical: String? {
    guard let last = path.last, let hours else {
      return "No handoff says what it needs: fill the column needs."
    }
    let chain = path.map { activities[$0].what ?? "handoff to \(activities[$0].to)" }
    let untimed = path.count { activities[$0].hours == nil }
    let doubt =
      untimed > 0
      ? "; \(Phrase.count(untimed, "of them states", "of them state")) no hours, and \(untimed == 1 ? "counts" : "count") none"
      : ""
    return
      "\(activities[last].what ?? "What takes longest") is with \(activities[last].to) after \(DurationText.words(hours: hours)): \(chain.joined(separator: " → "))\(doubt)."
  }

  private var late: String? {
    guard let latePerYear else { return nil }
    let worst = activities.max { ($0.latePerYear ?? 0) < ($1.latePerYear ?? 0) }
    guard latePerYear > 0, let worst, let most = worst.latePerYear else {
      return "No case takes longer than it may."
    }
    return
      "\(NumberText.short(latePerYear)) cases a year take longer than they may, most of them \(name(worst)): \(NumberText.short(most))."
  }

  private var lost: String? {
    guard let lostPerYear, lostPerYear > 0 else { return nil }
    return
      "\(NumberText.short(lostPerYear)) cases a year are lost: what they need arrives, and they go no further."
  }

  private var absent: String? {
    missing.first.map { first in
      let others = missing.count > 1 ? ", and \(missing.count - 1) more" : ""
      return
        "Nobody brings “\(first.need)”, which \(first.what.map { "“\($0)”" } ?? first.to) needs\(others)."
    }
  }

  private var circles: String? {
    loops.first.map { loop in
      "\(Phrase.list(loop.map { name(activities[$0]) })) wait for each other, and never begin."
    }
  }

  private func name(_ activity: WorkActivity) -> String {
    "\(activity.from) → \(activity.to)\(activity.what.map { " (\($0))" } ?? "")"
  }

  /// The critical path, the ends, everything in time, and what comes late or is lost.
  package var tables: [FindingsTable] {
    [pathTable, endsTable, activitiesTable, lateTable]
      + (missing.isEmpty ? [] : [missingTable])
  }

  private static let timed =
    "hours: median by per_year; a handoff starts when everything that it needs has arrived, from whoever brings it in the same alliance"

  private var pathTable: FindingsTable {
    var table = FindingsTable(
      id: "path", title: "The critical path", method: "\(dateText); \(Self.timed)",
      columns: [
        .init("what"), .init("from"), .init("to"), .init("start", .duration),
        .init("takes", .duration), .init("arrives", .duration),
      ])
    for position in path {
      let one = activities[position]
      table.append([
        .text(one.what), .text(one.from), .text(one.to), .number(one.start), .number(one.hours),
        .number(one.finish),
      ])
    }
    return table
  }

  private var endsTable: FindingsTable {
    var table = FindingsTable(
      id: "ends", title: "What arrives in the end",
      method: "\(dateText); handoffs that need others, and that nothing needs",
      columns: [
        .init("what"), .init("to"), .init("arrives after", .duration),
        .init("handoffs", .integer),
      ])
    table.append(firstOf: ends, limit: limit) { end in
      [.text(end.what), .text(end.to), .number(end.hours), .integer(end.count)]
    }
    return table
  }

  private var activitiesTable: FindingsTable {
    var table = FindingsTable(
      id: "work", title: "What waits for what", method: "\(dateText); \(Self.timed)",
      columns: [
        .init("what"), .init("from"), .init("to"), .init("needs"), .init("start", .duration),
        .init("takes", .duration), .init("arrives", .duration), .init("may wait", .duration),
        .init("critical"),
      ])
    let critical = Set(path)
    table.append(firstOf: Array(activities.indices), limit: limit) { position in
      let one = activities[position]
      return [
        .text(one.what), .text(one.from), .text(one.to), .list(one.needs), .number(one.start),
        .number(one.hours), .number(one.finish), .number(one.slack),
        .text(critical.contains(position) ? "yes" : nil),
      ]
    }
    table.conventions.append(
      "may wait: hours by which it may arrive later without making the end of the critical path late; – where that does not wait for it."
    )
    return table
  }

  private var lateTable: FindingsTable {
    var table = FindingsTable(
      id: "late", title: "What comes late, and what is lost",
      method:
        "\(dateText); late: hours above limit_hours; lost: fewer times a year than what it needs, the rarest of it",
      columns: [
        .init("what"), .init("from"), .init("to"), .init("takes", .duration),
        .init("may take", .duration), .init("times a year", .number, decimals: 1),
        .init("late", .percent), .init("late a year", .number, decimals: 1),
        .init("lost a year", .number, decimals: 1),
      ])
    let judged = activities.enumerated().filter {
      $0.element.lateShare != nil || $0.element.lostPerYear != nil
    }.sorted { left, right in
      func worst(_ one: WorkActivity) -> Double {
        max(one.latePerYear ?? one.lateShare ?? 0, one.lostPerYear ?? 0)
      }
      return (-worst(left.element), left.offset) < (-worst(right.element), right.offset)
    }.map(\.element)
    table.append(firstOf: judged, limit: limit) { one in
      [
        .text(one.what), .text(one.from), .text(one.to), .number(one.hours),
        .number(one.limitHours), .number(one.perYear), .number(one.lateShare),
        .number(one.latePerYear), .number(one.lostPerYear),
      ]
    }
    return table
  }

  private var missingTable: FindingsTable {
    var table = FindingsTable(
      id: "missing", title: "What is needed, and brought by nobody", method: dateText,
      columns: [.init("needed"), .init("for"), .init("at")])
    for one in missing { table.append([.text(one.need), .text(one.what), .text(one.to)]) }
    return table
  }
}
