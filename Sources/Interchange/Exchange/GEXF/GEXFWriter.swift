import Containers
import EcosystemModel

extension NetworkFormat {
  /// GEXF 1.3 with the dates of rows.
  package static let gexf = NetworkFormat(
    "gexf", "GEXF", for: "Gephi", endings: ["gexf"], reading: .text(GEXFReader.graph),
    write: { .text(GEXFWriter.text(of: $0), losses: $0.characterLosses) })
}

/// Writes a network as GEXF 1.3; where rows have dates, Gephi's timeline shows them.
///
/// GEXF includes the last day of a span and ours do not, so that `end` is the day before `until`. An edge lies within
/// the spans of its nodes there: its span is cut to theirs, and its own dates stay as fields beside it.
enum GEXFWriter {
  static func text(of graph: ExchangeGraph) -> String {
    let nodes = ExchangeColumns(graph.nodes.map(\.fields))
    let edges = ExchangeColumns(graph.edges.map(\.fields))
    let spans = Dictionary(
      graph.nodes.map { ($0.id, Span(of: $0.fields)) }, uniquingKeysWith: { first, _ in first })
    let isDynamic =
      spans.values.contains { !$0.isOpen } || graph.edges.contains { !Span(of: $0.fields).isOpen }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">",
    ]
    let mode =
      isDynamic ? "mode=\"dynamic\" timerepresentation=\"interval\" timeformat=\"date\" " : ""
    lines.append(
      "  <graph \(mode)defaultedgetype=\"\(graph.isDirected ? "directed" : "undirected")\">")
    append(nodes, class: "node", to: &lines)
    append(edges, class: "edge", to: &lines)
    lines.append("    <nodes>")
    for node in graph.nodes {
      let span = spans[node.id] ?? Span()
      lines.append(
        "      <node id=\"\(XMLText.escaped(node.id))\" label=\"\(XMLText.escaped(node.label))\"\(span.attributes)>"
      )
      append(node.fields, nodes, to: &lines)
      lines.append("      </node>")
    }
    lines += ["    </nodes>", "    <edges>"]
    for (index, edge) in graph.edges.enumerated() {
      let outer = [spans[edge.source], spans[edge.target]].compactMap { $0 }
      let span = outer.reduce(Span(of: edge.fields)) { $0.cut(to: $1) }
      var tag = "      <edge id=\"e\(index + 1)\" source=\"\(XMLText.escaped(edge.source))\""
      tag += " target=\"\(XMLText.escaped(edge.target))\""
      if let label = Self.text(edge.fields["label"]) { tag += " label=\"\(label)\"" }
      if case .number(let weight) = edge.fields["weight"] {
        tag += " weight=\"\(NumberText.text(of: weight))\""
      }
      lines.append(tag + "\(span.attributes)>")
      append(edge.fields, edges, to: &lines)
      lines.append("      </edge>")
    }
    return (lines + ["    </edges>", "  </graph>", "</gexf>", ""]).joined(separator: "\n")
  }

  /// A span of days as GEXF has it, both ends included.
  struct Span {
    var start: CalendarDate?
    var end: CalendarDate?

    init() {}

    init(of fields: [ExchangeGraph.Field]) {
      start = Self.date(fields["since"]) ?? Self.date(fields["chartered"])
      end = Self.date(fields["until"]).flatMap { CalendarDate(dayNumber: $0.dayNumber - 1) }
      if let start, let end, end < start { self.end = start }
    }

    var isOpen: Bool { start == nil && end == nil }

    func cut(to outer: Span) -> Span {
      var span = self
      span.start = [start, outer.start].compactMap { $0 }.max()
      span.end = [end, outer.end].compactMap { $0 }.min()
      // Nothing in common: the edge is never to be seen, but must not break the file.
      if let start = span.start, let end = span.end, end < start { span.start = end }
      return span
    }

    var attributes: String {
      (start.map { " start=\"\($0.description)\"" } ?? "")
        + (end.map { " end=\"\($0.description)\"" } ?? "")
    }

    private static func date(_ value: CellValue) -> CalendarDate? {
      guard case .date(let date) = value else { return nil }
      return date
    }
  }

  private static func text(_ value: CellValue) -> String? {
    value == .none ? nil : XMLText.escaped(value.cellText)
  }

  private static func append(
    _ columns: ExchangeColumns, class name: String, to lines: inout [String]
  ) {
    guard !columns.columns.isEmpty else { return }
    lines.append("    <attributes class=\"\(name)\" mode=\"static\">")
    for (index, column) in columns.columns.enumerated() {
      lines.append(
        "      <attribute id=\"\(index)\" title=\"\(XMLText.escaped(column.name))\" type=\"\(column.kind.rawValue)\"/>"
      )
    }
    lines.append("    </attributes>")
  }

  private static func append(
    _ fields: [ExchangeGraph.Field], _ columns: ExchangeColumns, to lines: inout [String]
  ) {
    let values = fields.filter { $0.value != .none }.compactMap { field -> String? in
      guard let position = columns.position(of: field.name) else { return nil }
      let isFlag = columns.columns[position].kind == .flag
      let text = isFlag ? field.value == .flag(true) ? "true" : "false" : field.value.cellText
      return "          <attvalue for=\"\(position)\" value=\"\(XMLText.escaped(text))\"/>"
    }
    if !values.isEmpty { lines += ["        <attvalues>"] + values + ["        </attvalues>"] }
  }
}
