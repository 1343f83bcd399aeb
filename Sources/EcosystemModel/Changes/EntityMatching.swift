/// Somebody or something that the new state knows under another id or name.
package struct EntityMatch: Hashable, Sendable, Codable {
  /// By what it was recognised.
  package enum Ground: String, CaseIterable, Hashable, Sendable, Codable {
    /// The same id with another name.
    case id
    /// The same name with another id.
    case name
    /// A name that differs in case, accents, punctuation or legal form only.
    case spelling
    /// The same links, seats and cells, where no id and no name is the same.
    case links
  }

  /// What the old state calls it.
  package let old: EntityReference
  /// What the new state calls it.
  package let new: EntityReference
  /// The name before.
  package let oldName: String
  /// The name after.
  package let newName: String
  /// By what it was recognised.
  package let ground: Ground
  /// The share of its links and cells that are the same, where it was recognised by them.
  package let likeness: Double?
}

/// Who in the old state is who in the new one.
///
/// An id is a key, then a name; what neither knows is recognised by its links. Where nothing is said, the ids are the same.
struct EntityMatching {
  /// Those with another id or another name, kind by kind.
  private(set) var matches: [EntityMatch] = []
  private var newNames: [EntityReference: EntityReference] = [:]

  /// Makes a matching by which everybody keeps their id.
  init() {}

  /// Takes over what was recognised.
  init(_ matches: [EntityMatch]) {
    self.matches = matches
    for match in matches where match.old != match.new { newNames[match.old] = match.new }
  }

  /// Recognises who has another id or name in a new state.
  ///
  /// - Complexity: O(rows), and what is compared of those who are in one state only.
  init(from old: Ecosystem, to new: Ecosystem) {
    for kind in EntityReference.Kind.allCases { matchKeys(of: kind, from: old, to: new) }
    var links = LinkRecognition(from: old, to: new, knowing: self)
    links.recognise()
    self = links.matching
    matches.sort { ($0.new, $0.old) < ($1.new, $1.old) }
  }

  /// Whether everybody keeps their id.
  var isEmpty: Bool { newNames.isEmpty }

  /// What the new state calls somebody.
  func newName(of entity: EntityReference) -> EntityReference { newNames[entity] ?? entity }

  /// Notes that two are one.
  mutating func add(_ match: EntityMatch) {
    matches.append(match)
    if match.old != match.new { newNames[match.old] = match.new }
  }

  /// Recognises entities of one kind by their ids, then by their names, then by what is left of these without habits of spelling.
  private mutating func matchKeys(
    of kind: EntityReference.Kind, from old: Ecosystem, to new: Ecosystem
  ) {
    func names(_ ecosystem: Ecosystem) -> [(entity: EntityReference, name: String)] {
      ecosystem.references(of: kind).map { ($0, ecosystem.name(of: $0)) }
    }
    let after = Dictionary(names(new).map { ($0.entity, $0.name) }) { first, _ in first }
    var left: [(entity: EntityReference, name: String)] = []
    var known: Set<EntityReference> = []
    for (entity, name) in names(old) {
      guard let now = after[entity] else {
        left.append((entity, name))
        continue
      }
      known.insert(entity)
      guard now != name else { continue }
      add(.init(old: entity, new: entity, oldName: name, newName: now, ground: .id, likeness: nil))
    }
    var open = names(new).filter { !known.contains($0.entity) }
    for ground in [EntityMatch.Ground.name, .spelling] where !left.isEmpty && !open.isEmpty {
      func keys(
        _ entities: [(entity: EntityReference, name: String)], in ecosystem: Ecosystem
      ) -> [NameInPlace: [(entity: EntityReference, name: String)]] {
        Dictionary(grouping: entities) { entity, name in
          let place = kind == .function ? ecosystem.company(of: entity) : nil
          let key = ground == .name ? name : Self.key(of: name, kind) ?? name
          return NameInPlace(
            name: key, place: place.map { newName(of: .company($0)) })
        }
      }
      let bearers = keys(open, in: new)
      var found: Set<EntityReference> = []
      for (key, olds) in keys(left, in: old) where olds.count == 1 {
        guard let news = bearers[key], news.count == 1 else { continue }
        found.formUnion([olds[0].entity, news[0].entity])
        add(
          .init(
            old: olds[0].entity, new: news[0].entity, oldName: olds[0].name, newName: news[0].name,
            ground: ground, likeness: nil))
      }
      left.removeAll { found.contains($0.entity) }
      open.removeAll { found.contains($0.entity) }
    }
  }

  private static func key(of name: String, _ kind: EntityReference.Kind) -> String? {
    kind == .company ? NameKey.company(name)?.key.text : NameKey.person(name)?.text
  }
}

/// A name within the company that it is unique in, where it need not be unique by itself.
private struct NameInPlace: Hashable {
  let name: String
  let place: EntityReference?
}

extension Ecosystem {
  /// Every entity of a kind, in the order of its table.
  package func references(of kind: EntityReference.Kind) -> [EntityReference] {
    switch kind {
    case .company: companies.map { .company($0.id) }
    case .function: functions.map { .function($0.id) }
    case .person: people.map { .person($0.id) }
    case .committee: committees.map { .committee($0.id) }
    case .alliance: alliances.map { .alliance($0.id) }
    case .program: programs.map { .program($0.id) }
    }
  }
}
