import EcosystemModel

/// Names in cells that no entity bears, each once.
struct UnknownNames: Sendable {
  struct Name: Sendable {
    let text: String
    let kind: EntityReference.Kind
    /// The name it was probably meant to be.
    let nearest: String?
    /// Where it stands first.
    let location: Location
    var count: Int
  }

  private struct Key: Hashable {
    let kind: EntityReference.Kind
    let text: String
  }

  private(set) var names: [Name] = []
  private var positions: [Key: Int] = [:]

  /// Notes a cell; of a cell that may name several kinds nothing is kept, since nobody knows which is meant.
  mutating func add(
    _ text: String, kinds: [EntityReference.Kind], nearest: String?, at location: Location
  ) {
    guard kinds.count == 1, let kind = kinds.first, AliasList.kinds.contains(kind) else { return }
    let key = Key(kind: kind, text: text)
    if let position = positions[key] {
      names[position].count += 1
      return
    }
    positions[key] = names.count
    names.append(Name(text: text, kind: kind, nearest: nearest, location: location, count: 1))
  }
}
