/// Writes graphs in the DOT language.
struct DOTWriter {
  /// Who reads the addresses of links: Graphviz hands them on as they are.
  enum Links {
    /// SVG, in which an ampersand is written `&amp;`.
    case markup
    /// PDF, in which it stands for itself.
    case plain
  }

  private(set) var text = ""
  private let edgeOperator: String
  private let links: Links
  private var indentation = ""

  init(direction: DOTGraph.Direction, links: Links = .markup) {
    self.links = links
    edgeOperator = direction == .directed ? " -> " : " -- "
  }

  mutating func write(_ graph: DOTGraph) {
    let keyword = graph.direction == .directed ? "digraph " : "graph "
    open(keyword + DOTQuoting.id(graph.name))
    write(graph.attributes, for: "graph")
    write(graph.nodeDefaults, for: "node")
    write(graph.edgeDefaults, for: "edge")
    for node in graph.nodes { write(node) }
    for subgraph in graph.subgraphs { write(subgraph) }
    for edge in graph.edges { write(edge) }
    close()
  }

  private mutating func write(_ subgraph: DOTGraph.Subgraph) {
    // Graphviz takes subgraphs for clusters if their name says so.
    let prefix = subgraph.role == .cluster ? Self.clusterPrefix : "group_"
    open("subgraph " + DOTQuoting.id(prefix + subgraph.id))
    // Subgraphs inherit, and a cluster is not to repeat the title of what surrounds it.
    var attributes = subgraph.attributes
    if subgraph.role == .cluster, attributes["label"] == nil { attributes["label"] = "" }
    write(attributes, for: "graph")
    write(subgraph.nodeDefaults, for: "node")
    write(subgraph.edgeDefaults, for: "edge")
    for node in subgraph.nodes { write(node) }
    for inner in subgraph.subgraphs { write(inner) }
    for edge in subgraph.edges { write(edge) }
    close()
  }

  private mutating func write(_ node: DOTGraph.Node) {
    line(DOTQuoting.id(node.id) + list(node.attributes))
  }

  private mutating func write(_ edge: DOTGraph.Edge) {
    var attributes = edge.attributes
    attributes["key"] = nil
    var statement = DOTQuoting.id(edge.tail) + edgeOperator + DOTQuoting.id(edge.head)
    if let key = edge.key {
      let rest = list(attributes, first: "key=" + DOTQuoting.id(key))
      statement += rest
    } else {
      statement += list(attributes)
    }
    line(statement)
  }

  private mutating func write(_ attributes: DOTAttributes, for kind: String) {
    guard !attributes.isEmpty else { return }
    line(kind + list(attributes))
  }

  private mutating func open(_ head: String) {
    line(head + " {", end: "")
    indentation += "  "
  }

  private mutating func close() {
    indentation.removeLast(2)
    line("}", end: "")
  }

  private mutating func line(_ content: String, end: String = ";") {
    text += indentation
    text += content
    text += end
    text += "\n"
  }
}

extension DOTWriter {
  /// What the name of a cluster starts with.
  static let clusterPrefix = "cluster_"

  /// The attributes in brackets, or nothing if there are none.
  private func list(_ attributes: DOTAttributes, first: String? = nil) -> String {
    let pairs = attributes.elements.map { Self.name($0.name) + "=" + format($0) }
    let all = (first.map { [$0] } ?? []) + pairs
    return all.isEmpty ? "" : " [" + all.joined(separator: ", ") + "]"
  }

  private static func name(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let isKeyword = ["node", "edge", "graph", "digraph", "subgraph", "strict"].contains(name)
    return isPlain && !isKeyword && !name.isEmpty ? name : DOTQuoting.id(name)
  }

  private func format(_ attribute: DOTAttributes.Element) -> String {
    switch attribute.value {
    // Data in these attributes is read in ways of their own, whatever the caller thought of.
    case .text(let text) where Self.isNamed(attribute, "url") || Self.isNamed(attribute, "href"),
      .literal(let text) where Self.isNamed(attribute, "url") || Self.isNamed(attribute, "href"):
      DOTQuoting.quoted(DOTQuoting.link(text, for: links))
    case .text(let text) where Self.isNamed(attribute, "fontname"),
      .literal(let text) where Self.isNamed(attribute, "fontname"):
      DOTQuoting.quoted(DOTQuoting.fontName(text))
    case .text(let text) where Self.isNamed(attribute, "tooltip"):
      DOTQuoting.quoted(DOTQuoting.tooltip(text))
    default: Self.format(attribute.value)
    }
  }

  /// Whether a name ends in a word, in any case: `edgetooltip`, `headURL`.
  private static func isNamed(_ attribute: DOTAttributes.Element, _ ending: String) -> Bool {
    let name = attribute.name.utf8
    guard name.count >= ending.utf8.count else { return false }
    return name.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 }
  }

  private static func format(_ value: DOTValue) -> String {
    switch value {
    // The quoting of notation leaves doubled backslashes alone.
    case .text(let text): DOTQuoting.quoted(DOTQuoting.text(text))
    case .literal(let text): DOTQuoting.quoted(DOTQuoting.literal(text))
    case .escaped(let notation): DOTQuoting.quoted(notation)
    case .html(let label) where label.isBalanced && !label.markup.isEmpty:
      "<" + DOTQuoting.printed(label.markup) + ">"
    case .html(let label): DOTQuoting.quoted(DOTQuoting.text(label.markup))
    case .number(let number): format(number)
    }
  }

  /// The shortest text that reads back as the same number.
  static func format(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    // DOT's grammar has no exponents; between quotes any form that C's strtod reads will do.
    let text = number == 0 ? "0.0" : number.description
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    return text.utf8.contains(UInt8(ascii: "e")) ? "\"\(text)\"" : text
  }
}
