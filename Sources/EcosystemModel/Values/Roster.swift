/// What every entity has: an id, a name, tags, and the columns the contract does not name.
package protocol Entity: Identifiable, Hashable, Sendable, Codable where ID == EntityID<Self> {
  /// The table the entity's row stands in.
  static var table: TableName { get }
  /// The name people know it by.
  var name: String { get }
  /// Free words from the `tags` column.
  var tags: [String] { get }
  /// The columns the contract does not name.
  var attributes: Attributes { get }
}

/// The entities of one kind, in the order of their rows, found by id in constant time.
package struct Roster<Element: Entity>: Sendable {
  private var elements: [Element] = []
  private var positions = SymbolPositions()

  /// Makes an empty roster.
  package init() {}

  /// Takes the elements in order; of two with the same id the first stays.
  package init(_ elements: some Sequence<Element>) {
    self.elements.reserveCapacity(elements.underestimatedCount)
    positions.reserve(elements.underestimatedCount)
    for element in elements { append(element) }
  }

  /// Takes the elements in order without copying them; of two with the same id the first stays.
  package init(_ elements: [Element]) {
    var positions = SymbolPositions()
    positions.reserve(elements.count)
    var isUnique = true
    for position in elements.indices
    where !positions.insert(elements[position].id.symbol, at: position) {
      isUnique = false
    }
    if isUnique {
      self.init(elements: elements, positions: positions)
    } else {
      self.init(elements[...])
    }
  }

  private init(elements: [Element], positions: SymbolPositions) {
    self.elements = elements
    self.positions = positions
  }

  /// Appends the element, or returns false where its id is taken.
  @discardableResult
  package mutating func append(_ element: Element) -> Bool {
    guard positions.insert(element.id.symbol, at: elements.count) else { return false }
    elements.append(element)
    return true
  }

  /// The element with this id, or `nil`.
  package subscript(id: Element.ID) -> Element? {
    position(of: id).map { elements[$0] }
  }

  /// What the element with this id says, without a copy of all that it is; `nil` if there is none.
  @inline(__always)
  func cell<Value>(of id: Element.ID, _ read: (Element) -> Value) -> Value? {
    position(of: id).map { read(elements[$0]) }
  }

  /// The element with this id, or `nil` if either is missing.
  package subscript(id: Element.ID?) -> Element? {
    id.flatMap { self[$0] }
  }

  /// The position of the element with this id.
  package func position(of id: Element.ID) -> Int? { positions.position(of: id.symbol) }

  /// The position of the element with this id, or `nil` if either is missing.
  package func position(of id: Element.ID?) -> Int? { id.flatMap { position(of: $0) } }

  /// Changes the element with this id in place; its id must stay.
  package mutating func update(_ id: Element.ID, _ change: (inout Element) -> Void) {
    guard let position = position(of: id) else { return }
    change(&elements[position])
    precondition(elements[position].id == id, "An entity keeps its id.")
  }

  /// The elements that satisfy the condition, in order.
  package func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Roster {
    Roster(try elements.filter(isIncluded))
  }
}

extension Roster: RandomAccessCollection {
  /// The first position.
  package var startIndex: Int { 0 }
  /// The position after the last.
  package var endIndex: Int { elements.count }
  /// The element at a position.
  package subscript(position: Int) -> Element { _read { yield elements[position] } }

  // The standard library's own are generic code, which other rooms would run as it stands for each step.

  /// The position after another.
  package func index(after position: Int) -> Int { position + 1 }
  /// The position before another.
  package func index(before position: Int) -> Int { position - 1 }
  /// Steps to the position after another.
  package func formIndex(after position: inout Int) { position += 1 }
  /// The position so many steps away.
  package func index(_ position: Int, offsetBy distance: Int) -> Int { position + distance }
  /// The number of steps between two positions.
  package func distance(from start: Int, to end: Int) -> Int { end - start }
  /// The number of elements.
  package var count: Int { elements.count }

  /// Goes through the elements.
  package func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }
}

extension Roster: Hashable {
  /// Whether both hold the same elements in the same order.
  package static func == (left: Roster, right: Roster) -> Bool { left.elements == right.elements }
  /// Feeds the elements to the hasher.
  package func hash(into hasher: inout Hasher) { hasher.combine(elements) }
}

extension Roster: Codable {
  /// Reads a list of elements.
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Element].self))
  }

  /// Writes a list of elements.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(elements)
  }
}
