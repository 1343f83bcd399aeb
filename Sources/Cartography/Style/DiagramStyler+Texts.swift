import EcosystemModel

extension DiagramStyler {
  /// What the map counts, in the plural: `companies`, `people and committees`, `companies, functions and alliances`.
  private var noun: String {
    if content.view.kind == .focus { return "entities" }
    let plurals = content.availableKinds.map(\.plural)
    guard let last = plurals.last, plurals.count > 1 else { return plurals.first ?? "entities" }
    return plurals.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The line below the map: what is shown of what, why, on which day, from which data.
  func footer(_ provenance: Provenance) -> String {
    let boxes = content.nodes.count
    let shown = content.shownEntities
    let ties = content.shownTies + content.foldedTies
    var parts = [
      (shown > boxes ? "\(boxes) boxes for " : "")
        + "\(shown) of \(content.availableNodes) \(noun), "
        + "\(ties) of \(content.availableTies) ties"
    ]
    parts += folds
    if !content.omissions.isEmpty {
      parts.append(
        "left out: " + content.omissions.map { "\($0.count) \($0.reason)" }.joined(separator: ", "))
    }
    if !content.view.conditions.isEmpty {
      parts.append(
        "filter: " + content.view.conditions.map(\.description).joined(separator: " and "))
    }
    parts.append(content.view.date.map { "as of \($0)" } ?? "all dates")
    return (parts + provenance.remarks).joined(separator: "; ")
  }

  /// What shares a box, in the words of the footer.
  private var folds: [String] {
    var folds: [String] = []
    let groups = content.nodes.filter { $0.members.count > 1 }
    if !groups.isEmpty && content.view.rollUp != .regions {
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
      folds.append("\(content.shortened) shortened to names, the rest in tooltips")
    }
    return folds
  }

  /// What a reader who cannot see the map should know: what it shows, the hubs, the parts that hang together.
  var summary: String {
    var sentences = [
      "\(content.title). A map of \(content.view.kind.summary): \(content.nodes.count) boxes and \(content.ties.count) lines."
    ]
    var degree: [EntityReference: Int] = [:]
    for tie in content.ties {
      degree[tie.from, default: 0] += 1
      degree[tie.to, default: 0] += 1
    }
    let hubs = content.nodes.filter { (degree[$0.reference] ?? 0) > 1 }
      .sorted { (-(degree[$0.reference] ?? 0), $0.name) < (-(degree[$1.reference] ?? 0), $1.name) }
      .prefix(3)
    if !hubs.isEmpty {
      let names = hubs.map { "\($0.name) (\(degree[$0.reference] ?? 0))" }
      sentences.append("Most lines: \(names.joined(separator: ", ")).")
    }
    let isolated = content.nodes.filter { degree[$0.reference] == nil }.count
    if isolated > 0 { sentences.append("\(isolated) boxes have no line.") }
    if !content.omissions.isEmpty {
      sentences.append(
        "Left out: "
          + content.omissions.map { "\($0.count) \($0.reason)" }.joined(separator: "; ") + ".")
    }
    return sentences.joined(separator: " ")
  }
}
