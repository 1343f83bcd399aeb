import EcosystemModel

/// A network as tools for networks know it: nodes and edges with fields.
struct ExchangeGraph: Equatable {
  /// A named value of a node or edge.
  struct Field: Equatable {
    var name: String
    var value: CellValue
    /// Where it stands, if that is not where its node or edge does.
    var place: Place?
  }

  /// What was noticed on the way from a file: what is not read, or is read otherwise than it stands there.
  struct Remark: Equatable {
    var severity = Severity.note
    let rule: String
    let message: String
    var place = Place()

    /// That elements say where and how they are drawn, which ecomap finds itself.
    static func drawings(_ count: Int) -> Self {
      Self(
        rule: "exchange.drawing",
        message:
          "where and how \(Phrase.count(count, "node or link is", "nodes and links are")) drawn is not read: ecomap places and colours anew"
      )
    }
  }

  /// Where something stands in the file it was read from; 0 where it was not read.
  struct Place: Equatable {
    var line = 0
    var column = 0
  }

  struct Node: Equatable {
    var id: String
    /// What people call it; empty where the file has nothing but the id.
    var label = ""
    var fields: [Field] = []
    var place = Place()
  }

  struct Edge: Equatable {
    var source: String
    var target: String
    var isDirected = false
    var fields: [Field] = []
    var place = Place()
  }

  var nodes: [Node] = []
  var edges: [Edge] = []
  var remarks: [Remark] = []

  /// The field that says which table of ours a node or edge is a row of.
  static let marker = "ecomap_table"

  /// Fields of the user's own bear this in front where the target gives their name a meaning of its own.
  static let ownPrefix = "own "

  /// Whether any edge is directed, which most formats decide for the whole network.
  var isDirected: Bool { edges.contains(where: \.isDirected) }
}

extension [ExchangeGraph.Field] {
  /// The value of a field, whatever the case, spaces, `_` and `-` of its name.
  subscript(name: String) -> CellValue {
    let key = ColumnName.normalized(name)
    return first { ColumnName.normalized($0.name) == key }?.value ?? .none
  }

  /// Takes a field out, whatever the spelling of its name.
  mutating func take(_ name: String) -> CellValue {
    let key = ColumnName.normalized(name)
    guard let index = firstIndex(where: { ColumnName.normalized($0.name) == key }) else {
      return .none
    }
    return remove(at: index).value
  }
}

/// What all fields of the nodes, or of the edges, of a network are: names in order of appearance, with their kinds.
struct ExchangeColumns {
  enum Kind: String {
    case text = "string"
    case number = "double"
    case integer = "long"
    case flag = "boolean"
  }

  struct Column {
    let name: String
    var kind: Kind
  }

  private(set) var columns: [Column] = []
  private var positions: [String: Int] = [:]

  init(_ rows: some Sequence<[ExchangeGraph.Field]>) {
    for field in rows.joined() where field.value != .none {
      let kind = Self.kind(of: field.value)
      if let position = positions[field.name] {
        if columns[position].kind != kind { columns[position].kind = .text }
      } else {
        positions[field.name] = columns.count
        columns.append(Column(name: field.name, kind: kind))
      }
    }
  }

  func position(of name: String) -> Int? { positions[name] }

  private static func kind(of value: CellValue) -> Kind {
    switch value {
    case .number: return .number
    case .flag: return .flag
    case .text(let text):
      // Figures of the user's own are figures, so long as they come back in the same letters: other tools write 1.0 for a
      // 1 among decimals.
      guard let number = NumberText.number(in: text), NumberText.text(of: number) == text else {
        return .text
      }
      return number == number.rounded() ? .integer : .number
    case .none, .date, .list: return .text
    }
  }
}
