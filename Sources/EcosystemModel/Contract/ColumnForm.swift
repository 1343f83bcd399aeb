/// How the cells of a column are written, and where their value stands in a row.
///
/// What reads and writes cells switches over the forms; a new column takes one of them, and needs no code of its own.
package enum ColumnForm<Row>: Sendable {
  /// The way to a part of a row.
  package typealias Path<Value> = any WritableKeyPath<Row, Value> & Sendable

  /// The short name that never changes, given where the row is made.
  case id(@Sendable (Row) -> String)
  /// A text without which there is no row.
  case name(Path<String>)
  /// Any text.
  case text(Path<String?>)
  /// Texts with `|` between them.
  case list(Path<[String]>)
  /// A number within limits.
  case number(Path<Double?>, NumberLimits)
  /// A number without which there is no row.
  case measured(Path<Double>)
  /// A number from 0 to 1 that may be written as a percentage.
  case share(Path<Double?>, NumberLimits)
  /// A whole number.
  case integer(Path<Int?>, ClosedRange<Int>)
  /// A year, a month or a day.
  case date(Path<CalendarDate?>)
  /// `yes`, `no`, or nothing where neither is known.
  case answer(Path<Bool?>)
  /// A value with a notation of its own, such as a cadence.
  case parsed(ParsedCell<Row>)
  /// One word of a closed list.
  case choice(ChoiceCell<Row>)
  /// What names one entity or several.
  case reference(ReferenceCell<Row>)
  /// No cell at all: a value that follows from others, to be asked for by name.
  case derived(@Sendable (Row, Ecosystem) -> String?)
}

/// A cell that holds one word of a closed list.
package struct ChoiceCell<Row>: Sendable {
  /// The part of a row that holds the word.
  let path: any PartialKeyPath<Row> & Sendable
  /// The words there are.
  package let words: [String]
  /// The word that an empty cell stands for; it is not written.
  package let standard: String?
  /// The word of a row.
  package let read: @Sendable (Row) -> String
  /// Puts the word at a place among ``words`` into a row.
  package let write: @Sendable (inout Row, Int) -> Void
  /// Puts the word of another row into a row.
  let copy: @Sendable (inout Row, Row) -> Void
}

/// A cell whose text has a notation of its own.
package struct ParsedCell<Row>: Sendable {
  /// The part of a row that holds the value.
  let path: any PartialKeyPath<Row> & Sendable
  /// What the value is, such as `cadence`, which also ends the id of the rule that a faulty cell breaks.
  package let noun: String
  /// What may be written, such as `hours like 09:00-17:00`.
  package let notation: String
  /// The text of a row; `nil` if it has no value.
  package let read: @Sendable (Row) -> String?
  /// Puts the value of a text into a row, or returns false where the text means nothing.
  package let write: @Sendable (inout Row, String) -> Bool
  /// Takes the value out of a row.
  let empty: @Sendable (inout Row) -> Void
}

/// A cell that names entities.
package struct ReferenceCell<Row>: Sendable {
  /// The part of a row that holds what the cell names.
  let path: any PartialKeyPath<Row> & Sendable
  /// The kinds of entity it may name; those of earlier groups are searched first.
  package let groups: [[EntityReference.Kind]]
  /// The kind of what no table describes.
  package let implied: EntityReference.Kind
  /// Whether it may name several, with `|` between them.
  package let isList: Bool
  /// The company within which a function is meant.
  package let company: (@Sendable (Row) -> Company.ID?)?
  /// The entities that a row names.
  package let read: @Sendable (Row) -> [EntityReference]
  /// Adds an entity to a row's cell, or replaces the one that it holds.
  package let write: @Sendable (inout Row, EntityReference) -> Void
  /// Leaves of the entities in a row's cell those that meet a condition; a cell that must name one stays.
  let keep: @Sendable (inout Row, (EntityReference) -> Bool) -> Void

  /// The kinds of entity it may name.
  package var kinds: [EntityReference.Kind] { groups.flatMap { $0 } }
  /// The kind, where there is only one.
  package var kind: EntityReference.Kind? { kinds.count == 1 ? kinds[0] : nil }
}

