internal import EcosystemModel

extension OverlapFindings {
  /// The tables that have something to say.
  package var tables: [FindingsTable] {
    if let pair { return [figures(pair), sharers(pair), combinationTable] }
    return [sizes, significance] + (layers.isEmpty ? [] : [layerTable])
      + (question.first == nil ? [bridgeTable, redundancyTable, mergeTable] : [])
      + [combinationTable]
  }

  private func figures(_ pair: PairOverlap) -> FindingsTable {
    let (first, second) = (pair.first, pair.second)
    var table = FindingsTable(
      id: "figures", title: title, method: "\(chanceMethod) \(excluded)",
      columns: [.init("figure"), .init("value", .number, decimals: 3), .init("of what")])
    let smaller = first.size <= second.size ? first : second
    let rows: [(String, FindingsTable.Cell, String)] = [
      ("on both", .integer(pair.shared), "people"),
      (
        "share of \(first.name)", .share(pair.shareOfFirst),
        "the \(first.size) people on \(first.label)"
      ),
      (
        "share of \(second.name)", .share(pair.shareOfSecond),
        "the \(second.size) people on \(second.label)"
      ),
      (
        "share of either (Jaccard)", .share(pair.jaccard),
        "the \(pair.either) people on one or both"
      ),
      (
        "share of the smaller (overlap coefficient)", .share(pair.overlapCoefficient),
        "the \(smaller.size) people on \(smaller.name)"
      ),
      (
        "share of the universe", .share(pair.shareOfPopulation),
        "\(pair.population): \(universeWords)"
      ),
      ("Jaccard index", .number(pair.jaccard), "\(pair.shared) / \(pair.either)"),
      ("overlap coefficient", .number(pair.overlapCoefficient), "\(pair.shared) / \(smaller.size)"),
      ("expected by chance", .number(pair.expected), "people on both"),
      ("lift", .number(pair.lift), "times what chance would give"),
      (
        "p", .probability(decimalLogarithm: pair.pValue.decimalLogarithm),
        "this pair, asked for by itself"
      ),
      (
        "degrees p",
        pair.sdsmPValue.map { .probability(decimalLogarithm: $0.decimalLogarithm) } ?? .missing,
        degreeModel
      ),
    ]
    for row in rows { table.append([.text(row.0), row.1, .text(row.2)]) }
    return table
  }

  private func sharers(_ pair: PairOverlap) -> FindingsTable {
    var table = FindingsTable(
      id: "people", title: "Who sits on both", method: method,
      columns: [
        .init("name"), .init("company"), .init("on \(pair.first.name)"),
        .init("on \(pair.second.name)"),
      ])
    for sharer in pair.sharers {
      table.append([
        .text(sharer.name), .text(sharer.company), .list(sharer.firstRoles.map(\.rawValue)),
        .list(sharer.secondRoles.map(\.rawValue)),
      ])
    }
    return table
  }

  private var sizes: FindingsTable {
    var table = FindingsTable(
      id: "pairs", title: title, method: "Most remarkable first. \(method) \(excluded)",
      columns: [
        .init("A"), .init("B"), .init("on A", .integer), .init("on B", .integer),
        .init("both", .integer), .init("of A", .percent), .init("of B", .percent),
        .init("Jaccard", .number), .init("overlap coeff.", .number), .init("who"),
      ])
    for pair in pairs {
      let names = pair.sharers.map(\.name)
      table.append([
        .text(pair.first.name), .text(pair.second.name), .integer(pair.first.size),
        .integer(pair.second.size), .integer(pair.shared), .number(pair.shareOfFirst),
        .number(pair.shareOfSecond), .number(pair.jaccard), .number(pair.overlapCoefficient),
        .text(Phrase.list(names, limit: 6, joint: nil)),
      ])
    }
    table.notes = [
      "of A: share of the people on A who sit on B too; Jaccard: of the people on either; overlap coefficient: of the smaller."
    ]
    return table
  }

  private var significance: FindingsTable {
    var table = FindingsTable(
      id: "chance", title: "Is it more than chance?", method: chanceMethod,
      columns: [
        .init("A"), .init("B"), .init("both", .integer), .init("among", .integer),
        .init("expected", .number), .init("lift", .number, decimals: 2), .init("p", .probability),
        .init("Holm p", .probability), .init("degrees p", .probability),
        .init("Holm degrees p", .probability),
      ])
    func cell(_ pValue: PValue?) -> FindingsTable.Cell {
      pValue.map { .probability(decimalLogarithm: $0.decimalLogarithm) } ?? .missing
    }
    for pair in pairs {
      table.append([
        .text(pair.first.name), .text(pair.second.name), .integer(pair.shared),
        .integer(pair.population), .number(pair.expected), .number(pair.lift), cell(pair.pValue),
        cell(pair.adjustedPValue), cell(pair.sdsmPValue), cell(pair.adjustedSDSMPValue),
      ])
    }
    return table
  }

