package import EcosystemModel

/// Who has several roles at once, on how few people alliances and committees hang, and who could take over.
package struct RolesFindings: Findings {
  /// What was asked.
  package let question: RolesQuestion
  /// The day the answer stands for.
  package let date: CalendarDate?
  /// The conditions that everything counted meets; none if nothing was filtered.
  package let filter: [String]
  /// What is not told, since it lies behind firewalls; `nil` if nothing is kept back.
  package let withheld: Withheld?
  /// The rows that it rests on; `nil` if nobody counted them.
  package var grounds: Grounds?
  /// Everybody with a role in an alliance, those with most at once first.
  package let people: [RoleHolder]
  /// The sets of roles that people have, the largest first.
  package let combinations: [RoleCombination]
  /// Those with two employments or more.
  package let jobs: [DayJobHolder]
  /// How few people committees and alliances hang on.
  package let bodies: [BusFactor]
  /// Offices and chairs that nobody could take over.
  package let gaps: [SuccessionGap]
}

extension RolesFindings {
  /// What was asked.
  package var title: String { "Roles, and who could take them over" }

  /// Those with several roles, two jobs, and what hangs on one.
  package var summary: [String] {
    let several = people.filter { $0.mostAtOnce > 1 }
    let most = several.first.map {
      " (\(several.count > 1 ? "first " : "")\($0.name): \(Phrase.list($0.places.max { $0.roles.count < $1.roles.count }?.roles ?? [])))"
    }
    var sentences = [
      several.isEmpty
        ? "Nobody has several roles at once in one alliance."
        : "\(Phrase.count(several.count, "person has", "people have")) several roles at once in one alliance\(most ?? "")."
    ]
    if let set = combinations.first, set.roles.count > 1 {
      sentences.append(
        "\(Phrase.count(set.people.count, "person is", "people are")) \(Phrase.list(set.roles)) somewhere\(Self.share(set.inOneAlliance, of: set.people.count, "in one alliance"))."
      )
    }
    if !jobs.isEmpty {
      sentences.append(
        "\(Phrase.count(jobs.count, "person has", "people have")) two employments or more\(Self.share(jobs.count(where: \.isOverbooked), of: jobs.count, "for more than the whole of their time"))."
      )
    }
    let single = bodies.filter { $0.factor == 1 }
    let alliances = single.count { $0.body.kind == .alliance }
    let hanging = [
      alliances > 0 ? Phrase.count(alliances, "alliance") : nil,
      single.count > alliances ? Phrase.count(single.count - alliances, "committee") : nil,
    ].compactMap { $0 }
    sentences.append(
      hanging.isEmpty
        ? "No alliance and no committee hangs on one person."
        : "\(Phrase.list(hanging)) \(single.count == 1 ? "hangs" : "hang") on one person.")
    sentences.append(
      gaps.isEmpty
        ? "For every office and chair somebody could take over."
        : "\(Phrase.count(gaps.count, "office or chair", "offices or chairs")) nobody could take over."
    )
    return sentences
  }

  /// `, 2 of them in one alliance`, or `, all of them …`; of one alone, and of none, as short as people say it.
  private static func share(_ part: Int, of whole: Int, _ words: String) -> String {
    switch part {
    case 0: ""
    case whole: whole == 1 ? ", \(words)" : ", all of them \(words)"
    default: ", \(part) of them \(words)"
    }
  }

  /// Roles by person and alliance, sets of roles, employments, what hangs on few, and gaps.
  package var tables: [FindingsTable] {
    [
      hatsTable, portfolioTable, combinationsTable, jobsTable, busTable(.alliance),
      busTable(.committee), gapsTable,
    ].compactMap { $0 }
  }

  private func table<Row>(
    _ id: String, _ title: String, _ method: String, _ columns: [FindingsTable.Column],
    _ rows: [Row], _ cells: (Row) -> [FindingsTable.Cell]
  ) -> FindingsTable? {
    guard !rows.isEmpty || id == "hats" else { return nil }
    var table = FindingsTable(
      id: id, title: title, method: "\(dateText); \(method)", columns: columns)
    table.append(firstOf: rows, limit: question.limit, cells)
    return table
  }

