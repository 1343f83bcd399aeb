import EcosystemModel

extension DiagramStyler {
  /// What the map counts, in the plural: `companies`, `people and committees`, `companies, functions and alliances`.
  private var noun: String {
    if content.view.kind == .focus { return "entities" }
    let plurals = content.availableKinds.map(Self.plural)
    guard let last = plurals.last, plurals.count > 1 else { return plurals.first ?? "entities" }
    return plurals.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func plural(of kind: EntityReference.Kind) -> String {
    switch kind {
    case .company: "companies"
    case .person: "people"
    case .function, .committee, .alliance, .program: kind.rawValue + "s"
    }
  }

  /// The line below the map: what is shown of what, why, on which day, from which data.
  func footer(_ provenance: Provenance) -> String {
    var parts = [
      "\(content.nodes.count) of \(content.availableNodes) \(noun), "
        + "\(content.shownTies) of \(content.availableTies) ties"
    ]
    parts += content.omissions.map { "left out: \($0.count) \($0.reason)" }
    if !content.view.conditions.isEmpty {
      parts.append(
        "filter: " + content.view.conditions.map(\.description).joined(separator: " and "))
    }
    parts.append(content.view.date.map { "as of \($0)" } ?? "all dates")
    return (parts + provenance.remarks).joined(separator: "; ")
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
