import EcosystemModel

extension AlignmentFindings {
  /// What was asked, as a title.
  package var title: String { "Alignment on three dimensions" }

  /// The weakest dimension of the weakest committee, and how often each is the weakest.
  package var summary: [String] {
    guard let first = committees.first, let weakest = first.weakest.first else {
      return [
        "On \(Phrase.count(committees.count, "committee")) everybody is joined on every dimension that can be told."
      ]
    }
    let sides = first.weakest.map {
      "\($0.dimension.rawValue) (\(Self.words($0, isMeasured: first.isMeasured)))"
    }
    var sentences = [
      sides.count == 1
        ? "Weakest is alignment \(weakest.dimension.rawValue) on \(first.name): \(Self.words(weakest, isMeasured: first.isMeasured))."
        : "Weakest on \(first.name) is alignment \(Phrase.list(sides))."
    ]
    let counts = CommitteeAlignment.Dimension.allCases.map { dimension in
      (dimension, committees.count { $0.weakest.contains { $0.dimension == dimension } })
    }.filter { $0.1 > 0 }
    if committees.count > 1 {
      let parts = counts.map { "\($0.0.rawValue) on \($0.1)" }
      sentences.append(
        "Of \(committees.count) committees the weakest dimension is \(Phrase.list(parts)).")
    }
    return sentences
  }

  private static func words(_ side: CommitteeAlignment.Side, isMeasured: Bool) -> String {
    if isMeasured, let measured = side.measured {
      return "\(NumberText.percent(measured, decimals: 0)) of the scale, as measured"
    }
    let what =
      side.dimension == .governance
      ? Phrase.count(side.possible, "member") : Phrase.count(side.possible, "pair") + " of members"
    return "\(side.joined) of \(what) \(side.joined == 1 ? "is" : "are") joined"
  }

  /// The dimensions committee by committee, and who is not joined on the weakest.
  package var tables: [FindingsTable] { [committeesTable, missingTable] }

  private var committeesTable: FindingsTable {
    let isMeasured = committees.contains { $0.sides.contains { $0.measured != nil } }
    var table = FindingsTable(
      id: "committees", title: title,
      method:
        "\(dateText); voting members of committees with two companies or more; shares of pairs of one company, of members, and of pairs of different companies",
      columns: [
        .init("committee"), .init("alliance"), .init("members", .integer),
        .init("inside each team", .percent, decimals: 0),
        .init("with own governance", .percent, decimals: 0),
        .init("between partners", .percent, decimals: 0),
      ]
        + (isMeasured
          ? [
            .init("measured inside", .percent, decimals: 0),
            .init("with governance", .percent, decimals: 0),
            .init("between partners", .percent, decimals: 0),
          ] : []) + [.init("weakest")])
    table.append(firstOf: committees, limit: limit) { one in
      [.text(one.name), .text(one.alliance), .integer(one.memberCount)]
        + one.sides.map { .number($0.share) }
        + (isMeasured ? one.sides.map { .number($0.measured) } : [])
        + [.list(one.weakest.map(\.dimension.rawValue))]
    }
    table.conventions += [
      "Two members are joined if both sit on another committee, work in one function, are linked by a relationship or a handoff, as their functions are, or one manages the other, at any remove, or both have one manager.",
      "A member is joined with own governance if they, or somebody above them in their line of managers, sit on the committee above, or on a committee of no alliance whose members are all of one company.",
      "Measured: scores of the committee, or else of its alliance, whose names have “align” and team, governance or partner in them, between the ends of their scale; they decide what is weakest where two dimensions have one. Of equal ones each is the weakest.",
    ]
    if oneSidedCount > 0 {
      table.notes.append(
        "\(Phrase.count(oneSidedCount, "committee")) with voting members of fewer than two companies \(oneSidedCount == 1 ? "is" : "are") not judged"
      )
    }
    return table
  }

  private var missingTable: FindingsTable {
    var table = FindingsTable(
      id: "missing", title: "Who is not joined",
      method: "\(dateText); on the weakest dimension of each committee, at most ten of each",
      columns: [.init("committee"), .init("dimension"), .init("who")])
    let rows = committees.flatMap { one in
      one.weakest.flatMap { side in side.missing.map { (one.name, side.dimension, $0) } }
    }
    table.append(firstOf: rows, limit: limit) { committee, dimension, who in
      [.text(committee), .text(dimension.rawValue), .text(who)]
    }
    return table
  }
}
