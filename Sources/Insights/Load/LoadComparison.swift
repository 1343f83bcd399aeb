public import EcosystemModel

/// Who carried how much before a change, and who does on the day of the snapshot.
public struct LoadComparisonQuestion: Question {
  /// The rows that the answer is about.
  package static let tables = LoadQuestion.tables
  /// Everything that gives people duties.
  package static let sources = LoadQuestion.sources

  /// The day before the change.
  package var before: CalendarDate
  /// What duties cost, and what is too much.
  package var rules: LoadQuestion.Rules
  /// The number of rows wanted; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  public init(before: CalendarDate, rules: LoadQuestion.Rules = .init(), limit: Int? = 20) {
    self.before = before
    self.rules = rules
    self.limit = limit
  }

  /// Compares two days, person by person.
  ///
  /// - Throws: ``InsightError`` if the snapshot is of no day, or a day has no duties.
  /// - Complexity: That of ``LoadQuestion`` on both days.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> LoadComparison {
    try LoadComparison(self, in: snapshot)
  }
}

/// What people carry on two days beside each other.
public struct LoadComparison: Findings {
  /// One person on both days.
  package struct Person: Hashable, Sendable, Codable {
    /// Their name.
    package let name: String
    /// The name of their employer.
    package let company: String?
    /// What they carried on the first day; `nil` if nothing.
    package let before: PersonLoad?
    /// What they carry on the second day; `nil` if nothing.
    package let after: PersonLoad?

    /// How much more they carry on the second day, in a unit.
    package func change(in unit: LoadFindings.Unit) -> Double {
      (after?.amount(in: unit) ?? 0) - (before?.amount(in: unit) ?? 0)
    }
  }

  /// The first day.
  package let first: CalendarDate
  /// The second day.
  package let second: CalendarDate
  /// The second day, for which the answer stands.
  package var date: CalendarDate? { second }
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Hours a month, or seats where hours are not known on both days.
  package let unit: LoadFindings.Unit
  /// The people whose load changed, the greatest change first, as many as were asked for.
  package let people: [Person]
  /// The number of people whose load changed.
  package let changedCount: Int
  /// What all people carry on the first day.
  package let totalBefore: Double
  /// What all people carry on the second day.
  package let totalAfter: Double
  /// The whole answer for the first day.
  package let before: LoadFindings
  /// The whole answer for the second day.
  package let after: LoadFindings

  init(_ question: LoadComparisonQuestion, in snapshot: Snapshot) throws(InsightError) {
    guard let second = snapshot.date else {
      throw InsightError(.badOption, "A comparison needs two days; name the second one too.")
    }
    first = question.before
    self.second = second
    filter = snapshot.filter.conditions.map(\.description)
    withheld = snapshot.withheld
    let load = LoadQuestion(rules: question.rules, limit: nil)
    let before = try snapshot.on(first).answer(load)
    let after = try snapshot.answer(load)
    let unit: LoadFindings.Unit = before.unit == after.unit ? after.unit : .seats
    let old = Dictionary(before.people.map { ($0.person, $0) }) { known, _ in known }
    let new = Dictionary(after.people.map { ($0.person, $0) }) { known, _ in known }
    let all =
      after.people.map(\.person)
      + before.people.map(\.person).filter { new[$0] == nil }
    let changed = all.map { person in
      Person(
        name: (new[person] ?? old[person])?.name ?? "",
        company: (new[person] ?? old[person])?.company, before: old[person], after: new[person])
    }.filter { abs($0.change(in: unit)) > 1e-9 }
    let order = changed.indices.sorted { left, right in
      (-abs(changed[left].change(in: unit)), left) < (-abs(changed[right].change(in: unit)), right)
    }
    self.unit = unit
    people = order.prefix(question.limit ?? .max).map { changed[$0] }
    changedCount = changed.count
    totalBefore = before.people.reduce(0) { $0 + $1.amount(in: unit) }
    totalAfter = after.people.reduce(0) { $0 + $1.amount(in: unit) }
    self.before = before
    self.after = after
  }
}

extension LoadComparison {
  /// What was asked, as a title.
  package var title: String { "Who carries how much on \(first) and on \(second)" }

  private var unitText: String { unit == .hours ? "hours a month" : "seats" }

  /// The change in sentences.
  package var summary: [String] {
    let (old, new) = (before.concentration.peopleCount, after.concentration.peopleCount)
    let change = NumberText.change(from: totalBefore, to: totalAfter)
    var sentences = [
      "All duties together went from \(NumberText.short(totalBefore, limit: 0)) to \(NumberText.short(totalAfter, limit: 0)) \(unitText), \(change), of \(old) and \(new) people."
    ]
    if let first = people.first {
      let amount = NumberText.short(abs(first.change(in: unit)), limit: 1)
      sentences.append(
        "Most changed for \(first.name): \(amount) \(unitText) \(first.change(in: unit) > 0 ? "more" : "less"); \(Phrase.count(changedCount, "person carries", "people carry")) another load than before."
      )
    }
    if before.capacityCount > 0 || after.capacityCount > 0 {
      sentences.append(
        "\(Self.overloaded(before)) too much on \(self.first), \(after.overloadedCount == 0 ? "nobody" : "\(after.overloadedCount)") on \(second)."
      )
    }
    return sentences
  }

  /// `5 people carried`, or `Nobody carried`.
  private static func overloaded(_ findings: LoadFindings) -> String {
    let count = findings.overloadedCount
    return (count == 0 ? "Nobody" : Phrase.count(count, "person", "people")) + " carried"
  }

  /// The people whose load changed.
  package var tables: [FindingsTable] {
    var table = FindingsTable(
      id: "people", title: title,
      method:
        "loads of each day\(filter.isEmpty ? "" : "; filter: \(filter.joined(separator: " and "))"); the greatest change first; people whose load is the same are left out",
      columns: [
        .init("name"), .init("company"), .init("seats before", .integer),
        .init("seats after", .integer), .init("h/month before", .hours),
        .init("h/month after", .hours), .init("change", .hours), .init("too much"),
      ])
    for person in people {
      let (old, new) = (person.before, person.after)
      let flags = (old?.isOverloaded ?? false, new?.isOverloaded ?? false)
      table.append([
        .text(person.name), .text(person.company), .integer(old?.seats.count ?? 0),
        .integer(new?.seats.count ?? 0), .number(old?.hours ?? 0), .number(new?.hours ?? 0),
        .number((new?.hours ?? 0) - (old?.hours ?? 0)),
        .text(flags.0 && flags.1 ? "on both" : flags.0 ? "before" : flags.1 ? "after" : nil),
      ])
    }
    if people.count < changedCount {
      table.notes.append("\(changedCount - people.count) more are not listed.")
    }
    return [table]
  }
}
