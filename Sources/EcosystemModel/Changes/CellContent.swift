/// What one cell of a row says, as a value that can be compared, told and put into another row.
package enum CellContent: Hashable, Sendable {
  /// Nothing.
  case empty
  /// A name, an id, a word, or whatever else is written as one text.
  case text(String)
  /// Several texts.
  case texts([String])
  /// A number.
  case number(Double)
  /// A day.
  case date(CalendarDate)
  /// Yes or no.
  case answer(Bool)
  /// The entities that the cell names.
  case references([EntityReference])

  /// The same with every entity under another name.
  func renamed(_ name: (EntityReference) -> EntityReference) -> Self {
    if case .references(let named) = self { .references(named.map(name)) } else { self }
  }

  /// The cell as people read it, with entities by their names in an ecosystem; `nil` if it is empty.
  package func text(in ecosystem: Ecosystem) -> String? {
    switch self {
    case .empty: nil
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: "|")
    case .number(let number): NumberText.words(of: number, sparesYears: true)
    case .date(let date): date.words
    case .answer(let answer): answer ? "yes" : "no"
    case .references(let named): named.map(ecosystem.name(of:)).joined(separator: "|")
    }
  }
}

extension CellContent: Codable {
  private enum CodingKeys: CodingKey { case text, texts, number, date, answer, references }

  /// Reads an object with one key, the sort of content, or with none.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self =
      switch container.allKeys.first {
      case nil: .empty
      case .text: .text(try container.decode(String.self, forKey: .text))
      case .texts: .texts(try container.decode([String].self, forKey: .texts))
      case .number: .number(try container.decode(Double.self, forKey: .number))
      case .date: .date(try container.decode(CalendarDate.self, forKey: .date))
      case .answer: .answer(try container.decode(Bool.self, forKey: .answer))
      case .references:
        .references(try container.decode([EntityReference].self, forKey: .references))
      }
  }

  /// Writes an object with one key, the sort of content, or with none.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .empty: break
    case .text(let value): try container.encode(value, forKey: .text)
    case .texts(let value): try container.encode(value, forKey: .texts)
    case .number(let value): try container.encode(value, forKey: .number)
    case .date(let value): try container.encode(value, forKey: .date)
    case .answer(let value): try container.encode(value, forKey: .answer)
    case .references(let value): try container.encode(value, forKey: .references)
    }
  }
}

extension Column {
  /// What the row's own cell says.
  func content(of row: Row) -> CellContent {
    switch form {
    case .id(let read): .text(read(row))
    case .name(let path): .text(row[keyPath: path])
    case .text(let path): row[keyPath: path].map(CellContent.text) ?? .empty
    case .list(let path): row[keyPath: path].isEmpty ? .empty : .texts(row[keyPath: path])
    case .number, .share, .measured, .integer: number(of: row).map(CellContent.number) ?? .empty
    case .date(let path): row[keyPath: path].map(CellContent.date) ?? .empty
    case .answer(let path): row[keyPath: path].map(CellContent.answer) ?? .empty
    case .parsed(let cell): cell.read(row).map(CellContent.text) ?? .empty
    case .choice(let cell): .text(cell.read(row))
    case .reference(let cell):
      switch cell.read(row) {
      case let named where named.isEmpty: .empty
      case let named: .references(named)
      }
    case .derived: .empty
    }
  }

  /// Puts what a cell says into a row in which the column is still empty; an id is given where the row is made.
  func fill(_ row: inout Row, with content: CellContent) {
    switch (form, content) {
    case (.name(let path), .text(let text)): row[keyPath: path] = text
    case (.text(let path), .text(let text)): row[keyPath: path] = text
    case (.list(let path), .texts(let texts)): row[keyPath: path] = texts
    case (.number(let path, _), .number(let number)), (.share(let path, _), .number(let number)):
      row[keyPath: path] = number
    case (.measured(let path), .number(let number)): row[keyPath: path] = number
    case (.integer(let path, _), .number(let number)): row[keyPath: path] = Int(exactly: number)
    case (.date(let path), .date(let date)): row[keyPath: path] = date
    case (.answer(let path), .answer(let answer)): row[keyPath: path] = answer
    case (.parsed(let cell), .text(let text)): _ = cell.write(&row, text)
    case (.choice(let cell), .text(let text)):
      if let place = cell.words.firstIndex(of: text) { cell.write(&row, place) }
    case (.reference(let cell), .references(let named)):
      for entity in named { cell.write(&row, entity) }
    default: break
    }
  }
}
