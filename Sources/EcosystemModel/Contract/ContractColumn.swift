/// A column of the data contract without its table's type: what guides, articles and lists of choices need.
package struct ContractColumn: Hashable, Sendable {
  /// The header, such as `time_zone`.
  package let name: String
  /// Other headers that mean the same.
  package let aliases: [String]
  /// What a cell says, in one sentence without a full stop.
  package let meaning: String
  /// How a cell is written.
  package let form: String
  /// Whether a row without it is left out.
  package let isRequired: Bool
  /// Whether a cell may hold several values, with `|` between them.
  package let isList: Bool
  /// The kinds of entity that a cell may name; none where it names no entity.
  package let kinds: [EntityReference.Kind]
  /// The words that a cell is chosen from, or that are worth offering.
  package let words: [String]
  /// Whether nothing but one of the words may stand in a cell.
  package let isClosed: Bool
  /// Whether a spreadsheet program could take a cell's text for a date or a number.
  package let isText: Bool
}

extension TableName {
  /// The columns that the data contract gives the table: required ones first, then `id` where rows have one.
  package var columns: [ContractColumn] { Self.columns(of: rowType) }

  /// What a row of the table is, in a sentence or two.
  package var meaning: String { Self.meaning(of: rowType) }

  private static func meaning<Row: TableRow>(of type: Row.Type) -> String { Row.contract.meaning }

  private static func columns<Row: TableRow>(of type: Row.Type) -> [ContractColumn] {
    Row.contract.written.map { column in
      let words = column.form.words ?? column.examples
      return ContractColumn(
        name: column.name, aliases: column.aliases, meaning: column.meaning,
        form: column.form.title, isRequired: column.isRequired, isList: column.isList,
        kinds: column.kinds, words: words, isClosed: column.form.words != nil,
        isText: column.form.isText)
    }
  }
}

extension ColumnForm {
  /// The closed list that a cell is chosen from; `nil` if there is none.
  var words: [String]? {
    switch self {
    case .choice(let cell): cell.words
    case .answer: ["yes", "no"]
    default: nil
    }
  }

  /// How a cell is written, in few words.
  var title: String {
    switch self {
    case .id: "id"
    case .name, .text: "text"
    case .list: "texts"
    case .number(_, let limits): limits == .any ? "number" : "number, \(limits.words)"
    case .measured: "number"
    case .share(_, let limits): "share, \(limits.words), or a percentage"
    case .integer(_, let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .date: "date"
    case .answer: "yes or no"
    case .parsed(let cell): cell.notation
    case .choice(let cell): Phrase.list(cell.words, limit: .max, joint: "or")
    case .reference(let cell):
      cell.kinds.count == EntityReference.Kind.allCases.count
        ? "any entity" : Phrase.list(cell.kinds.map(\.rawValue), limit: .max, joint: "or")
    case .derived: "derived"
    }
  }

  fileprivate var isText: Bool {
    switch self {
    case .id, .text, .parsed: true
    default: false
    }
  }
}
