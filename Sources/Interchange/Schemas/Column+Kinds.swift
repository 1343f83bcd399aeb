import EcosystemModel

extension Column {
  typealias Path<Value> = WritableKeyPath<Row, Value>

  static func name(_ path: Path<String>, _ column: String = "name") -> Self {
    Column(
      name: column,
      decode: { row, text, _ in
        row[keyPath: path] = text
        return true
      }, encode: { .text($0[keyPath: path]) })
  }

  static func text(_ name: String, _ path: Path<String?>) -> Self {
    Column(
      name: name,
      decode: { row, text, _ in
        row[keyPath: path] = text
        return true
      }, encode: { $0[keyPath: path].map(CellValue.text) ?? .none })
  }

  /// A number; a share may be written as a percentage.
  static func number(_ name: String, _ path: Path<Double?>, isShare: Bool = false) -> Self {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let number = decoding.number(text, isShare: isShare) else { return false }
        row[keyPath: path] = number
        return true
      }, encode: { $0[keyPath: path].map(CellValue.number) ?? .none })
  }

  static func integer(_ name: String, _ path: Path<Int?>, in range: ClosedRange<Int>) -> Self {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let number = decoding.integer(text, in: range) else { return false }
        row[keyPath: path] = number
        return true
      }, encode: { $0[keyPath: path].map { .number(Double($0)) } ?? .none })
  }

  static func date(_ name: String, _ path: Path<CalendarDate?>) -> Self {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let date = decoding.date(text) else { return false }
        row[keyPath: path] = date
        return true
      }, encode: { $0[keyPath: path].map(CellValue.date) ?? .none })
  }

  static func tags(_ path: Path<[String]>) -> Self {
    var column = Column(
      name: "tags",
      decode: { row, text, _ in
        row[keyPath: path] = ListText.elements(of: text)
        return true
      }, encode: { $0[keyPath: path].isEmpty ? .none : .list($0[keyPath: path]) })
    column.isList = true
    return column
  }

  /// A value with a text form of its own, such as a cadence.
  static func parsed<Value: LosslessStringConvertible>(
    _ name: String, _ path: Path<Value?>, rule: String, like examples: String
  ) -> Self {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let value = Value(text) else {
          decoding.report(.error, rule, "\"\(text)\" is not understood; write \(examples)")
          return false
        }
        row[keyPath: path] = value
        return true
      }, encode: { $0[keyPath: path].map { .text($0.description) } ?? .none })
  }

  /// One word of a closed list.
  static func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ path: Path<Value>, standard: Value? = nil
  ) -> Self where Value: Equatable {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let value = decoding.choice(text, of: Value.self) else { return false }
        row[keyPath: path] = value
        return true
      },
      encode: {
        $0[keyPath: path] == standard ? .none : .text($0[keyPath: path].rawValue)
      })
  }

  static func reference<E: Entity>(
    _ name: String, _ path: Path<EntityID<E>?>, within company: (Path<Company.ID?>)? = nil
  ) -> Self {
    Column(
      name: name, kind: E.kind,
      decode: { row, text, decoding in
        let scope = company.flatMap { row[keyPath: $0]?.rawValue }
        guard let id = decoding.reference(to: E.kind, named: text, within: scope) else {
          return false
        }
        row[keyPath: path] = EntityID<E>(id)
        return true
      }, encode: { $0[keyPath: path].map { .text($0.rawValue) } ?? .none })
  }

  static func reference<E: Entity>(_ name: String, _ path: Path<EntityID<E>>) -> Self {
    Column(
      name: name, kind: E.kind,
      decode: { row, text, decoding in
        guard let id = decoding.reference(to: E.kind, named: text) else { return false }
        row[keyPath: path] = EntityID<E>(id)
        return true
      }, encode: { .text($0[keyPath: path].rawValue) })
  }

  /// An end that may be of several kinds; the earlier groups of kinds are searched first.
  static func end(
    _ name: String, _ path: Path<EntityReference>, among groups: [[EntityReference.Kind]],
    implied: EntityReference.Kind
  ) -> Self {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let end = decoding.end(named: text, among: groups, implied: implied) else {
          return false
        }
        row[keyPath: path] = end
        return true
      }, encode: { .text($0[keyPath: path].description) })
  }

  /// The same for an end that may be missing.
  static func end(
    _ name: String, _ path: Path<EntityReference?>, among groups: [[EntityReference.Kind]],
    implied: EntityReference.Kind
  ) -> Self {
    Column(
      name: name,
      decode: { row, text, decoding in
        guard let end = decoding.end(named: text, among: groups, implied: implied) else {
          return false
        }
        row[keyPath: path] = end
        return true
      }, encode: { $0[keyPath: path].map { .text($0.description) } ?? .none })
  }
}