  private var layerTable: FindingsTable {
    var table = FindingsTable(
      id: "layers", title: "What sharing people makes of a committee and the one above",
      method:
        "Bridging: people of each partner sit on both, and fewer than half of the lower one do; one-sided: those of one partner only; captured: half or more of the lower one sit above. Observers do not count, alliance managers do not capture; \(dateText).",
      columns: [
        .init("lower"), .init("upper"), .init("is"), .init("both", .integer),
        .init("of the lower", .percent, decimals: 0), .init("partners on both"),
        .init("partners missing"), .init("chair above"),
      ])
    for layer in layers.prefix(question.limit ?? .max) {
      let share = layer.lowerCount > 0 ? Double(layer.shared) / Double(layer.lowerCount) : nil
      table.append([
        .text(layer.lower), .text(layer.upper),
        .text((layer.isFault ? "▲ " : "") + layer.judgement), .integer(layer.shared),
        .number(share), .list(layer.partners),
        .list(layer.shared > 0 ? layer.missingPartners : []), .list(layer.chairs),
      ])
    }
    let rest = layers.count - table.rows.count
    if rest > 0 {
      table.notes = ["\(rest) more \(rest == 1 ? "pair is" : "pairs are") not listed."]
    }
    return table
  }

  private var bridgeTable: FindingsTable {
    var table = FindingsTable(
      id: "bridges", title: "Who bridges",
      method:
        "People on two committees or more; “only bridge” counts the pairs that nobody else connects. \(method)",
      columns: [
        .init("name"), .init("company"), .init("committees", .integer),
        .init("only bridge", .integer), .init("which"),
      ])
    for bridge in bridges {
      table.append([
        .text(bridge.name), .text(bridge.company), .integer(bridge.bodies.count),
        .integer(bridge.solePairs), .list(bridge.bodies),
      ])
    }
    if bridges.count < bridgeCount {
      table.notes = ["\(bridgeCount - bridges.count) more people sit on two or more."]
    }
    return table
  }

  private var redundancyTable: FindingsTable {
    var table = FindingsTable(
      id: "redundancy", title: "Which committees bring together people who meet anyway",
      method:
        "Redundancy (Latapy): the share of pairs of members who meet on another committee too. \(method)",
      columns: [
        .init("committee"), .init("members", .integer), .init("redundancy", .percent),
        .init("sit nowhere else", .integer),
      ])
    for row in redundancies {
      table.append([
        .text(row.body.name), .integer(row.body.size), .number(row.redundancy),
        .integer(row.onlyHere),
      ])
    }
    return table
  }

  private var combinationTable: FindingsTable {
    let shown = combinations.combinations.prefix(question.limit ?? .max)
    let bodies =
      combinations.bodies.count < combinations.bodyCount && pair == nil
      ? "the \(combinations.bodies.count) largest of \(combinations.bodyCount) committees"
      : "\(combinations.bodies.count) committees or kinds"
    var table = FindingsTable(
      id: "combinations", title: "Who sits on exactly which",
      method: "Each person counts once, among \(bodies). \(method)",
      columns: [
        .init("people", .integer), .init("sit on", .integer), .init("exactly these"), .init("who"),
      ])
    for row in shown {
      let names = Array(row.people.prefix(row.count > 6 ? 5 : 6)).listed
      table.append([
        .integer(row.count), .integer(row.bodies.count),
        .list(row.bodies.map { combinations.bodies[$0].name }),
        .text(row.count > 6 ? "\(names) and \(row.count - 5) more" : names),
      ])
    }
    if shown.count < combinations.combinationCount {
      table.notes = ["\(combinations.combinationCount - shown.count) more combinations."]
    }
    return table
  }

  private var mergeTable: FindingsTable {
    var table = FindingsTable(
      id: "merge", title: "Candidates to merge",
      method:
        "At least two on both, overlap coefficient at least \(NumberText.short(OverlapSweep.leastAlike.overlapCoefficient)), Jaccard at least \(NumberText.short(OverlapSweep.leastAlike.jaccard)), same alliance, neither above the other, and no new finding of check. \(method)",
      columns: [
        .init("smaller"), .init("larger"), .init("both", .integer),
        .init("of the smaller", .percent), .init("Jaccard", .number),
        .init("redundancy", .percent), .init("would have to move", .integer),
      ])
    for row in mergeCandidates {
      table.append([
        .text(row.smaller.name), .text(row.larger.name), .integer(row.shared),
        .number(row.overlapCoefficient), .number(row.jaccard), .number(row.redundancy),
        .integer(row.toMove),
      ])
    }
    return table
  }
}
