extension CalendarDate: ShapedValue {
  static var shape: JSONShape { .notation("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$") }
  static var sample: CalendarDate? { CalendarDate(year: 2020) }
}

extension EntityReference: ShapedValue {
  static var shape: JSONShape {
    .notation("^(\(Kind.allCases.map(\.rawValue).joined(separator: "|"))):")
  }
  static var sample: EntityReference? { .company(.init("")) }
}

extension CellContent: ShapedValue {
  static var shape: JSONShape {
    .variants([
      "text": .text, "texts": .list(.text), "number": .number, "date": CalendarDate.shape,
      "answer": .answer, "references": .list(EntityReference.shape),
    ])
  }
  static var sample: CellContent? { .empty }
}

extension JSONSchema {
  /// A dataset as one JSON document, as the contract of its columns says: a list of rows for each table that has any.
  package static var dataset: JSONSchema {
    var definitions: [String: [String: JSONShape.Property]] = [:]
    var tables: [String: JSONShape.Property] = [:]
    for table in TableName.allCases {
      definitions[table.rawValue] = columns(of: table.rowType)
      tables[table.rawValue] = .init(
        shape: .list(.named(table.rawValue)), isRequired: false, meaning: table.meaning)
    }
    // Columns of one's own hold texts.
    return JSONSchema(title: "A dataset of ecomap", tables, definitions, others: .text)
  }

  private static func columns<Row: TableRow>(of type: Row.Type) -> [String: JSONShape.Property] {
    Dictionary(
      Row.contract.written.map { column in
        (
          column.name,
          JSONShape.Property(
            shape: column.form.shape, isRequired: column.isRequired, meaning: column.meaning)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension ColumnForm {
  /// What a cell looks like as JSON.
  fileprivate var shape: JSONShape {
    switch self {
    case .id, .name, .text, .parsed, .derived: .text
    case .list: .list(.text)
    case .number, .measured, .share: .number
    case .integer: .integer
    case .date: CalendarDate.shape
    case .answer: .answer
    case .choice(let cell): .word(cell.words)
    case .reference(let cell): cell.isList ? .list(.text) : .text
    }
  }
}
