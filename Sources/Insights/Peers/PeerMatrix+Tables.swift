import EcosystemModel

extension PeerMatrix {
  /// What was asked, as a title.
  package var title: String { "Peers in \(allianceName)" }

  /// How the partners face each other, in sentences.
  package var summary: [String] {
    let single = pairs.count(where: \.isSingleThreaded)
    var sentences = [
      "\(functions.count) functions of \(companyNames.joined(separator: " and ")) take part; \(pairs.count) pairs face each other, \(single) of them by one person at most on a side; missing counterparts: \(gaps.count)."
    ]
    let shares = concentration.map { part in
      "\(part.function) carries \(NumberText.percent(part.share, decimals: 0)) of the contacts of \(name(part.company))"
    }
    if !shares.isEmpty {
      sentences.append("The contacts form a \(shape.rawValue): \(shares.joined(separator: ", ")).")
    }
    if !endedBodies.isEmpty {
      sentences.append(
        "Left out, since they have ended: \(endedBodies.listed); a day shows who was there then.")
    }
    return sentences
  }

  /// The matrix, the pairs, the gaps, and the committees.
  package var tables: [FindingsTable] {
    [matrixTable, pairsTable] + [gapsTable, committeesTable].filter { !$0.rows.isEmpty }
  }

  private func name(_ company: Company.ID) -> String {
    companies.firstIndex(of: company).map { companyNames[$0] } ?? company.rawValue
  }

  private var matrixTable: FindingsTable {
    var table = FindingsTable(
      id: "matrix", title: title,
      method:
        "\(dateText); each function with the number of its people in the alliance (seats, alliance manager, program leads, owners of relationships); counterparts are linked by a relationship or a handoff, or have the same name",
      columns: companyNames.map { .init($0) })
    var shown: Set<Function.ID> = []
    for function in functions where !shown.contains(function.function) {
      shown.insert(function.function)
      let partners = pairs.compactMap { pair -> PeerFunction? in
        pair.a.function == function.function
          ? pair.b : pair.b.function == function.function ? pair.a : nil
      }
      for partner in partners { shown.insert(partner.function) }
      table.append(
        companies.map { company in
          let cell =
            company == function.company ? [function] : partners.filter { $0.company == company }
          return cell.isEmpty
            ? .text("GAP") : .list(cell.map { "\($0.name) (\($0.people.count))" })
        })
    }
    if !unplaced.isEmpty {
      table.notes.append(
        "\(unplaced.count) people of the alliance have no function and stand in no cell: \(HandoffStep.shortened(unplaced).listed)"
      )
    }
    if !outsiders.isEmpty {
      table.notes.append(
        "\(outsiders.count) people of the alliance work for none of the partners: \(HandoffStep.shortened(outsiders).listed)"
      )
    }
    return table
  }

  private var pairsTable: FindingsTable {
    var table = FindingsTable(
      id: "pairs", title: "Who faces whom",
      method:
        "\(dateText); skew: levels between the most senior on each side, above zero if the right side ranks lower; single: one known person or none on a side; contacts: links and shared committees; clocks on 15 January and 15 July \(year)",
      columns: [
        .init("a"), .init("b"), .init("people a"), .init("people b"),
        .init("contacts", .integer), .init("skew", .integer), .init("single"),
        .init("hours apart", .hours), .init("winter min", .integer),
        .init("summer min", .integer), .init("owner"), .init("by"),
      ])
    for pair in pairs {
      let apart = pair.minutesApart.map { Double(max($0.winter, $0.summer)) / 60 }
      table.append([
        .text("\(pair.a.name) (\(name(pair.a.company)))"),
        .text("\(pair.b.name) (\(name(pair.b.company)))"),
        .list(HandoffStep.shortened(pair.a.people)), .list(HandoffStep.shortened(pair.b.people)),
        .integer(pair.contacts), .integer(pair.senioritySkew),
        .text(pair.isSingleThreaded ? "single" : ""), .number(apart),
        .integer(pair.overlapMinutes?.winter), .integer(pair.overlapMinutes?.summer),
        pair.owners.isEmpty ? .text("nobody") : .list(pair.owners), .text(pair.basis.rawValue),
      ])
    }
    return table
  }

  private var gapsTable: FindingsTable {
    var table = FindingsTable(
      id: "gaps", title: "Functions without a counterpart",
      method: "\(dateText); no relationship, no handoff and no namesake at the other partner",
      columns: [
        .init("function"), .init("company"), .init("missing at"), .init("people", .integer),
      ])
    for gap in gaps {
      table.append([
        .text(gap.function.name), .text(name(gap.function.company)), .text(name(gap.missingAt)),
        .integer(gap.function.people.count),
      ])
    }
    return table
  }

  private var committeesTable: FindingsTable {
    var table = FindingsTable(
      id: "committees", title: "Seniority on the committees",
      method:
        "\(dateText); mean seniority of voting members, 1 for the board; skew: the largest difference between partners",
      columns: [.init("committee")]
        + companyNames.flatMap {
          [.init("\($0): votes", .integer), .init("seniority", .number, decimals: 2)]
        } + [.init("skew", .number, decimals: 2)])
    for row in committees {
      var cells: [FindingsTable.Cell] = [.text(row.committee)]
      for (voters, seniority) in zip(row.voters, row.seniority) {
        cells += [.integer(voters), .number(seniority)]
      }
      table.append(cells + [.number(row.skew)])
    }
    return table
  }
}
