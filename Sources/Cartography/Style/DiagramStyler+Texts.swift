import EcosystemModel

extension DiagramStyler {
  /// What the map counts, in the plural: `companies`, `people and committees`, `companies, functions and alliances`.
  private var noun: String {
    let kinds = content.availableKinds.map {
      content.availableNodes == 1 ? $0.rawValue : $0.plural
    }
    guard !kinds.isEmpty else { return "entities" }
    // Maps of everything have more kinds than a line has room for.
    return (kinds.count > 3 ? kinds.prefix(2) + ["others"] : kinds).spokenList(last: "and")
  }

  /// A part of the footer, with a shorter way to say it.
  private struct Remark {
    var text: String
    var brief: String?
  }

  /// The line below the map: what is shown of what, why, on which day, from which data.
  ///
  /// Where it would take more than two lines of a slide its longest parts are summed up; ``summary`` has them in full.
  func footer(_ provenance: Provenance) -> String {
    var parts =
      remarks + provenance.faults.map { Remark(text: $0) }
    func footer() -> String { parts.map(\.text).joined(separator: "; ") }
    func lines(_ footer: String) -> Int {
      Footer.lines(of: footer, theme: style.theme, limit: 100).count
    }
    while lines(footer()) > 2 {
      let longest = parts.indices.filter { parts[$0].brief != nil }
        .max { parts[$0].text.count < parts[$1].text.count }
      guard let longest, let brief = parts[longest].brief else { break }
      parts[longest] = Remark(text: brief)
    }
    return provenance.ending(footer(), theme: style.theme)
  }

  private var remarks: [Remark] {
    let boxes = content.nodes.count
    let shown = content.shownEntities
    let ties = content.shownTies + content.foldedTies
    // Who stands in a list below a name has no line of his own.
    let drawn =
      content.foldsBranches && content.foldedTies > 0 ? ", \(content.shownTies) as lines" : ""
    var parts =
      content.view.kind == .landscape
      ? landscapeRemarks.map { Remark(text: $0) }
      : [
        Remark(
          text: "\(shown) of \(content.availableNodes) \(noun)"
            + (shown > boxes ? ", drawn as \(boxes)" : "")
            + (shown > boxes ? "; " : ", ") + "\(ties) of "
            + content.links.counted(content.availableTies) + drawn)
      ]
    parts += folds.map { Remark(text: $0) }
    let missing = content.omissions.filter { !$0.isStatedElsewhere }
    if !missing.isEmpty {
      parts.append(
        Remark(
          text: "left out: " + missing.map(\.text).joined(separator: ", "),
          brief: missing.count > 1
            ? "left out for \(missing.count) reasons: \(counted(missing))" : nil))
    }
    parts += content.omissions.filter(\.isStatedElsewhere).map { Remark(text: $0.text) }
    let filter = content.told.filter
    if !filter.isEmpty {
      let count = filter.conditions.count
      parts.append(
        Remark(
          text: "filter: \(filter)",
          brief: count == 1 ? "filtered by one condition" : "filtered by \(count) conditions"))
    }
    if let withheld = content.told.withheld {
      parts.append(Remark(text: "withheld: \(withheld)"))
    }
    parts += self.missing.map { Remark(text: $0) }
    let grounds = grounds
    if let remark = grounds.remark { parts.append(Remark(text: remark, brief: grounds.brief)) }
    if let difference = content.view.difference {
      parts.append(Remark(text: "from \(difference.first) to \(difference.second)"))
    } else {
      parts.append(Remark(text: content.snapshot.date.map { "as of \($0)" } ?? "all dates"))
    }
    return parts
  }

  /// The rows behind what is drawn.
  private var grounds: Grounds {
    Grounds(
      of: content.snapshot,
      drawing: Set(content.nodes.flatMap { ($0.everyone + $0.folded).map(\.reference) }))
  }

