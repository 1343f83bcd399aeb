import EcosystemModel

extension StructureFindings {
  /// The figures, what is missing, and what lies behind the figures.
  package var tables: [FindingsTable] {
    [figuresTable, missingTable]
      + [
        partsTable, cutsTable, bridgesTable, communitiesTable, groupsTable, pairsTable,
        alliancesTable, sharedTable, coverTable, placesTable, clocksTable,
      ].compactMap { $0 }
  }

  /// A table with as many rows as were asked for, and a note on those that are not shown.
  private func table<Row>(
    _ id: String, _ title: String, _ method: String, _ columns: [FindingsTable.Column],
    _ rows: [Row], _ cells: (Row) -> [FindingsTable.Cell]
  ) -> FindingsTable? {
    guard !rows.isEmpty else { return nil }
    var table = FindingsTable(
      id: id, title: title, method: "\(dateText); \(method)", columns: columns)
    table.append(firstOf: rows, limit: question.limit, cells)
    return table
  }

  private var figuresTable: FindingsTable {
    var table = FindingsTable(
      id: "figures", title: "How the whole hangs together", method: dateText,
      columns: [.init("figure"), .init("value", .number, decimals: 2), .init("how it is counted")])
    func add(_ name: String, _ cell: FindingsTable.Cell, _ how: String) {
      table.append([.text(name), cell, .text(how)])
    }
    if let cohesion {
      add("in the graph", .integer(cohesion.nodeCount), cohesion.graph)
      add("linked pairs", .integer(cohesion.pairCount), "of \(cohesion.possiblePairs) possible")
      add(
        "density", cohesion.density.map { .share($0) } ?? .missing,
        "links ÷ possible links, each direction by itself where links have one")
      if let reciprocity = cohesion.reciprocity {
        add(
          "reciprocity", .share(reciprocity),
          "links with a link back ÷ all links; one without direction leads both ways")
      }
      add("components", .integer(cohesion.parts.count), "of two or more")
      add("alone", .integer(cohesion.isolated.count), Phrase.list(cohesion.isolated, limit: 4))
      add("articulation points", .integer(cohesion.cuts.count), "without whom more parts are left")
      add(
        "bridges", .integer(cohesion.bridges.count),
        "links that alone join two or more at either end; \(Phrase.count(cohesion.pendantCount, "other link")) that alone would be cut by \(cohesion.pendantCount == 1 ? "holds" : "hold") one alone"
      )
      if !cohesion.leftOut.isEmpty {
        table.notes.append("Left out: \(cohesion.leftOut.joined(separator: ", ")).")
      }
    }
    if let communities {
      add(
        "communities", .integer(communities.groups.count),
        "of two or more, by the Leiden method (Traag 2019)")
      add(
        "modularity", .number(communities.modularity),
        "of these communities, after Newman; every linked pair counts one, directions are ignored")
    }
    if let mixing { addMixing(mixing, add) }
    return table
  }

  private func addMixing(
    _ mixing: GroupMixing, _ add: (String, FindingsTable.Cell, String) -> Void
  ) {
    add(
      "E-I index by \(mixing.column)", .number(mixing.externalInternalIndex),
      "(links between − links inside) ÷ all, −1 if all stay inside (Krackhardt 1988); \(mixing.links)"
    )
    add(
      "E-I index by chance", .number(mixing.expectedIndex), "if links fell between any two alike")
    add(
      "assortativity by \(mixing.column)", .number(mixing.assortativity),
      "after Newman 2003: 1 if all links stay inside, 0 as by chance")
  }

  private var missingTable: FindingsTable {
    var table = FindingsTable(
      id: "missing", title: "What is missing",
      method:
        "\(dateText); votes on the day with most voting members; stages: signed, filed, approved, launched",
      columns: [.init("what"), .init("of"), .init("more"), .init("day", .date)])
    table.append(firstOf: missing, limit: question.limit) { gap in
      [.text(gap.sort.rawValue), .text(gap.name), .text(gap.detail), .date(gap.day)]
    }
    if !unjudged.isEmpty { table.notes.append("Not judged: \(unjudged.joined(separator: "; ")).") }
    return table
  }

  private var partsTable: FindingsTable? {
    table(
      "components", "What hangs together", "components of two or more, directions ignored",
      [.init("size", .integer), .init("members")], cohesion?.parts ?? []
    ) { [.integer($0.members.count), .list($0.members)] }
  }

  private var cutsTable: FindingsTable? {
    table(
      "cuts", "Without whom it falls apart",
      "articulation points; cut off: all outside the largest piece that is left",
      [.init("name"), .init("pieces", .integer), .init("cut off", .integer), .init("who")],
      cohesion?.cuts ?? []
    ) { [.text($0.name), .integer($0.pieces), .integer($0.cutOff.count), .list($0.cutOff)] }
  }

  private var bridgesTable: FindingsTable? {
    table(
      "bridges", "Links without which it falls apart", "with two or more at either end",
      [.init("from"), .init("to"), .init("cut off", .integer)], cohesion?.bridges ?? []
    ) { [.text($0.first), .text($0.second), .integer($0.cutOff)] }
  }

