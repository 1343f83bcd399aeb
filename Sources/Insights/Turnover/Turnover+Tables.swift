import EcosystemModel

extension Turnover {
  /// What was asked.
  package var title: String { "Who came and who left from \(question.from) to \(question.to)" }

  /// How many came, left and stayed, where most happened, and how long people have been there.
  package var summary: [String] {
    func names(_ people: [String]) -> String {
      people.isEmpty ? "" : " (\(Phrase.list(people, limit: 4)))"
    }
    var sentences = [
      "\(Phrase.count(newcomers.count, "person", "people")) came\(names(newcomers)), \(leavers.count) left\(names(leavers)), and \(stayedCount) sit on a committee on both days."
    ]
    let places = Move.allCases.map { move in changes.count { $0.move == move } }
    let bodies = counts.filter { $0.body == .committee }
    sentences.append(
      "Places on committees: \(places[0]) new, \(places[1]) given up, \(places[2]) with another role, on \(bodies.count { !$0.isStill }) of \(Phrase.count(bodies.count, "committee"))."
    )
    if let tenure, let median = tenure.medianDays, let longest = tenure.longestDays {
      var words =
        "On \(question.to) half of the places had been held for \(Self.years(median)) or longer, and the longest for \(Self.years(Double(longest)))"
      if let share = tenure.newShare {
        words +=
          "; \(NumberText.percent(share, decimals: 0)) of the places with a vote are newer than six months"
      }
      sentences.append(words + ".")
    }
    return sentences
  }

  private static func years(_ days: Double) -> String {
    days < 365.25
      ? Phrase.count(NumberText.fixed(days * 12 / 365.25, decimals: 0), "month")
      : Phrase.count(NumberText.fixed(days / 365.25, decimals: 1), "year")
  }

  /// Each change, the bodies, and how long people have been on the committees.
  package var tables: [FindingsTable] {
    [changesTable] + Body.allCases.compactMap(countsTable)
      + (tenures.isEmpty ? [] : [tenureTable])
  }

  private var changesTable: FindingsTable {
    var table = FindingsTable(
      id: "changes", title: title,
      method:
        "\(dateText), compared with \(question.from); of several roles at once the weightiest counts; day: the first of the new state",
      columns: [
        .init("what"), .init("person"), .init("company"), .init("committee"), .init("alliance"),
        .init("before"), .init("after"), .init("day", .date),
      ])
    table.append(firstOf: changes, limit: question.limit) { change in
      [
        .text(change.move.rawValue), .text(change.name), .text(change.company),
        .text(change.committee), .text(change.alliance), .text(change.before?.rawValue),
        .text(change.after?.rawValue), .date(change.day),
      ]
    }
    return table
  }

  private func countsTable(_ body: Body) -> FindingsTable? {
    let rows = counts.filter { $0.body == body }
    guard !rows.isEmpty else { return nil }
    let (id, title, who) =
      switch body {
      case .committee: ("committees", "Committee by committee", "those who sit on it")
      case .company: ("companies", "Company by company", "those who sit for it on any committee")
      case .alliance: ("alliances", "Alliance by alliance", "those on any of its committees")
      }
    var table = FindingsTable(
      id: id, title: title,
      method:
        "\(dateText), compared with \(question.from); \(who); kept: those of the first day who are there on the second",
      columns: [
        .init(body.rawValue), .init("before", .integer), .init("after", .integer),
        .init("kept", .percent, decimals: 0), .init("came"), .init("left"),
      ] + (body == .committee ? [.init("changed role")] : []))
    table.append(firstOf: rows, limit: question.limit) { row in
      [
        .text(row.name), .integer(row.before), .integer(row.after), .number(row.retention),
        .list(row.came), .list(row.left),
      ] + (body == .committee ? [.list(row.changed)] : [])
    }
    return table
  }

  private var tenureTable: FindingsTable {
    var table = FindingsTable(
      id: "tenure", title: "How long people have been on their committees",
      method:
        "\(dateText); from the first day of the unbroken time on the committee; members without a first day are not new, and have no tenure; new: came within \(Tenure.monthsOfNewcomers) months",
      columns: [
        .init("committee"), .init("members", .integer), .init("first day known", .integer),
        .init("median years", .number, decimals: 1), .init("longest years", .number, decimals: 1),
        .init("longest there"), .init("votes", .integer),
        .init("new", .percent, decimals: 0),
      ])
    table.append(firstOf: tenures, limit: question.limit) { row in
      [
        .text(row.committee), .integer(row.memberCount), .integer(row.knownCount),
        .number(row.medianDays.map { $0 / 365.25 }),
        .number(row.longestDays.map { Double($0) / 365.25 }), .list(row.longest),
        .integer(row.voterCount), .number(row.newShare),
      ]
    }
    return table
  }
}
