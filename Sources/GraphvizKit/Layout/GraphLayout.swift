/// Where everything of a graph is drawn.
///
/// Lengths are points (1/72 inch). The origin is the top left corner of the drawing and y grows
/// downwards. Nodes and edges stand in the order in which the DOT text first mentions them, clusters
/// parents first.
public struct GraphLayout: Sendable, Hashable, Codable {
  /// A position.
  public struct Point: Sendable, Hashable, Codable {
    /// The distance from the left edge.
    public var x: Double
    /// The distance from the top edge.
    public var y: Double

    /// Creates a point.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An upright rectangle.
  public struct Rectangle: Sendable, Hashable, Codable {
    /// The distance of the left side from the left edge of the drawing.
    public var x: Double
    /// The distance of the top side from the top edge of the drawing.
    public var y: Double
    /// The horizontal extent.
    public var width: Double
    /// The vertical extent.
    public var height: Double

    /// Creates a rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// The place of a text.
  public struct Label: Sendable, Hashable, Codable {
    /// The middle of the text.
    public var center: Point
    /// The horizontal extent of the text.
    public var width: Double
    /// The vertical extent of the text.
    public var height: Double

    /// Creates a label.
    public init(center: Point, width: Double, height: Double) {
      self.center = center
      self.width = width
      self.height = height
    }
  }

  /// The place of a node.
  public struct Node: Sendable, Hashable, Codable {
    /// The id of the node.
    public var name: String
    /// The middle of the node.
    public var center: Point
    /// The horizontal extent, without the width of the border line.
    public var width: Double
    /// The vertical extent, without the width of the border line.
    public var height: Double
    /// The place of the text beside the node (`xlabel`), if there is one.
    public var externalLabel: Label?

    /// Creates a node.
    public init(
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
  public struct Curve: Sendable, Hashable, Codable {
    /// The control points of cubic Bézier curves joined end to end: 1 + 3·*k* points.
    public var points: [Point]
    /// The tip of the arrow at the start, if there is one; the line itself ends where the arrow begins.
    public var startTip: Point?
    /// The tip of the arrow at the end, if there is one; the line itself ends where the arrow begins.
    public var endTip: Point?

    /// Creates a curve.
    public init(points: [Point], startTip: Point? = nil, endTip: Point? = nil) {
      self.points = points
      self.startTip = startTip
      self.endTip = endTip
    }
  }

  /// The course of an edge.
  public struct Edge: Sendable, Hashable, Codable {
    /// The id of the node that the edge leaves.
    public var tail: String
    /// The id of the node that the edge enters.
    public var head: String
    /// The `key` attribute, if one was given; tells parallel edges apart.
    public var key: String?
    /// The pieces of the line; several with `concentrate` or parallel colours, none if no route was
    /// found (then a warning says so) or `splines=none`.
    public var curves: [Curve]
    /// The place of `label`.
    public var label: Label?
    /// The place of `taillabel`.
    public var tailLabel: Label?
    /// The place of `headlabel`.
    public var headLabel: Label?
    /// The place of `xlabel`.
    public var externalLabel: Label?

    /// Creates an edge.
    public init(
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
  public struct Cluster: Sendable, Hashable, Codable {
    /// The name without the `cluster_` that marks a cluster in DOT.
    public var name: String
    /// The name of the cluster around it, `nil` for an outermost one.
    public var parent: String?
    /// The outline.
    public var frame: Rectangle
    /// The place of the title, if there is one.
    public var label: Label?

    /// Creates a cluster.
    public init(name: String, parent: String? = nil, frame: Rectangle, label: Label? = nil) {
      self.name = name
      self.parent = parent
      self.frame = frame
      self.label = label
    }
  }

  /// The horizontal extent of the drawing, without margins.
  public var width: Double
  /// The vertical extent of the drawing, without margins.
  public var height: Double
  /// The top left corner in Graphviz' own coordinates (y grows upwards there): a `pos` of *(x, y)*
  /// is found at *(x − origin.x, origin.y − y)* here.
  public var origin: Point
  /// The place of the title, if there is one.
  public var label: Label?
  /// The nodes.
  public var nodes: [Node]
  /// The edges.
  public var edges: [Edge]
  /// The clusters that the engine draws.
  public var clusters: [Cluster]

  /// Creates a layout.
  public init(
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
