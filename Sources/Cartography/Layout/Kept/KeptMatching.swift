import EcosystemModel

/// Which box of a picture drawn before is which box of a diagram.
///
/// A key says it, then those a box stands for, then a name that only one has; who has neither is recognised by links, if these
/// are more those of one box that is gone than of any other.
struct KeptMatching {
  /// The box that each of the diagram's was; `nil` for a newcomer.
  private(set) var before: [Int?]
  /// Boxes with another key and another name, recognised by their links.
  private(set) var recognised: Set<Int> = []

  private let diagram: Diagram
  private let memory: PictureMemory
  private var isTaken: [Bool]

  /// The least share of links that two must have in common.
  private static let leastLikeness = 0.5

  /// - Complexity: O(boxes + lines), and for those in one picture only the pairs that share a neighbour.
  init(_ diagram: Diagram, _ memory: PictureMemory) {
    (self.diagram, self.memory) = (diagram, memory)
    before = [Int?](repeating: nil, count: diagram.nodes.count)
    isTaken = [Bool](repeating: false, count: memory.boxes.count)
    matchKeys()
    matchMembers()
    matchNames()
    while matchLinks() {}
  }

  /// The boxes of before that nobody has become.
  var gone: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  private mutating func match(_ node: Int, _ box: Int) {
    before[node] = box
    isTaken[box] = true
  }

  private mutating func matchKeys() {
    let boxes = Dictionary(
      memory.boxes.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (number, node) in diagram.nodes.enumerated() {
      if let box = boxes[node.key] { match(number, box) }
    }
  }

  /// Boxes of several go by most of those whom they stand for.
  private mutating func matchMembers() {
    var bearers: [String: Int] = [:]
    for (box, kept) in memory.boxes.enumerated() where !isTaken[box] {
      for member in kept.members where bearers[member] == nil { bearers[member] = box }
    }
    guard !bearers.isEmpty else { return }
    for (number, node) in diagram.nodes.enumerated() where before[number] == nil {
      let members = node.members ?? []
      // Who others are counted with keeps the place of before.
      if let own = members.first, own.name == node.title,
        let box = bearers[own.key] ?? bearers[Self.id(own.key)], !isTaken[box]
      {
        match(number, box)
        continue
      }
      var shared: [Int: Int] = [:]
      for member in members {
        if let box = bearers[member.key] ?? bearers[Self.id(member.key)] {
          shared[box, default: 0] += 1
        }
      }
      let best = shared.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      guard let best, !isTaken[best.key], best.value * 2 >= members.count else { continue }
      match(number, best.key)
    }
  }

  /// The id in a key such as `company:astrazeneca`.
  private static func id(_ key: String) -> String {
    key.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
  }

  private mutating func matchNames() {
    // Boxes of several are called by a number.
    let open = diagram.nodes.indices.filter {
      let (node, members) = (diagram.nodes[$0], diagram.nodes[$0].members ?? [])
      return before[$0] == nil && (members.count <= 1 || members[0].name == node.title)
    }
    let names = Dictionary(grouping: gone) { memory.boxes[$0].name.plainKey }
    for (words, nodes) in Dictionary(
      grouping: open, by: { diagram.nodes[$0].title.plainKey })
    where nodes.count == 1 && !words.isEmpty {
      guard let boxes = names[words], boxes.count == 1,
        memory.recipe == nil
          || kind(diagram.nodes[nodes[0]].key) == kind(memory.boxes[boxes[0]].key)
      else { continue }
      match(nodes[0], boxes[0])
    }
  }

  private func kind(_ key: String) -> Substring { key.prefix { $0 != "-" } }

  private mutating func matchLinks() -> Bool {
    let open = diagram.nodes.indices.filter { before[$0] == nil }
    let gone = gone
    guard !open.isEmpty, !gone.isEmpty else { return false }
    let positions = diagram.nodePositions
    let places = Dictionary(
      memory.boxes.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var now: [Int: Set<Int>] = [:]
    for edge in diagram.edges {
      guard let from = positions[edge.from], let to = positions[edge.to] else { continue }
      for (one, other) in [(from, to), (to, from)] where before[one] == nil {
        if let box = before[other] { now[one, default: []].insert(box) }
      }
    }
    var was: [Int: Set<Int>] = [:]
    var nextTo: [Int: Set<Int>] = [:]
    for line in memory.lines {
      guard let from = places[line.from], let to = places[line.to] else { continue }
      for (one, other) in [(from, to), (to, from)] where !isTaken[one] && isTaken[other] {
        was[one, default: []].insert(other)
        nextTo[other, default: []].insert(one)
      }
    }
    var best: [Int: (box: Int, likeness: Double)] = [:]
    var back: [Int: (node: Int, likeness: Double)] = [:]
    for node in open {
      let links = now[node] ?? []
      for box in Set(links.flatMap { nextTo[$0] ?? [] }).sorted()
      where kind(memory.boxes[box].key) == kind(diagram.nodes[node].key) {
        let others = was[box] ?? []
        let likeness =
          2 * Double(links.intersection(others).count) / Double(links.count + others.count)
        guard likeness >= Self.leastLikeness else { continue }
        if likeness > best[node]?.likeness ?? 0 { best[node] = (box, likeness) }
        if likeness > back[box]?.likeness ?? 0 { back[box] = (node, likeness) }
      }
    }
    var isChanged = false
    for (node, choice) in best.sorted(by: { $0.key < $1.key })
    where back[choice.box]?.node == node {
      match(node, choice.box)
      recognised.insert(node)
      isChanged = true
    }
    return isChanged
  }
}

extension String {
  /// The letters and digits of a name, whatever their case.
  fileprivate var plainKey: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
