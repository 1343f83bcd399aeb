/// The end of a tie that may be an entity of any kind.
package enum EntityReference: Hashable, Sendable {
  /// A company.
  case company(Company.ID)
  /// A function of a company.
  case function(Function.ID)
  /// A person, or a seat whose holder is not known.
  case person(Person.ID)
  /// A committee.
  case committee(Committee.ID)
  /// An alliance.
  case alliance(Alliance.ID)
  /// A program of an alliance.
  case program(Program.ID)

  /// The kinds of entity that a reference can name.
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case company, function, person, committee, alliance, program

    /// The place among all kinds, from zero.
    package var place: Int {
      switch self {
      case .company: 0
      case .function: 1
      case .person: 2
      case .committee: 3
      case .alliance: 4
      case .program: 5
      }
    }
  }

  /// The kind of entity it names.
  package var kind: Kind {
    switch self {
    case .company: .company
    case .function: .function
    case .person: .person
    case .committee: .committee
    case .alliance: .alliance
    case .program: .program
    }
  }

  /// The id within its kind.
  package var rawID: String {
    switch self {
    case .company(let id): id.rawValue
    case .function(let id): id.rawValue
    case .person(let id): id.rawValue
    case .committee(let id): id.rawValue
    case .alliance(let id): id.rawValue
    case .program(let id): id.rawValue
    }
  }

  /// Names an entity by its id.
  package init<E: TableEntity>(_ id: EntityID<E>) {
    switch E.kind {
    case .company: self = .company(.init(id))
    case .function: self = .function(.init(id))
    case .person: self = .person(.init(id))
    case .committee: self = .committee(.init(id))
    case .alliance: self = .alliance(.init(id))
    case .program: self = .program(.init(id))
    }
  }

  /// The id as that of an entity of a certain kind.
  package func id<E>() -> EntityID<E> {
    switch self {
    case .company(let id): .init(id)
    case .function(let id): .init(id)
    case .person(let id): .init(id)
    case .committee(let id): .init(id)
    case .alliance(let id): .init(id)
    case .program(let id): .init(id)
    }
  }

  /// Names the entity of a kind with an id.
  package init(_ kind: Kind, _ rawID: String) {
    switch kind {
    case .company: self = .company(.init(rawID))
    case .function: self = .function(.init(rawID))
    case .person: self = .person(.init(rawID))
    case .committee: self = .committee(.init(rawID))
    case .alliance: self = .alliance(.init(rawID))
    case .program: self = .program(.init(rawID))
    }
  }
}

extension EntityReference {
  private var symbol: Symbol {
    switch self {
    case .company(let id): id.symbol
    case .function(let id): id.symbol
    case .person(let id): id.symbol
    case .committee(let id): id.symbol
    case .alliance(let id): id.symbol
    case .program(let id): id.symbol
    }
  }

  /// Feeds kind and id to the hasher as one number, since maps of large datasets look up millions.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(kind.place) << 32 | UInt64(symbol.canonicalCode))
  }
}

extension EntityReference: Comparable {
  /// Orders references by their text.
  package static func < (left: Self, right: Self) -> Bool {
    let (one, other) = (left.kind, right.kind)
    return one == other ? left.rawID < right.rawID : one.rawValue < other.rawValue
  }
}

extension EntityReference: LosslessStringConvertible {
  /// Reads `company:astrazeneca`.
  package init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon]))
    else { return nil }
    self.init(kind, String(text[text.index(after: colon)...]))
  }

  /// The reference as `company:astrazeneca`, which is unique in an ecosystem.
  package var description: String { "\(kind.rawValue):\(rawID)" }
}

extension EntityReference: Codable {
  /// Reads the reference from its text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let reference = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no reference like company:astrazeneca.")
    }
    self = reference
  }

  /// Writes the reference as its text.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
