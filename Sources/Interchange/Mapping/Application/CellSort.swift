import EcosystemModel

/// What the cells of a contract's column hold, as far as reading foreign ones depends on it.
enum CellSort: Equatable {
  case id
  /// The name of what the row describes.
  case name
  case text
  case texts
  /// A number in a unit in the plural, such as `hours`; `most` is the largest that may stand there.
  case number(unit: String?, most: Double)
  case share
  case integer
  case date
  case answer
  case role
  /// The part that a body has in a decision.
  case right
  case cadence
  /// Entities of kinds; those of earlier kinds are searched first.
  case reference([EntityReference.Kind], isList: Bool)

  /// The sort of a table's column; `nil` if the contract has none of the name.
  static func of(_ table: TableName, _ column: String) -> CellSort? { sorts[table]?[column] }

  private static let sorts: [TableName: [String: CellSort]] = Dictionary(
    uniqueKeysWithValues: TableName.allCases.map { ($0, sorts(of: $0.rowType)) })

  private static func sorts<Row: TableRow>(of type: Row.Type) -> [String: CellSort] {
    Dictionary(uniqueKeysWithValues: Row.contract.written.map { ($0.name, CellSort($0.form)) })
  }

  private init<Row: TableRow>(_ form: ColumnForm<Row>) {
    switch form {
    case .id: self = .id
    case .name: self = .name
    case .text, .derived: self = .text
    case .list: self = .texts
    case .number(_, let limits): self = .number(unit: limits.unit, most: limits.greatest)
    case .measured: self = .number(unit: nil, most: .infinity)
    case .share: self = .share
    case .integer: self = .integer
    case .date: self = .date
    case .answer: self = .answer
    case .parsed(let cell): self = cell.noun == "cadence" ? .cadence : .text
    case .choice:
      self = Row.self == Membership.self ? .role : Row.self == Decision.self ? .right : .text
    case .reference(let cell): self = .reference(cell.kinds, isList: cell.isList)
    }
  }
}