  private static let hoursText =
    "hours a month of roles and of seats there, by the weights of load, as far as known"

  private var hatsTable: FindingsTable? {
    let rows = people.flatMap { person in
      person.places.filter { $0.roles.count > 1 }
        .map { (person: person.name, company: person.company, place: $0) }
    }.sorted { left, right in
      (-left.place.roles.count, -(left.place.hours ?? 0), left.person, left.place.alliance)
        < (-right.place.roles.count, -(right.place.hours ?? 0), right.person, right.place.alliance)
    }
    return table(
      "hats", "Several roles at once in one alliance",
      "alliance manager, sponsor, project manager (leads a program) and what relationships say, such as investigator; \(Self.hoursText)",
      [
        .init("person"), .init("company"), .init("alliance"), .init("roles"),
        .init("seats", .integer), .init("hours a month", .hours),
      ], rows
    ) {
      [
        .text($0.person), .text($0.company), .text($0.place.alliance), .list($0.place.roles),
        .integer($0.place.seatCount), .number($0.place.hours),
      ]
    }
  }

  private var portfolioTable: FindingsTable? {
    table(
      "portfolio", "Roles over the portfolio", Self.hoursText,
      [
        .init("person"), .init("company"), .init("roles"), .init("alliances", .integer),
        .init("most at once", .integer), .init("hours a month", .hours),
      ], people
    ) {
      [
        .text($0.name), .text($0.company), .list($0.roles), .integer($0.places.count),
        .integer($0.mostAtOnce), .number($0.hours),
      ]
    }
  }

  private var combinationsTable: FindingsTable? {
    table(
      "combinations", "Which roles go together",
      "everybody counts once, with exactly the roles they have anywhere",
      [
        .init("roles"), .init("people", .integer), .init("in one alliance", .integer), .init("who"),
      ], combinations
    ) {
      [
        .list($0.roles), .integer($0.people.count), .integer($0.inOneAlliance), .list($0.people),
      ]
    }
  }

  private var jobsTable: FindingsTable? {
    table(
      "jobs", "Two day jobs", "employments of the day; duties as load counts them",
      [
        .init("person"), .init("jobs"), .init("share", .percent, decimals: 0),
        .init("duties", .hours), .init("can give", .hours),
      ], jobs
    ) { holder in
      [
        .text(holder.name),
        .list(
          holder.jobs.map { job in
            // The name of a function that others have too names its company already.
            let isNamed = job.function?.contains(job.company) ?? false
            let place = [job.function, isNamed ? nil : job.company].compactMap { $0 }
              .joined(separator: " at ")
            let share = job.share.map { " (\(NumberText.percent($0, decimals: 0)))" } ?? ""
            return place + share
          }), .number(holder.share), .number(holder.hours), .number(holder.capacity),
      ]
    }
  }

  private func busTable(_ kind: EntityReference.Kind) -> FindingsTable? {
    let method =
      kind == .committee
      ? "the fewest whose loss leaves fewer voting members than the quorum, or a partner without a vote"
      : "the fewest without whom more than half of the committees, offices, programs and handoffs stall; at most: found by taking out whoever holds most, fewer were not ruled out"
    return table(
      kind == .committee ? "committees" : "alliances",
      kind == .committee
        ? "On how few people committees hang" : "On how few people alliances hang",
      method,
      [
        .init(kind.rawValue), .init("people", .integer), .init("exact"), .init("who"),
        .init("stalls"),
      ],
      bodies.filter { $0.body.kind == kind }
    ) {
      [
        .text($0.name), .integer($0.factor), .text($0.isProven ? "exact" : "at most"),
        .list($0.people), .text($0.stalls),
      ]
    }
  }

  private var gapsTable: FindingsTable? {
    table(
      "gaps", "What nobody could take over",
      "offices in alliances, and chairs; could: same company and function, at most one level of seniority apart, hours free where the capacity is known, no firewall between",
      [.init("office"), .init("of"), .init("held by"), .init("why nobody")], gaps
    ) {
      [
        .text($0.vacancy.sort == .seat ? "chair" : $0.vacancy.sort.rawValue),
        .text($0.vacancy.of), .text($0.name), .text($0.reason),
      ]
    }
  }
}
