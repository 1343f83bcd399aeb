extension ByteReader {
  mutating func layout() throws(Malformed) -> GraphLayout {
    GraphLayout(
      width: try number(), height: try number(), origin: try point(), label: try label(),
      nodes: try list { (reader) throws(Malformed) in try reader.node() },
      edges: try list { (reader) throws(Malformed) in try reader.edge() },
      clusters: try list { (reader) throws(Malformed) in try reader.cluster() })
  }

  private mutating func point() throws(Malformed) -> GraphLayout.Point {
    GraphLayout.Point(x: try number(), y: try number())
  }

  private mutating func optionalPoint() throws(Malformed) -> GraphLayout.Point? {
    try optional { (reader) throws(Malformed) in try reader.point() }
  }

  private mutating func label() throws(Malformed) -> GraphLayout.Label? {
    try optional { (reader) throws(Malformed) in
      GraphLayout.Label(
        center: try reader.point(), width: try reader.number(), height: try reader.number())
    }
  }

  private mutating func node() throws(Malformed) -> GraphLayout.Node {
    GraphLayout.Node(
      name: try text(), center: try point(), width: try number(), height: try number(),
      externalLabel: try label())
  }

  private mutating func edge() throws(Malformed) -> GraphLayout.Edge {
    GraphLayout.Edge(
      tail: try text(), head: try text(),
      key: try optional { (reader) throws(Malformed) in try reader.text() },
      curves: try list { (reader) throws(Malformed) in try reader.curve() },
      label: try label(), tailLabel: try label(), headLabel: try label(),
      externalLabel: try label())
  }

  private mutating func curve() throws(Malformed) -> GraphLayout.Curve {
    GraphLayout.Curve(
      points: try list { (reader) throws(Malformed) in try reader.point() },
      startTip: try optionalPoint(), endTip: try optionalPoint())
  }

  private mutating func cluster() throws(Malformed) -> GraphLayout.Cluster {
    GraphLayout.Cluster(
      name: try text(),
      parent: try optional { (reader) throws(Malformed) in try reader.text() },
      frame: GraphLayout.Rectangle(
        x: try number(), y: try number(), width: try number(), height: try number()),
      label: try label())
  }
}
