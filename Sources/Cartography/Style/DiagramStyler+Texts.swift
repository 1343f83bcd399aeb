import EcosystemModel

extension DiagramStyler {
  /// What the map counts, in the plural: `companies`, `people and committees`, `companies, functions and alliances`.
  private var noun: String {
    if content.view.kind == .focus { return "entities" }
    let plurals = content.availableKinds.map(\.plural)
    return plurals.isEmpty ? "entities" : plurals.spokenList(last: "and")
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
    var parts = [
      Remark(
        text: (shown > boxes ? "\(boxes) boxes for " : "")
          + "\(shown) of \(content.availableNodes) \(noun), "
          + "\(ties) of \(content.availableTies) ties")
    ]
    parts += folds.map { Remark(text: $0) }
    if !content.omissions.isEmpty {
      let count = content.omissions.reduce(0) { $0 + $1.count }
      parts.append(
        Remark(
          text: "left out: "
            + content.omissions.map { "\($0.count) \($0.reason)" }.joined(separator: ", "),
          brief: content.omissions.count > 1
            ? "left out for \(content.omissions.count) reasons: \(count)" : nil))
    }
    let filter = content.snapshot.filter
    if !filter.isEmpty {
      let count = filter.conditions.count
      parts.append(
        Remark(
          text: "filter: \(filter)",
          brief: count == 1 ? "filtered by one condition" : "filtered by \(count) conditions"))
    }
    if let withheld = content.snapshot.withheld {
      parts.append(Remark(text: "withheld: \(withheld)"))
    }
    parts += missing.map { Remark(text: $0) }
    parts.append(Remark(text: content.snapshot.date.map { "as of \($0)" } ?? "all dates"))
    return parts
  }

  /// What was asked for and cannot be seen.
  private var missing: [String] {
    let shown = Set(content.nodes.flatMap(\.everyone).map(\.reference))
    let unseen = content.view.highlights.filter { !shown.contains($0) }
    var missing: [String] = []
    if !unseen.isEmpty {
      let names = unseen.map { content.snapshot.whole.name(of: $0) }
      missing.append("not on this map: " + names.joined(separator: ", "))
    }
    if let border = style.border, borders == nil {
      missing.append("no two boxes differ in “\(border)”")
    }
    if let width = style.width, widths == nil {
      missing.append("no two lines differ in “\(width)”")
    }
    return missing
  }

  /// What shares a box, in the words of the footer.
  var folds: [String] {
    var folds: [String] = []
    let groups = content.nodes.filter { $0.members.count > 1 }
    if !groups.isEmpty && content.view.rollUp != .regions && content.view.rollUp != .communities {
      let count = groups.reduce(0) { $0 + $1.members.count }
      folds.append(
        "\(count) with the same ties share \(groups.count == 1 ? "a box" : "\(groups.count) boxes")"
      )
    }
    let folded = content.nodes.flatMap(\.folded).count
    if folded > 0 && content.view.reduction.leafTies != nil {
      folds.append("\(folded) tied to one other only are counted in its box")
    }
    if content.shortened > 0 {
      folds.append("details of \(content.shortened) left out")
    }
    return folds
  }
}
