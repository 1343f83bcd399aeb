import EcosystemModel

extension Navigator {
  /// What was asked, as a title.
  public var title: String { fromName.map { "From \($0) to \(toName)" } ?? "The way to \(toName)" }

  /// The best introduction in a sentence, and how well the ties are owned.
  public var summary: [String] {
    var sentences: [String] = []
    if let fromName {
      if let best = introductions.first {
        let contacts = best.contactCount
        sentences.append(
          "\(fromName) reaches \(toName) in \(contacts) step\(contacts == 1 ? "" : "s"): \(way(best))."
        )
      } else {
        sentences.append("Nothing in the dataset leads from \(fromName) to \(toName).")
      }
    }
    if let keeper = doorKeepers.first {
      sentences.append(
        "\(keeper.name) owns most ties to \(toName): \(keeper.count) of \(doors.count).")
    }
    let ownerless = doors.count { $0.owner == nil }
    if ownerless > 0 {
      sentences.append("\(ownerless) of \(doors.count) ties to \(toName) have no owner.")
    }
    let partners = tiers.count { $0.tier == 1 }
    if let tierCompany {
      sentences.append("\(tierCompany) has \(partners) partner\(partners == 1 ? "" : "s").")
    }
    return sentences
  }

  /// The ways, their steps, the ties, their owners, the brokers and the partners; without what is empty.
  public var tables: [FindingsTable] {
    let all = [waysTable, stepsTable, keepersTable, doorsTable, brokersTable, tiersTable]
    let filled = all.filter { !$0.rows.isEmpty }
    return filled.isEmpty ? [doorsTable] : filled
  }

  private func way(_ steps: [IntroductionStep]) -> String {
    ((steps.first.map { [$0.fromName] } ?? []) + steps.map(\.toName)).joined(separator: " → ")
  }

  private var waysTable: FindingsTable {
    var table = FindingsTable(
      id: "ways", title: title,
      method:
        "\(dateText); best loopless ways (Yen) over relationships, handoffs, seats, alliances and reporting lines, 1 each; belonging to a company or a function costs 1.5; rivalries do not count; in steps, an alliance or a committee that two share counts once",
      columns: [
        .init("#", .integer), .init("way"), .init("steps", .integer), .init("ties", .integer),
        .init("without owner", .integer),
      ])
    for (rank, steps) in introductions.enumerated() {
      table.append([
        .integer(rank + 1), .text(way(steps)), .integer(steps.contactCount), .integer(steps.count),
        .integer(steps.count(where: \.isOwnerless)),
      ])
    }
    return table
  }

  private var stepsTable: FindingsTable {
    var table = FindingsTable(
      id: "steps", title: "Step by step", method: dateText,
      columns: [
        .init("#", .integer), .init("from"), .init("to"), .init("tie"), .init("owner"),
      ])
    for (rank, steps) in introductions.enumerated() {
      for step in steps {
        table.append([
          .integer(rank + 1), .text(step.fromName), .text(step.toName), .text(step.tie),
          .text(step.isOwnerless ? "nobody" : step.owner),
        ])
      }
    }
    return table
  }

  private var keepersTable: FindingsTable {
    var table = FindingsTable(
      id: "owners", title: "Whom to ask: owners of ties to \(toName)", method: dateText,
      columns: [.init("owner"), .init("ties", .integer), .init("to")])
    for keeper in doorKeepers {
      table.append([
        .text(keeper.name), .integer(keeper.count), .list(HandoffStep.shortened(keeper.outside)),
      ])
    }
    return table
  }

  private var doorsTable: FindingsTable {
    var table = FindingsTable(
      id: "ties", title: "Ties that lead to \(toName)",
      method:
        "\(dateText); relationships (rivalries aside), handoffs and alliances with one end inside and one outside; those without owner first",
      columns: [
        .init("inside"), .init("outside"), .init("company"), .init("tie"),
        .init("weight", .number, decimals: 1), .init("owner"),
      ])
    for door in doors.filter({ $0.owner == nil }) + doors.filter({ $0.owner != nil }) {
      table.append([
        .text(door.inside), .text(door.outside), .text(door.company), .text(door.kind),
        .number(door.weight), .text(door.owner ?? "nobody"),
      ])
    }
    return table
  }

  private var brokersTable: FindingsTable {
    var table = FindingsTable(
      id: "brokers", title: "Who stands between others here",
      method:
        "\(dateText); Gould–Fernandez roles by company and by function of the 10 strongest around both ends; ordered pairs that have no tie of their own; who shares a committee has one",
      columns: [
        .init("between"), .init("broker"), .init("group"), .init("pairs", .integer),
        .init("coordinator", .integer), .init("consultant", .integer),
        .init("gatekeeper", .integer), .init("representative", .integer),
        .init("liaison", .integer),
      ])
    for (between, brokers) in [("companies", companyBrokers), ("functions", functionBrokers)] {
      for broker in brokers.prefix(10) {
        table.append([
          .text(between), .text(broker.name), .text(broker.group), .integer(broker.total),
          .integer(broker.coordinator), .integer(broker.consultant), .integer(broker.gatekeeper),
          .integer(broker.representative), .integer(broker.liaison),
        ])
      }
    }
    if skippedCommittees > 0 {
      table.notes.append(
        "\(skippedCommittees) committees with over \(BrokerNetwork.largestCommittee) seats are left out: not all of their members deal with each other"
      )
    }
    return table
  }

  private var tiersTable: FindingsTable {
    var table = FindingsTable(
      id: "partners", title: "Partners of \(tierCompany ?? toName), tier by tier",
      method:
        "\(dateText); partners are in an alliance together, or tied by a relationship (rivalries aside) or a handoff",
      columns: [.init("tier", .integer), .init("company"), .init("through")])
    for tier in tiers {
      table.append([
        .integer(tier.tier), .text(tier.name),
        tier.tier == 1 ? .missing : .list(HandoffStep.shortened(tier.via)),
      ])
    }
    return table
  }
}
