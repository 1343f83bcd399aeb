import EcosystemModel

extension DecisionFindings {
  /// What was asked, as a title.
  package var title: String { "Who decides what" }

  /// What is decided by one body, what is open, and the longest way.
  package var summary: [String] {
    [counts, twice, slow, unowned].compactMap { $0 }
  }

  private var counts: String {
    let open = matters(with: .undecided)
    let twice = matters(with: .decidedTwice)
    let settled = matters.count - open.count - twice.count
    let rest =
      open.isEmpty
      ? "" : "; nobody decides \(Phrase.list(called(open)))"
    return
      "\(settled) of \(Phrase.count(matters.count, "matter")) \(settled == 1 ? "is" : "are") decided by one body each\(rest)."
  }

  private var twice: String? {
    let found = matters(with: .decidedTwice)
    guard let first = found.first else { return nil }
    let others = found.count > 1 ? ", and \(found.count - 1) more by several" : ""
    return
      "\(called(first)) is decided by \(first.bodies(.decides).map(\.name).spoken)\(others)."
  }

  private var slow: String? {
    guard let longest else { return nil }
    let way = longest.steps.map { $0.parts.map(\.name).spoken }.joined(separator: " → ")
    guard let days = longest.days else {
      return longest.steps.count > 1
        ? "The longest way is that of \(called(longest)), of unknown days: \(way)." : nil
    }
    let least = longest.areDaysKnown ? "about" : "at least"
    let inside = longest.internalDays
    let own =
      "\(inside < days ? "\(Self.days(inside)) of them" : "all of them") in bodies of single companies"
    return
      "The longest way is that of \(called(longest)), \(least) \(Self.days(days)): \(way)\(inside > 0 ? "; \(own)" : "")."
  }

  private var unowned: String? {
    let found = matters(with: .ownerless)
    guard !found.isEmpty else { return nil }
    return
      "\(Phrase.count(found.count, "matter has", "matters have")) no owner: \(Phrase.list(called(found)))."
  }

  /// A matter by its words, its stage and, where there are several, its alliance.
  package func called(_ matter: DecidedMatter) -> String { called([matter])[0] }

  private func called(_ matters: [DecidedMatter]) -> [String] {
    let isOfSeveral = hasSeveralAlliances
    return matters.map { matter in
      let alliance = isOfSeveral ? matter.alliance.map { " of \($0)" } ?? "" : ""
      let stage = matter.stage.map { " (\($0))" } ?? ""
      return "“\(matter.name)”\(alliance)\(stage)"
    }
  }

  private var hasSeveralAlliances: Bool {
    let first = matters.lazy.compactMap(\.alliance).first
    return matters.contains { $0.alliance != nil && $0.alliance != first }
  }

  private static func days(_ days: Double) -> String {
    Phrase.count(NumberText.short(days, limit: days < 10 ? 1 : 0), "day")
  }

  /// The matrix, what is open, the ways, and the playbook by stage.
  package var tables: [FindingsTable] { [matrixTable, openTable, pathTable, playbookTable] }

  /// How many bodies have a column of their own.
  private static let columnCount = 8

  private var matrixTable: FindingsTable {
    let widest = bodies.enumerated().sorted {
      (-$0.element.matterCount, $0.offset) < (-$1.element.matterCount, $1.offset)
    }.prefix(Self.columnCount).map(\.offset)
    let shown = widest.sorted().map { bodies[$0] }
    let isWhole = shown.count == bodies.count
    let hasSeveralAlliances = hasSeveralAlliances
    var table = FindingsTable(
      id: "matrix", title: title,
      method:
        "\(dateText); D decides, A must approve first, C is consulted, I is informed; from the table decisions and the column decides of committees",
      columns: [.init("matter")] + (hasSeveralAlliances ? [.init("alliance")] : [])
        + [.init("stage")] + shown.map { .init($0.name) }
        + (isWhole ? [] : [.init("other bodies")]))
    let columns = Set(shown.map(\.reference))
    table.append(firstOf: matters, limit: limit) { matter in
      [.text(matter.name)] + (hasSeveralAlliances ? [.text(matter.alliance)] : [])
        + [.text(matter.stage)]
        + shown.map { body in
          let letters = matter.parts.filter { $0.body == body.reference }.map(\.right.letter)
          return letters.isEmpty ? .missing : .text(letters.joined(separator: "/"))
        }
        + (isWhole
          ? []
          : [
            .list(
              matter.parts.filter { !columns.contains($0.body) }.map {
                "\($0.name) \($0.right.letter)"
              })
          ])
    }
    return table
  }

