import EcosystemModel

/// The index of each kind of entity, changed in place: a dictionary would copy an index for each look into it.
struct NameIndices {
  private var all: [NameIndex?] = Array(repeating: nil, count: EntityReference.Kind.allCases.count)

  /// The index of a kind; `nil` if there is none.
  subscript(kind: EntityReference.Kind) -> NameIndex? {
    _read { yield all[Self.place(of: kind)] }
    _modify { yield &all[Self.place(of: kind)] }
  }

  /// The index of a kind, made where there is none.
  subscript(kind: EntityReference.Kind, default index: @autoclosure () -> NameIndex) -> NameIndex {
    get { all[Self.place(of: kind)] ?? index() }
    _modify {
      let place = Self.place(of: kind)
      var index = all[place] ?? index()
      all[place] = nil
      defer { all[place] = index }
      yield &index
    }
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
