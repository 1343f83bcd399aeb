/// Where everything of a graph is drawn.
///
/// Lengths are points (1/72 inch). The origin is the top left corner of the drawing and y grows
/// downwards. Nodes and edges stand in the order in which the DOT text first mentions them, clusters
/// parents first.
package struct GraphLayout: Sendable, Hashable, Codable {
  /// A position.
  package struct Point: Sendable, Hashable, Codable {
    /// The distance from the left edge.
    package var x: Double
    /// The distance from the top edge.
    package var y: Double

    /// Creates a point.
    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An upright rectangle.
  package struct Rectangle: Sendable, Hashable, Codable {
    /// The distance of the left side from the left edge of the drawing.
    package var x: Double
    /// The distance of the top side from the top edge of the drawing.
    package var y: Double
    /// The horizontal extent.
    package var width: Double
    /// The vertical extent.
    package var height: Double

    /// Creates a rectangle.
    package init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// The place of a text.
  package struct Label: Sendable, Hashable, Codable {
    /// The middle of the text.
    package var center: Point
    /// The horizontal extent of the text.
    package var width: Double
    /// The vertical extent of the text.
    package var height: Double

    /// Creates a label.
    package init(center: Point, width: Double, height: Double) {
      self.center = center
      self.width = width
      self.height = height
    }
  }

  /// The place of a node.
  package struct Node: Sendable, Hashable, Codable {
    /// The id of the node.
    package var name: String
    /// The middle of the node.
    package var center: Point
    /// The horizontal extent, without the width of the border line.
    package var width: Double
    /// The vertical extent, without the width of the border line.
    package var height: Double
    /// The place of the text beside the node (`xlabel`), if there is one.
    package var externalLabel: Label?

    /// Creates a node.
    package init(
      name: String, center: Point, width: Double, height: Double, externalLabel: Label? = nil
    ) {
      self.name = name
      self.center = center
      self.width = width
      self.height = height
      self.externalLabel = externalLabel
    }
  }

  /// A piece of an edge's line.
  package struct Curve: Sendable, Hashable, Codable {
    /// The control points of cubic Bézier curves joined end to end: 1 + 3·*k* points.
    package var points: [Point]
    /// The tip of the arrow at the start, if there is one; the line itself ends where the arrow begins.
    package var startTip: Point?
    /// The tip of the arrow at the end, if there is one; the line itself ends where the arrow begins.
    package var endTip: Point?

    /// Creates a curve.
    package init(points: [Point], startTip: Point? = nil, endTip: Point? = nil) {
      self.points = points
      self.startTip = startTip
      self.endTip = endTip
    }
  }

  /// The course of an edge.
  package struct Edge: Sendable, Hashable, Codable {
    /// The id of the node that the edge leaves.
    package var tail: String
    /// The id of the node that the edge enters.
    package var head: String
    /// The `key` attribute, if one was given; tells parallel edges apart.
    package var key: String?
    /// The pieces of the line; several with `concentrate` or parallel colours, none if no route was
    /// found (then a warning says so) or `splines=none`.
    package var curves: [Curve]
    /// The place of `label`.
    package var label: Label?
    /// The place of `taillabel`.
    package var tailLabel: Label?
    /// The place of `headlabel`.
    package var headLabel: Label?
    /// The place of `xlabel`.
    package var externalLabel: Label?

    /// Creates an edge.
    package init(
      tail: String, head: String, key: String? = nil, curves: [Curve] = [], label: Label? = nil,
      tailLabel: Label? = nil, headLabel: Label? = nil, externalLabel: Label? = nil
    ) {
      self.tail = tail
      self.head = head
      self.key = key
      self.curves = curves
      self.label = label
      self.tailLabel = tailLabel
      self.headLabel = headLabel
      self.externalLabel = externalLabel
    }
  }

  /// The place of a cluster.
  package struct Cluster: Sendable, Hashable, Codable {
    /// The name without the `cluster_` that marks a cluster in DOT.
    package var name: String
    /// The name of the cluster around it, `nil` for an outermost one.
    package var parent: String?
    /// The outline.
    package var frame: Rectangle
    /// The place of the title, if there is one.
    package var label: Label?

    /// Creates a cluster.
    package init(name: String, parent: String? = nil, frame: Rectangle, label: Label? = nil) {
      self.name = name
      self.parent = parent
      self.frame = frame
      self.label = label
    }
  }

  /// The horizontal extent of the drawing, without margins.
  package var width: Double
  /// The vertical extent of the drawing, without margins.
  package var height: Double
  /// The top left corner in Graphviz' own coordinates (y grows upwards there): a `pos` of *(x, y)*
  /// is found at *(x − origin.x, origin.y − y)* here.
  package var origin: Point
  /// The place of the title, if there is one.
  package var label: Label?
  /// The nodes.
  package var nodes: [Node]
  /// The edges.
  package var edges: [Edge]
  /// The clusters that the engine draws.
  package var clusters: [Cluster]

  /// Creates a layout.
  package init(
    width: Double, height: Double, origin: Point, label: Label? = nil, nodes: [Node] = [],
    edges: [Edge] = [], clusters: [Cluster] = []
  ) {
    self.width = width
    self.height = height
    self.origin = origin
    self.label = label
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
  }
}
