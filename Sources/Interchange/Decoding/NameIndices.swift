import EcosystemModel

/// The index of each kind of entity, changed in place: a dictionary would copy an index for each look into it.
struct NameIndices {
  private var all = Array(repeating: NameIndex(), count: EntityReference.Kind.allCases.count)

  /// The index of a kind.
  subscript(kind: EntityReference.Kind) -> NameIndex {
    _read { yield all[Self.place(of: kind)] }
    _modify { yield &all[Self.place(of: kind)] }
  }

  /// What the bytes of a cell name, where an id or a name of one kind of the first group says it by itself; `nil` elsewhere.
  func meaning(
    of key: TextKey, _ text: borrowing Span<UInt8>, among groups: [[EntityReference.Kind]]
  ) -> EntityReference? {
    guard let first = groups.first else { return nil }
    let isEnd = groups.count > 1 || first.count > 1
    var found: EntityReference?
    var hasMarks = false
    for kind in first {
      let place = Self.place(of: kind)
      hasMarks = hasMarks || all[place].hasMarks
      guard let position = all[place].exactPosition(key, text) else { continue }
      guard position >= 0, found == nil else { return nil }
      found = all[place].references[Int(position)]
    }
    // `kind:id` and `Company/Function` come before names.
    if isEnd, found != nil, hasMarks { return nil }
    return found
  }

  /// Loads what looking up texts needs, so that the processor waits for many of them at a time; the result means nothing.
  func touched(_ keys: [TextKey], among groups: [[EntityReference.Kind]]) -> UInt32 {
    (groups.first ?? []).reduce(0) { $0 ^ all[Self.place(of: $1)].touched(keys) }
  }

  private static func place(of kind: EntityReference.Kind) -> Int {
    switch kind {
    case .company: 0
    case .function: 1
    case .person: 2
    case .committee: 3
    case .alliance: 4
    case .program: 5
    }
  }
}
