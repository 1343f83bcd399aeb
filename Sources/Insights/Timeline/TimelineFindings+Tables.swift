import EcosystemModel

extension TimelineFindings {
  /// What was asked.
  package var title: String { "Alliances and programs by date" }

  /// How many there are from when to when, what ends soon, and of what no date is known.
  package var summary: [String] {
    [span, soon, unknown].compactMap { $0 }
  }

  /// `3 alliances and 43 programs`.
  package var counts: String {
    let alliances = Phrase.count(allianceCount, "alliance")
    return programCount > 0
      ? "\(alliances) and \(Phrase.count(programCount, "program"))" : alliances
  }

  /// The years of the first and of the last date, such as `2003 to 2018`; `nil` if there is none.
  package var years: String? {
    let dates = entries.flatMap(\.dates)
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return first.year == last.year ? "\(first.year)" : "\(first.year) to \(last.year)"
  }

  private var span: String { counts + (years.map { ", \($0)." } ?? ".") }

  private var soon: String? {
    guard let date else { return nil }
    let ending = endingSoon
    guard !ending.isEmpty else { return "Nothing ends within twelve months after \(date)." }
    let names = ending.map { "\($0.name) (\($0.end.map(\.words) ?? ""))" }
    let verb = ending.count == 1 ? "ends" : "end"
    return
      "\(ending.count) \(verb) within twelve months after \(date): \(Phrase.list(names, limit: 6))."
  }

  private var unknown: String? {
    undated.isEmpty
      ? nil : "No date is known of \(undated.count): \(Phrase.list(undated, limit: 6))."
  }

  /// Each alliance and each program with its dates.
  package var tables: [FindingsTable] {
    var table = FindingsTable(
      id: "dates", title: title,
      method:
        "Begins with since, or else when it was signed or what came first; ends with until, or else when it expires; \(dateText).",
      columns: [.init("name"), .init("what")] + (group.map { [.init($0.title)] } ?? [])
        + [.init("from", .date), .init("until", .date)] + eventNames.map { .init($0, .date) }
        + (date == nil ? [] : [.init("remark")]))
    for entry in entries {
      let days = eventNames.map { name in
        FindingsTable.Cell.date(entry.events.first { $0.name == name }?.date)
      }
      table.append(
        [.text(entry.name), .text(entry.subject.kind.rawValue)]
          + (group == nil ? [] : [.text(entry.group)])
          + [.date(entry.start), .date(entry.end)] + days
          + (date == nil ? [] : [entry.endsSoon ? .text("ends within twelve months") : .missing]))
    }
    if !undated.isEmpty {
      table.notes = ["Without any date: \(undated.joined(separator: "; "))."]
    }
    return [table]
  }
}