  private var openTable: FindingsTable {
    var table = FindingsTable(
      id: "open", title: "What is open",
      method:
        "\(dateText); no owner is told of matters in the table decisions, where others have one",
      columns: [
        .init("matter"), .init("alliance"), .init("stage"), .init("fault"), .init("bodies"),
      ])
    let rows = DecidedMatter.Fault.allCases.flatMap { fault in
      matters(with: fault).map { (fault, $0) }
    }
    table.append(firstOf: rows, limit: limit) { fault, matter in
      let parts = fault == .decidedTwice ? matter.bodies(.decides) : matter.parts
      return [
        .text(matter.name), .text(matter.alliance), .text(matter.stage), .text(fault.rawValue),
        .list(parts.map(\.name)),
      ]
    }
    if rows.isEmpty { table.notes.append("nothing is open") }
    return table
  }

  private var pathTable: FindingsTable {
    var table = FindingsTable(
      id: "paths", title: "The way to each decision",
      method:
        "\(dateText); consulted, then approving, then deciding bodies, by step; bodies of one step are asked at the same time, and the last of them counts",
      columns: [
        .init("matter"), .init("alliance"), .init("stage"), .init("step", .integer),
        .init("body"), .init("of"), .init("part"), .init("days", .number, decimals: 1),
        .init("by"), .init("days until done", .number, decimals: 1),
      ])
    let rows = matters.flatMap { matter in
      matter.steps.enumerated().flatMap { place, step in
        step.parts.map { (matter, place + 1, step, $0) }
      }
    }
    table.append(firstOf: rows, limit: limit) { matter, place, step, part in
      [
        .text(matter.name), .text(matter.alliance), .text(matter.stage), .integer(place),
        .text(part.name), .text(part.company ?? "joint"), .text(part.right.meaning),
        .number(part.days), .text(part.basis?.rawValue),
        step.isKnown ? .number(step.until) : .missing,
      ]
    }
    table.conventions.append(
      "days by cadence: lead time, half the interval between meetings, and reworks by the approval rate, as in escalation."
    )
    return table
  }

  private var playbookTable: FindingsTable {
    var table = FindingsTable(
      id: "playbook", title: "Playbook by stage", method: dateText,
      columns: [
        .init("stage"), .init("matter"), .init("alliance"), .init("decides"),
        .init("must approve first"), .init("consulted"), .init("informed"), .init("owner"),
        .init("days", .number, decimals: 1),
      ])
    table.append(firstOf: matters, limit: limit) { matter in
      func names(_ right: DecisionRight) -> FindingsTable.Cell {
        .list(matter.bodies(right).map(\.name))
      }
      return [
        .text(matter.stage), .text(matter.name), .text(matter.alliance), names(.decides),
        names(.approves), names(.consulted), names(.informed), .list(matter.owners),
        matter.areDaysKnown ? .number(matter.days) : .missing,
      ]
    }
    if matters.contains(where: { !$0.areDaysKnown }) {
      table.notes.append("– under days: those of a body on the way are not known")
    }
    return table
  }

  /// What nobody decides, and what several do.
  package var headlines: [Headline] {
    let open = matters(with: .undecided)
    let twice = matters(with: .decidedTwice)
    var found: [Headline] = []
    if !open.isEmpty {
      found.append(
        Headline(
          .decisions,
          "Nobody decides \(Phrase.list(called(open), limit: 3)).",
          advice: "Name one body for each.", concerned: open.count))
    }
    if !twice.isEmpty {
      found.append(
        Headline(
          .decisions,
          "Several bodies decide \(Phrase.list(called(twice), limit: 3)).",
          advice: "Leave the decision to one, and let the others approve first or be consulted.",
          concerned: twice.count))
    }
    return found
  }
}

extension [String] {
  fileprivate var spoken: String { Phrase.list(self, limit: 4) }
}