  private var communitiesTable: FindingsTable? {
    table(
      "communities", "Who has more to do with each other than with the rest",
      "Leiden method, resolution 1, every linked pair counts one; modularity \(NumberText.fixed(communities?.modularity ?? 0, decimals: 3))",
      [.init("size", .integer), .init("members")], communities?.groups ?? []
    ) { [.integer($0.members.count), .list($0.members)] }
  }

  private var groupsTable: FindingsTable? {
    table(
      "groups", "Links inside groups and between them",
      "by \(mixing?.column ?? ""); \(mixing?.links ?? ""); \(Phrase.count(mixing?.unknownCount ?? 0, "other has", "others have")) nothing in the column",
      [
        .init("group"), .init("members", .integer), .init("inside", .integer),
        .init("outside", .integer), .init("E-I index", .number, decimals: 2),
      ], mixing?.groups ?? []
    ) {
      [
        .text($0.value), .integer($0.memberCount), .integer($0.inside), .integer($0.outside),
        .number($0.externalInternalIndex),
      ]
    }
  }

  private var pairsTable: FindingsTable? {
    let all = Double((mixing?.inside ?? 0) + (mixing?.outside ?? 0))
    return table(
      "mixing", "Which group has to do with which",
      "by \(mixing?.column ?? ""); \(mixing?.links ?? "")",
      [
        .init("group"), .init("with"), .init("links", .integer),
        .init("share of all", .percent),
      ], mixing?.pairs ?? []
    ) {
      [.text($0.first), .text($0.second), .integer($0.links), .number(Double($0.links) / all)]
    }
  }

  private var houseText: String {
    alliances?.house.map {
      "; \($0) is in every alliance, joins none in particular and is left out"
    }
      ?? ""
  }

  private var alliancesTable: FindingsTable? {
    table(
      "alliances", "Which alliances are joined to others by a partner",
      "betweenness in the two-mode graph of companies and alliances, as a share of all pairs\(houseText)",
      [
        .init("alliance"), .init("partners", .integer), .init("alliances joined", .integer),
        .init("betweenness", .number), .init("by"),
      ], alliances?.alliances ?? []
    ) {
      [
        .text($0.name), .integer($0.partnerCount), .integer($0.neighborCount),
        .number($0.betweenness), .list($0.sharedPartners),
      ]
    }
  }

  private var sharedTable: FindingsTable? {
    table(
      "shared", "Alliances that share partners",
      "of either: shared ÷ partners of one or both (Jaccard); of the smaller: overlap coefficient\(houseText)",
      [
        .init("alliance"), .init("and"), .init("shared", .integer),
        .init("of either", .percent, decimals: 0), .init("of the smaller", .percent, decimals: 0),
        .init("partners"),
      ], alliances?.pairs ?? []
    ) {
      [
        .text($0.first), .text($0.second), .integer($0.shared.count), .number($0.jaccard),
        .number($0.overlapCoefficient), .list($0.shared),
      ]
    }
  }

  private var coverTable: FindingsTable? {
    guard let cover else { return nil }
    let method =
      cover.isSmallest
      ? "proven to be the fewest"
      : "at least \(cover.leastCount) are needed; the greedy method takes at most \(NumberText.fixed(cover.greedyFactor, decimals: 2)) times the fewest"
    var table = table(
      "cover", "People who together sit on every committee",
      "\(method); every seat counts, whatever its role",
      [.init("person"), .init("company"), .init("committees", .integer), .init("which")],
      cover.people
    ) { [.text($0.name), .text($0.company), .integer($0.committees.count), .list($0.committees)] }
    if cover.emptyCount > 0 {
      table?.notes.append(
        "\(Phrase.count(cover.emptyCount, "committee has", "committees have")) no members.")
    }
    return table
  }

  private var placesTable: FindingsTable? {
    guard let handoffs else { return nil }
    let unknown = handoffs.rowCount - handoffs.crossing(\.places).known
    return table(
      "places", "Handoffs from place to place",
      "by \(handoffs.column) of both ends, their own or that of their company; not known of \(Phrase.count(unknown, "handoff"))",
      [
        .init("from"), .init("to"), .init("handoffs", .integer),
        .init("a year", .number, decimals: 0),
      ],
      handoffs.places
    ) { [.text($0.from), .text($0.to), .integer($0.rows), .number($0.perYear)] }
  }

  private var clocksTable: FindingsTable? {
    guard let handoffs else { return nil }
    let unknown = handoffs.rowCount - handoffs.crossing(\.clocks).known
    return table(
      "clocks", "Handoffs from time zone to time zone",
      "clocks of \(handoffs.year), in the half of the year in which they are further apart; not known of \(Phrase.count(unknown, "handoff"))",
      [
        .init("from"), .init("to"), .init("handoffs", .integer),
        .init("a year", .number, decimals: 0), .init("hours apart", .hours),
      ], handoffs.clocks
    ) {
      [
        .text($0.from), .text($0.to), .integer($0.rows), .number($0.perYear),
        .number($0.hoursApart),
      ]
    }
  }
}
