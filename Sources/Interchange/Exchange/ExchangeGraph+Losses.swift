import Containers
import EcosystemModel

extension ExchangeGraph {
  /// The fields of edges of which one is the word on a drawn line, the most telling first.
  static let lineWords = ["what", "role", "kind", "label", "reason"]

  /// What is lost by a format that holds some fields only, counted and named: of nodes those given, or all, and of each edge
  /// the first that it has.
  func valueLosses(ofNodes nodeFields: [String]?, ofEdges edgeFields: [String]) -> [String] {
    var losses: [String] = []
    if let nodeFields {
      losses += Self.loss(of: nodes.map { $0.fields.filter { !nodeFields.contains($0.name) } })
        .map { "\($0) of nodes" }
    }
    let lost = edges.map { edge in
      let kept = edgeFields.first { edge.fields[$0] != .none }
      return edge.fields.filter { $0.name != kept }
    }
    return losses + Self.loss(of: lost).map { "\($0) of links" }
  }

  /// Texts with characters that XML does not allow.
  var characterLosses: [String] {
    func isLossy(_ fields: [Field]) -> Bool {
      fields.contains { !XMLText.holds($0.value.cellText) || !XMLText.holds($0.name) }
    }
    let rows =
      nodes.count {
        isLossy($0.fields) || !XMLText.holds($0.label) || !XMLText.holds($0.id)
      } + edges.count { isLossy($0.fields) }
    return rows > 0 ? ["control characters in \(rows) rows, which become U+FFFD"] : []
  }

  private static func loss(of rows: [[Field]]) -> [String] {
    let count = rows.reduce(0) { $0 + $1.count { $0.value != .none } }
    guard count > 0 else { return [] }
    let names = ExchangeColumns(rows).columns.map { $0.name == marker ? "table" : $0.name }
    return [
      "\(Phrase.count(count, "value")) in the "
        + "\(names.count == 1 ? "column" : "columns") \(names.spokenList(last: "and"))"
    ]
  }
}

extension ExchangeGraph.Edge {
  /// The word on its line in a drawing: what is handed over, the role, the kind of tie; else the column it comes from.
  var lineWord: String? {
    for name in ExchangeGraph.lineWords where fields[name] != .none {
      return fields[name].cellText
    }
    let table = fields[ExchangeGraph.marker].cellText
    guard let point = table.firstIndex(of: ".") else { return nil }
    return String(table[table.index(after: point)...])
  }
}
