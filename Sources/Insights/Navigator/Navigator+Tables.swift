import EcosystemModel

extension Navigator {
  /// What was asked, as a title.
  package var title: String { fromName.map { "From \($0) to \(toName)" } ?? "The way to \(toName)" }

  /// The best introduction in a sentence, and how well the relationships are owned.
  package var summary: [String] {
    var sentences: [String] = []
    if let fromName {
      if let best = introductions.first {
        let contacts = best.contactCount
        sentences.append(
          "\(fromName) reaches \(toName) in \(Phrase.count(contacts, "step")): \(way(best))."
        )
      } else {
        sentences.append("Nothing in the dataset leads from \(fromName) to \(toName).")
      }
    }
    if let owner = boundaryOwners.first {
      sentences.append(
        "\(owner.name) owns most relationships with \(toName): \(owner.count) of \(boundaryRelationships.count)."
      )
    }
    let ownerless = boundaryRelationships.count(where: \.isOwnerless)
    if ownerless > 0 {
      sentences.append(
        "\(ownerless) of \(boundaryRelationships.count) relationships with \(toName) \(ownerless == 1 ? "has" : "have") no owner."
      )
    }
    let partners = tiers.count { $0.tier == 1 }
    if let tierCompany {
      sentences.append("\(tierCompany) has \(Phrase.count(partners, "partner")).")
    }
    return sentences
  }

  /// The ways, their steps, the ties, their owners, the brokers and the partners; without what is empty.
  package var tables: [FindingsTable] {
    let all = [waysTable, stepsTable, ownersTable, relationshipsTable, brokersTable, tiersTable]
    let filled = all.filter { !$0.rows.isEmpty }
    return filled.isEmpty ? [relationshipsTable] : filled
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
        .init("#", .integer), .init("way"), .init("steps", .integer), .init("links", .integer),
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
      id: "steps", title: "Step by step",
      method:
        "\(dateText); an arrow shows which way a link leads in the data: ← supplies means that the second supplies the first, – holds both ways",
      columns: [
        .init("#", .integer), .init("from"), .init("direction"), .init("to"),
        .init("relationship"), .init("owner"),
      ])
    for (rank, steps) in introductions.enumerated() {
      for step in steps {
        table.append([
          .integer(rank + 1), .text(step.fromName), .text(step.direction.rawValue),
          .text(step.toName), .text(step.tie),
          .text(step.isOwnerless ? "nobody" : step.owner),
        ])
      }
    }
    return table
  }

  private var ownersTable: FindingsTable {
    var table = FindingsTable(
      id: "owners", title: "Whom to ask: owners of relationships with \(toName)", method: dateText,
      columns: [.init("owner"), .init("relationships", .integer), .init("to")])
    for owner in boundaryOwners {
      table.append([
        .text(owner.name), .integer(owner.count), .list(HandoffStep.shortened(owner.outside)),
      ])
    }
    return table
  }

  private var relationshipsTable: FindingsTable {
    var table = FindingsTable(
      id: "relationships", title: "Relationships that lead to \(toName)",
      method:
        "\(dateText); relationships (rivalries aside), handoffs and alliances with one end inside and one outside; those without owner first; an arrow shows which way they lead in the data, from outside in: → supplies means that the outside supplies the inside",
      columns: [
        .init("outside"), .init("direction"), .init("inside"), .init("company"),
        .init("relationship"),
        .init("weight", .number, decimals: 1), .init("owner"),
      ])
    for relationship in boundaryRelationships.filter(\.isOwnerless)
      + boundaryRelationships.filter({ !$0.isOwnerless })
    {
      table.append([
        .text(relationship.outside), .text(relationship.direction.rawValue),
        .text(relationship.inside), .text(relationship.company), .text(relationship.kind),
        .number(relationship.weight),
        .text(relationship.isOwnerless ? "nobody" : relationship.owner),
      ])
    }
    return table
  }

  private var brokersTable: FindingsTable {
    var table = FindingsTable(
      id: "brokers", title: "Who stands between others here",
      method:
        "\(dateText); Gould–Fernandez roles by company and by function of the 10 strongest around both ends; ordered pairs that have no link of their own",
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
    table.conventions = [
      brokersAreCompanies
        ? "Companies are linked by alliances, relationships and handoffs, in both directions, since nothing links people or functions."
        : "People and functions are linked by relationships and handoffs in their direction, and by a committee that two people share in both; what links whole companies, alliances or programs and reporting lines do not count.",
      "Rivalries do not count. Companies are those of people and functions; functions of the same name in different companies are one group; who has no group is one of their own.",
      "Raw counts, as brokerage() of the R package sna.",
    ]
    if skippedCommittees > 0 {
      table.notes.append(
        "\(Phrase.count(skippedCommittees, "committee")) with over \(BrokerNetwork.largestCommittee) seats left out: not all of their members deal with each other"
      )
    }
    return table
  }

  private var tiersTable: FindingsTable {
    var table = FindingsTable(
      id: "partners", title: "Partners of \(tierCompany ?? toName), tier by tier",
      method:
        "\(dateText); partners are in an alliance together, or linked by a relationship (rivalries aside) or a handoff",
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
