import EcosystemModel
import Insights

/// Who and what there is, as tables.
struct Rosters {
  /// The ecosystem on the day of the review.
  let snapshot: Snapshot
  /// How the day is written.
  let dateText: String

  private var ecosystem: Ecosystem { snapshot.ecosystem }

  /// Alliances with their partners, stage, value and aim.
  var alliances: FindingsTable {
    var table = FindingsTable(
      id: "alliances", title: "Alliances", method: "Table alliances; \(dateText).",
      columns: [
        .init("Alliance"), .init("Partners"), .init("Kind"), .init("Area"), .init("Stage"),
        .init("Manager"), .init("Since", .date), .init("Value, million USD", .number, decimals: 0),
        .init("North star"),
      ])
    for row in ecosystem.alliances {
      table.append([
        .text(row.name), .list(row.companies.map { name(.company($0)) }), .text(row.kind),
        .text(row.area), .text(row.stage), .text(row.manager.map { name(.person($0)) }),
        .date(row.validity.since), .number(row.valueInUSDollars.map { $0 / 1_000_000 }),
        .text(row.northStar),
      ])
    }
    return table
  }

  /// Programs of the alliances.
  var programs: FindingsTable {
    var table = FindingsTable(
      id: "programs", title: "Programs", method: "Table programs; \(dateText).",
      columns: [
        .init("Program"), .init("Alliance"), .init("Stage"), .init("Lead"), .init("Since", .date),
      ])
    for row in ecosystem.programs {
      table.append([
        .text(row.name), .text(name(.alliance(row.alliance))), .text(row.stage),
        .text(row.lead.map { name(.person($0)) }), .date(row.validity.since),
      ])
    }
    return table
  }

  /// Committees with what they decide, how often they meet and to whom they report.
  var charters: FindingsTable {
    var table = FindingsTable(
      id: "charters", title: "Committees and their charters",
      method: "Tables committees and memberships; \(dateText).",
      columns: [
        .init("Committee"), .init("Kind"), .init("Reports to"), .init("Decides"),
        .init("Meets"), .init("Hours", .hours), .init("Preparation", .hours),
        .init("Quorum", .integer), .init("Chairs"), .init("Members", .integer),
        .init("Days promised", .integer),
      ])
    for row in ecosystem.committees {
      let seats = snapshot.seats(of: row.id)
      table.append([
        .text(row.name), .text(row.kind), .text(row.parent.map { name(.committee($0)) }),

        .text(row.decides?.replacing("|", with: "; ")), .text(row.cadence?.description),
        .number(row.hours),
        .number(row.preparationHours), .integer(row.quorum),
        .list(seats.filter(\.role.isChairing).map { name(.person($0.person)) }),
        .integer(Set(seats.map(\.person)).count),
        .integer(row.maxDays.map { Int(min(max($0, 0), 1e6).rounded()) }),
      ])
    }
    return table
  }

  /// Seats: who sits where for whom, with which right to decide.
  var seats: FindingsTable {
    var table = FindingsTable(
      id: "seats", title: "Governance members",
      method: "Tables memberships and people; \(dateText).",
      columns: [
        .init("Committee"), .init("Person"), .init("Role"), .init("Decision right"),
        .init("Company"), .init("Function"), .init("Title"), .init("Since", .date),
      ])
    for committee in ecosystem.committees {
      let seats = snapshot.seats(of: committee.id).enumerated()
      let order = seats.sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      for (_, seat) in order {
        let person = ecosystem.people[seat.person]
        table.append([
          .text(committee.name), .text(name(.person(seat.person))), .text(seat.role.rawValue),
          .text(Self.right(of: seat.role)),
          .text(ecosystem.company(of: seat).map { name(.company($0)) }),
          .text(person?.function.map { name(.function($0)) }), .text(person?.title),
          .date(seat.validity.since),
        ])
      }
    }
    return table
  }

  /// The latest value of each measure, with the one before.
  func scores(of isSubject: (EntityReference) -> Bool) -> FindingsTable {
    struct Series: Hashable {
      let subject: EntityReference
      let measure: String
    }
    var order: [Series] = []
    var rows: [Series: [Score]] = [:]
    for score in ecosystem.scores where isSubject(score.subject) {
      let series = Series(subject: score.subject, measure: score.measure)
      if rows[series] == nil { order.append(series) }
      rows[series, default: []].append(score)
    }
    var table = FindingsTable(
      id: "scores", title: "Scores",
      method: "The latest value of each measure, and the one before; \(dateText).",
      columns: [
        .init("About"), .init("Measure"), .init("Value", .number, decimals: 2), .init("Scale"),
        .init("Day", .date), .init("Before", .number, decimals: 2), .init("Day before", .date),
      ])
    for series in order {
      let all = (rows[series] ?? []).enumerated().sorted { left, right in
        let (first, second) = (left.element.date?.dayNumber, right.element.date?.dayNumber)
        return (first ?? .min, left.offset) < (second ?? .min, right.offset)
      }.map(\.element)
      guard let last = all.last else { continue }
      let before = all.dropLast().last
      table.append([
        .text(name(series.subject)), .text(series.measure), .number(last.value),
        .text(last.scale), .date(last.date), .number(before?.value), .date(before?.date),
      ])
    }
    return table
  }

  private func name(_ reference: EntityReference) -> String { ecosystem.name(of: reference) }

  private func rank(_ seat: Membership) -> Int {
    MembershipRole.allCases.firstIndex(of: seat.role) ?? MembershipRole.allCases.count
  }

  private static func right(of role: MembershipRole) -> String {
    switch role {
    case .chair, .coChair: "chairs and votes"
    case .member: "votes"
    case .alternate: "votes in place of a member"
    case .observer: "listens"
    }
  }
}