extension ColumnForm {
  /// One word of an enumeration.
  static func choice<Value: CaseIterable & RawRepresentable<String> & Equatable & Sendable>(
    _ path: Path<Value>, standard: Value? = nil
  ) -> Self {
    let values = Array(Value.allCases)
    return .choice(
      ChoiceCell(
        path: path, words: values.map(\.rawValue), standard: standard?.rawValue,
        read: { $0[keyPath: path].rawValue },
        write: { row, place in row[keyPath: path] = values[place] },
        copy: { row, other in row[keyPath: path] = other[keyPath: path] }))
  }

  /// How often a committee meets.
  static func cadence(_ path: Path<Cadence?>) -> Self {
    parsed(
      path, "cadence",
      "weekly, biweekly, monthly, quarterly or a number of meetings such as 10/year"
    ) {
      // From one meeting in a hundred years to one an hour.
      (0.01...8784).contains($0.meetingsPerYear)
    }
  }

  /// Local working hours.
  static func workHours(_ path: Path<WorkHours?>) -> Self {
    parsed(path, "hours", "hours like 09:00-17:00")
  }

  /// A colour.
  static func colour(_ path: Path<HexColour?>) -> Self {
    parsed(path, "colour", "a colour like #1f77b4")
  }

  private static func parsed<Value: LosslessStringConvertible & SendableMetatype>(
    _ path: Path<Value?>, _ noun: String, _ notation: String,
    where isSensible: @escaping @Sendable (Value) -> Bool = { _ in true }
  ) -> Self {
    .parsed(
      ParsedCell(
        path: path, noun: noun, notation: notation, read: { $0[keyPath: path]?.description },
        write: { row, text in
          guard let value = Value(text), isSensible(value) else { return false }
          row[keyPath: path] = value
          return true
        },
        empty: { $0[keyPath: path] = nil }))
  }

  /// An entity of one kind.
  static func reference<E: TableEntity>(
    _ path: Path<EntityID<E>?>, within company: (@Sendable (Row) -> Company.ID?)? = nil
  ) -> Self {
    .reference(
      ReferenceCell(
        path: path, groups: [[E.kind]], implied: E.kind, isList: false, company: company,
        read: { row in row[keyPath: path].map { [EntityReference($0)] } ?? [] },
        write: { $0[keyPath: path] = $1.id() },
        keep: { row, isKept in
          row[keyPath: path] = row[keyPath: path].flatMap { isKept(EntityReference($0)) ? $0 : nil }
        }))
  }

  /// An entity of one kind, without which there is no row.
  static func reference<E: TableEntity>(_ path: Path<EntityID<E>>) -> Self {
    .reference(
      ReferenceCell(
        path: path, groups: [[E.kind]], implied: E.kind, isList: false, company: nil,
        read: { [EntityReference($0[keyPath: path])] },
        write: { $0[keyPath: path] = $1.id() }, keep: { _, _ in }))
  }

  /// Entities of one kind.
  static func references<E: TableEntity>(_ path: Path<[EntityID<E>]>) -> Self {
    .reference(
      ReferenceCell(
        path: path, groups: [[E.kind]], implied: E.kind, isList: true, company: nil,
        read: { $0[keyPath: path].map { EntityReference($0) } },
        write: { $0[keyPath: path].append($1.id()) },
        keep: { row, isKept in row[keyPath: path].removeAll { !isKept(EntityReference($0)) } }))
  }

  /// An entity that may be of several kinds, without which there is no row.
  static func end(
    _ path: Path<EntityReference>, among groups: [[EntityReference.Kind]],
    implied: EntityReference.Kind
  ) -> Self {
    .reference(
      ReferenceCell(
        path: path, groups: groups, implied: implied, isList: false, company: nil,
        read: { [$0[keyPath: path]] }, write: { $0[keyPath: path] = $1 }, keep: { _, _ in }))
  }

  /// An entity that may be of several kinds.
  static func end(
    _ path: Path<EntityReference?>, among groups: [[EntityReference.Kind]],
    implied: EntityReference.Kind
  ) -> Self {
    .reference(
      ReferenceCell(
        path: path, groups: groups, implied: implied, isList: false, company: nil,
        read: { row in row[keyPath: path].map { [$0] } ?? [] },
        write: { $0[keyPath: path] = $1 },
        keep: { row, isKept in
          row[keyPath: path] = row[keyPath: path].flatMap { isKept($0) ? $0 : nil }
        }))
  }
}
