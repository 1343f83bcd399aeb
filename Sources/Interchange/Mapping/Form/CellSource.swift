/// Where the text of a column comes from: cells of the row, in a template, or what is the same for all rows.
struct CellSource: Hashable, Sendable, CustomStringConvertible {
  enum Piece: Hashable, Sendable {
    /// The cell under a header.
    case header(String)
    /// Text between cells.
    case text(String)
    /// The name of the sheet.
    case sheet
    /// The title above the block.
    case title
    /// The header over a cell of the grid.
    case column
    /// The same without what spans over several columns above it.
    case lower
    /// What spans over several columns above the headers of a grid.
    case upper
    /// The cell of the grid itself.
    case cell
    /// The cell of the row in the columns of levels.
    case level
    /// The cell of the row that this one belongs to, one level up.
    case above
  }

  var pieces: [Piece]
  /// Whether it is a text that no cell holds.
  var isConstant = false

  static func header(_ header: String) -> Self { Self(pieces: [.header(header)]) }
  static func constant(_ text: String) -> Self { Self(pieces: [.text(text)], isConstant: true) }

  /// The headers that it takes cells from.
  var headers: [String] {
    pieces.compactMap { if case .header(let header) = $0 { header } else { nil } }
  }

  private static let words: [(String, Piece)] = [
    ("(sheet name)", .sheet), ("(title above)", .title), ("(column)", .column), ("(cell)", .cell),
    ("(lower header)", .lower), ("(upper header)", .upper),
    ("(level)", .level), ("(one level up)", .above),
  ]

  /// Reads what a mapping says: a header, `=text`, `(sheet name)`, or a template such as `{First} {Last}`.
  init(_ text: String) {
    if text.hasPrefix("=") {
      self = .constant(String(text.dropFirst()))
    } else if let word = Self.words.first(where: { $0.0 == text }) {
      self.init(pieces: [word.1])
    } else if text.contains("{"), text.contains("}") {
      self.init(pieces: Self.pieces(of: text))
    } else {
      self = .header(text)
    }
  }

  init(pieces: [Piece], isConstant: Bool = false) {
    self.pieces = pieces
    self.isConstant = isConstant
  }

  private static func pieces(of template: String) -> [Piece] {
    var pieces: [Piece] = []
    var text = ""
    var rest = template[...]
    while let character = rest.popFirst() {
      guard character == "{", let end = rest.firstIndex(of: "}") else {
        text.append(character)
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      let inside = String(rest[..<end])
      pieces.append(words.first { $0.0 == inside }?.1 ?? .header(inside))
      rest = rest[rest.index(after: end)...]
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// As a mapping writes it.
  var description: String {
    if isConstant, case .text(let text)? = pieces.first { return "=\(text)" }
    if pieces.count == 1 {
      if case .header(let header) = pieces[0], !header.hasPrefix("="), !header.contains("{") {
        return header
      }
      if let word = Self.words.first(where: { $0.1 == pieces[0] }) { return word.0 }
    }
    return pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .header(let header): "{\(header)}"
      default: "{\(Self.words.first { $0.1 == piece }?.0 ?? "")}"
      }
    }.joined()
  }
}
