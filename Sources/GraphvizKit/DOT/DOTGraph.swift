/// A graph in the terms of the DOT language; a plain value without layout.
///
/// ```swift
/// var graph = DOTGraph(name: "alliances", attributes: ["rankdir": "LR"])
/// graph.nodes.append(.init("astrazeneca", ["label": .text("AstraZeneca")]))
/// graph.nodes.append(.init("daiichi", ["label": .text("Daiichi Sankyo")]))
/// graph.edges.append(.init("astrazeneca", "daiichi", ["penwidth": .number(2)]))
/// let reply = try GraphvizEngine.run(LayoutRequest(graph: graph, formats: [.svg]))
/// ```
///
/// Everything is written in the order given, so that the same value gives the same text.
/// Ids may be any text: they are always quoted. Characters that XML forbids (NUL and other control
/// characters) are left out of ids and values.
package struct DOTGraph: Sendable, Hashable {
  /// Whether edges point from tail to head.
  package enum Direction: Sendable, Hashable, Codable {
    /// Edges are written `->`, and have an arrow at their head unless an attribute says otherwise.
    case directed
    /// Edges are written `--`.
    case undirected
  }

  /// A node statement.
  package struct Node: Sendable, Hashable {
    /// The id; a second statement with the same id adds attributes to the same node.
    package var id: String
    /// The attributes.
    package var attributes: DOTAttributes

    /// Creates a node; without a `label` attribute it shows its id.
    package init(_ id: String, _ attributes: DOTAttributes = [:]) {
      self.id = id
      self.attributes = attributes
    }
  }

  /// An edge statement; it creates nodes that no node statement mentions.
  ///
  /// Ports are given with the attributes `tailport` and `headport`.
  package struct Edge: Sendable, Hashable {
    /// The id of the node that the edge leaves.
    package var tail: String
    /// The id of the node that the edge enters.
    package var head: String
    /// A name that tells parallel edges apart and is found again in ``GraphLayout/Edge/key``.
    ///
    /// Edges with the same ends and the same key are one edge for Graphviz; without a key each is
    /// its own.
    package var key: String?
    /// The attributes.
    package var attributes: DOTAttributes

    /// Creates an edge.
    package init(
      _ tail: String, _ head: String, key: String? = nil, _ attributes: DOTAttributes = [:]
    ) {
      self.tail = tail
      self.head = head
      self.key = key
      self.attributes = attributes
    }
  }

  /// A subgraph statement.
  package struct Subgraph: Sendable, Hashable {
    /// What a subgraph is for.
    package enum Role: Sendable, Hashable, Codable {
      /// A frame around its nodes, drawn by `dot`, `fdp`, `osage` and `positioned`.
      case cluster
      /// Nodes that share defaults or a `rank`, without a frame.
      case group
    }

    /// The id, unique among the subgraphs of the same role in the whole graph.
    package var id: String
    /// What the subgraph is for.
    package var role: Role
    /// The attributes of the subgraph itself, and of subgraphs inside unless they have their own;
    /// only the `label` is not passed on.
    package var attributes: DOTAttributes
    /// The attributes of nodes that are first mentioned in the subgraph.
    package var nodeDefaults: DOTAttributes
    /// The attributes of edges in the subgraph.
    package var edgeDefaults: DOTAttributes
    /// The nodes; a node stated elsewhere as well is only made a member here.
    package var nodes: [Node]
    /// The subgraphs inside.
    package var subgraphs: [Subgraph]
    /// The edges inside.
    package var edges: [Edge]

    /// Creates a subgraph.
    package init(
      _ id: String, role: Role = .cluster, attributes: DOTAttributes = [:],
      nodeDefaults: DOTAttributes = [:], edgeDefaults: DOTAttributes = [:], nodes: [Node] = [],
      subgraphs: [Subgraph] = [], edges: [Edge] = []
    ) {
      self.id = id
      self.role = role
      self.attributes = attributes
      self.nodeDefaults = nodeDefaults
      self.edgeDefaults = edgeDefaults
      self.nodes = nodes
      self.subgraphs = subgraphs
      self.edges = edges
    }
  }

  /// The name; the SVG shows it as the title of the drawing.
  package var name: String
  /// Whether edges point from tail to head.
  package var direction: Direction
  /// The attributes of the graph itself.
  package var attributes: DOTAttributes
  /// The attributes of every node, unless it has its own.
  package var nodeDefaults: DOTAttributes
  /// The attributes of every edge, unless it has its own.
  package var edgeDefaults: DOTAttributes
  /// The nodes, written before the subgraphs.
  package var nodes: [Node]
  /// The subgraphs, written before the edges.
  package var subgraphs: [Subgraph]
  /// The edges.
  package var edges: [Edge]

  /// Creates a graph.
  package init(
    name: String = "", direction: Direction = .directed, attributes: DOTAttributes = [:],
    nodeDefaults: DOTAttributes = [:], edgeDefaults: DOTAttributes = [:], nodes: [Node] = [],
    subgraphs: [Subgraph] = [], edges: [Edge] = []
  ) {
    self.name = name
    self.direction = direction
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.subgraphs = subgraphs
    self.edges = edges
  }

  /// The graph in the DOT language, one statement per line.
  ///
  /// - Complexity: O(length of the text).
  package var text: String { text(for: .markup) }

  /// The graph in the DOT language, with links for those who draw it.
  func text(for links: DOTWriter.Links) -> String {
    var writer = DOTWriter(direction: direction, links: links)
    writer.write(self)
    return writer.text
  }
}