  /// How many companies a landscape names, and what becomes of the links among them.
  private var landscapeRemarks: [String] {
    let rest = content.nodes.filter { $0.members.count > 1 }.flatMap(\.members).count
    let drawn = drawnTies.reduce(0) { $0 + $1.count }
    let links = content.shownTies - drawn
    let all = "\(content.shownEntities) of \(content.availableNodes) \(noun)"
    return [
      all + (rest > 0 ? ", \(rest) with the fewest links by number only" : ""),
      drawn > 0 ? "\(content.links.counted(drawn)) of \(focusName) drawn" : "",
      links > 0
        ? "\(drawn > 0 ? "\(links) others" : content.links.counted(links)) between them not drawn"
        : "",
    ].filter { !$0.isEmpty }
  }

  var focusName: String {
    content.view.focus.map { content.snapshot.whole.name(of: $0) } ?? ""
  }

  /// How many entities and ties were left out: `12 companies, 40 links`.
  private func counted(_ omissions: [MapContent.Omission]) -> String {
    let members = omissions.flatMap(\.members).map(\.reference)
    let others = omissions.filter(\.members.isEmpty).reduce(0) { $0 + $1.count }
    let words = [MapContent.counted(members), others > 0 ? content.links.counted(others) : ""]
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What was asked for and cannot be seen.
  var missing: [String] {
    let shown = Set(content.nodes.flatMap(\.everyone).map(\.reference))
    let unseen = content.view.highlights.filter { !shown.contains($0) }
    var missing: [String] = []
    if !unseen.isEmpty {
      let names = unseen.map { content.snapshot.whole.name(of: $0) }
      missing.append("not on this map: " + names.listed)
    }
    if let colour = style.colour, colours == nil {
      missing.append("nothing shown has “\(colour)”, so nothing is coloured by it")
    }
    if let size = style.size, sizes == nil {
      missing.append("nothing shown has a number “\(size)”, so all names are of one size")
    }
    if let border = style.border, borders == nil {
      missing.append("no two outlines differ in “\(border)”")
    }
    if let width = style.width, widths == nil {
      missing.append("no two lines differ in “\(width)”")
    }
    let whole = content.snapshot.whole
    let circles = content.ties.filter { $0.kind == ReportingLines.circle }.map { tie in
      let (lower, upper) = (whole.name(of: tie.from), whole.name(of: tie.to))
      return tie.from == tie.to
        ? "\(lower) is given as their own manager"
        : "\(lower) reports to \(upper), who is below: a circle"
    }
    return missing + circles + [unlabelled, unframed].compactMap { $0 }
  }

  /// That what stands for several is not labelled by a column.
  private var unlabelled: String? {
    guard let label = content.view.label else { return nil }
    let count = content.nodes.count { $0.members.count > 1 }
    guard count > 0 else { return nil }
    let those = count == 1 ? "the one that stands" : "the \(count) that stand"
    return "“\(label)” is not written on \(those) for several"
  }

  /// That what has several values stands in no frame.
  private var unframed: String? {
    guard let group = content.view.group else { return nil }
    let several = content.nodes.count { node in
      node.group == nil && values.shares(of: group, for: node).counts.count > 1
    }
    let all = content.nodes.count { $0.group != nil }
    if all == 0 { return "nothing shown has one value of “\(group)”, so there are no frames" }
    return several == 0
      ? nil
      : "\(several) with more than one value of “\(group)” \(several == 1 ? "stands" : "stand") in no frame"
  }

  /// What shares a box, in the words of the footer.
  var folds: [String] {
    var folds: [String] = []
    let groups = content.nodes.filter { $0.members.count > 1 }
    let isExplained =
      content.view.rollUp == .regions || content.view.rollUp == .communities
      || content.view.kind == .landscape
    if !groups.isEmpty, !isExplained {
      let count = groups.reduce(0) { $0 + $1.members.count }
      folds.append(
        "\(count) with the same neighbours or one only are drawn as \(groups.count)"
      )
    }
    let folded = content.nodes.flatMap(\.folded).count
    if folded > 0 && content.foldsBranches {
      let whom = content.view.kind == .reporting ? "a manager" : "the one above"
      folds.append("\(folded) further down \(folded == 1 ? "is" : "are") listed with \(whom)")
    } else if folded > 0 && content.view.reduction.leafTies != nil {
      folds.append(
        "\(folded) linked to one other only \(folded == 1 ? "is" : "are") counted with it")
    }
    return folds
  }
}
