import EcosystemModel

extension DiagramStyler {
  /// What a reader who cannot see the map should know: what it shows, the hubs, the parts that hang together, who stands
  /// alone, what stands out, what was folded and left out.
  var summary: String {
    var sentences = [
      "\(content.title). A map of \(content.view.kind.summary): \(drawn) and \(Phrase.count(drawnTies.count, "line"))."
    ]
    let neighbours = content.neighbours
    let hubs = content.nodes.filter { (neighbours[$0.reference]?.count ?? 0) > 1 }
      .sorted {
        (-(neighbours[$0.reference]?.count ?? 0), $0.name)
          < (-(neighbours[$1.reference]?.count ?? 0), $1.name)
      }.prefix(5)
    if !hubs.isEmpty {
      let names = hubs.map { "\($0.name) (\(neighbours[$0.reference]?.count ?? 0))" }
      sentences.append("Linked to the most others: \(names.joined(separator: ", ")).")
    }
    sentences += frames + parts(neighbours)
    let alone = content.nodes.filter { neighbours[$0.reference] == nil }
    if !alone.isEmpty {
      let verb = alone.count == 1 ? "has" : "have"
      sentences.append(
        "\(alone.count) \(verb) no line: \(Phrase.list(alone.map(\.name), joint: nil)).")
    }
    if let emphasis {
      let names = highlightedNames(emphasis)
      sentences.append("Highlighted: \(names.joined(separator: ", ")).")
    }
    sentences += differenceSentences + measured + content.conventions + members
    if !self.missing.isEmpty {
      sentences.append("Not shown: \(self.missing.joined(separator: "; ")).")
    }
    if content.shortened > 0 {
      let (what, kind): (String, EntityReference.Kind) =
        switch content.view.kind {
        case .governance: ("chairs", .committee)
        case .reporting: ("titles", .person)
        default: ("functions", .company)
        }
      sentences.append(
        "For want of room the \(what) of \(kind.counted(content.shortened)) are left out.")
    }
    if !folds.isEmpty { sentences.append("Folded: \(folds.joined(separator: "; ")).") }
    let missing = content.omissions.filter { !$0.isStatedElsewhere }.map(\.text)
    if !missing.isEmpty { sentences.append("Left out: \(missing.joined(separator: "; ")).") }
    sentences += content.omissions.filter(\.isStatedElsewhere).map { "Stated twice: \($0.text)." }
    return sentences.joined(separator: " ")
  }

  /// `8 companies, 4 alliances`, and as how many they are drawn.
  private var drawn: String {
    let all = MapContent.counted(content.nodes.flatMap(\.everyone).map(\.reference))
    let count = content.nodes.count
    return content.shownEntities > count ? "\(all), drawn as \(count)," : all
  }

  /// Who is in each community.
  private var members: [String] {
    guard content.view.rollUp == .communities else { return [] }
    return content.nodes.filter { $0.members.count > 1 }.map { node in
      "\(node.name): \(Phrase.list(node.members.map(\.name), limit: 40, joint: nil))."
    }
  }

  /// The frames with the number of their boxes.
  private var frames: [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for group in content.nodes.compactMap(\.group) {
      if counts[group] == nil { order.append(group) }
      counts[group, default: 0] += 1
    }
    guard !order.isEmpty else { return [] }
    let names = order.map { "\($0) (\(counts[$0] ?? 0))" }
    return ["\(Phrase.count(order.count, "frame")): \(Phrase.list(names, limit: 12, joint: nil))."]
  }

  /// The parts that hang together, where there are several, each by its best connected box.
  private func parts(_ neighbours: [EntityReference: Set<EntityReference>]) -> [String] {
    let names = Dictionary(
      content.nodes.map { ($0.reference, $0.name) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<EntityReference> = []
    var parts: [(size: Int, leader: String)] = []
    for node in content.nodes where neighbours[node.reference] != nil {
      guard seen.insert(node.reference).inserted else { continue }
      var part = [node.reference]
      var next = 0
      while next < part.count {
        for other in (neighbours[part[next]] ?? []).sorted() where seen.insert(other).inserted {
          part.append(other)
        }
        next += 1
      }
      let leader = part.min {
        (-(neighbours[$0]?.count ?? 0), names[$0] ?? "")
          < (-(neighbours[$1]?.count ?? 0), names[$1] ?? "")
      }
      parts.append((part.count, leader.flatMap { names[$0] } ?? ""))
    }
    guard parts.count > 1 else {
      return parts.isEmpty ? [] : ["Everything with a line hangs together."]
    }
    let largest = parts.sorted { (-$0.size, $0.leader) < (-$1.size, $1.leader) }
    let words = largest.map { "\($0.size) around \($0.leader)" }
    return ["\(parts.count) parts that no line connects: \(Phrase.list(words, joint: nil))."]
  }

  /// Who has the highest values of the metrics in use.
  private var measured: [String] {
    var seen: Set<String> = []
    return [style.colour, style.size, style.border].compactMap { $0 }
      .filter { values.reading(of: $0) != nil && seen.insert($0).inserted }
      .compactMap { column in
        let ranked = content.nodes.compactMap { node in
          values.number(of: column, for: node).map { (value: $0, name: node.name) }
        }.sorted { (-$0.value, $0.name) < (-$1.value, $1.name) }
        guard !ranked.isEmpty else { return nil }
        let top = ranked.prefix(3).map { "\($0.name) (\(PictureText.ofScale($0.value)))" }
        let method = values.method(of: column).map { " Computed as \($0)." } ?? ""
        return "Highest \(values.title(of: column)): \(top.joined(separator: ", "))." + method
      }
  }
}
