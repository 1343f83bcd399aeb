import EcosystemModel

/// A cell's value on its way into a file.
enum CellValue: Equatable {
  case none
  case text(String)
  case number(Double)
  case flag(Bool)
  case date(CalendarDate)
  case list([String])

  /// The text a CSV cell holds.
  var cellText: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .number(let number): NumberText.text(of: number)
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    case .list(let elements): ListText.cell(of: elements)
    }
  }
}

extension Column {
  /// The row's value on its way into a file; entities are written by id.
  func cell(of row: Row) -> CellValue {
    if isOtherUnit { return .none }
    switch form {
    case .id(let read): return .text(read(row))
    case .name(let path): return .text(row[keyPath: path])
    case .text(let path): return row[keyPath: path].map(CellValue.text) ?? .none
    case .list(let path): return Self.list(row[keyPath: path])
    case .number, .share, .measured, .integer:
      return number(of: row).map(CellValue.number) ?? .none
    case .date(let path): return row[keyPath: path].map(CellValue.date) ?? .none
    case .answer(let path): return row[keyPath: path].map(CellValue.flag) ?? .none
    case .parsed(let cell): return cell.read(row).map(CellValue.text) ?? .none
    case .choice(let cell):
      let word = cell.read(row)
      return word == cell.standard ? .none : .text(word)
    case .reference(let cell):
      let names = cell.read(row).map { cell.kind == nil ? $0.description : $0.rawID }
      return cell.isList ? Self.list(names) : names.first.map(CellValue.text) ?? .none
    case .derived: return .none
    }
  }

  private static func list(_ elements: [String]) -> CellValue {
    elements.isEmpty ? .none : .list(elements)
  }
}
