extension ByteWriter {
  mutating func write(_ layout: GraphLayout) {
    write(layout.width)
    write(layout.height)
    write(layout.origin)
    write(layout.label)
    write(list: layout.nodes) { $0.write($1) }
    write(list: layout.edges) { $0.write($1) }
    write(list: layout.clusters) { $0.write($1) }
  }

  private mutating func write(_ point: GraphLayout.Point) {
    write(point.x)
    write(point.y)
  }

  private mutating func write(_ label: GraphLayout.Label?) {
    write(optional: label) { writer, label in
      writer.write(label.center)
      writer.write(label.width)
      writer.write(label.height)
    }
  }

  private mutating func write(_ node: GraphLayout.Node) {
    write(node.name)
    write(node.center)
    write(node.width)
    write(node.height)
    write(node.externalLabel)
  }

  private mutating func write(_ edge: GraphLayout.Edge) {
    write(edge.tail)
    write(edge.head)
    write(optional: edge.key) { $0.write($1) }
    write(list: edge.curves) { writer, curve in
      writer.write(list: curve.points) { $0.write($1) }
      writer.write(optional: curve.startTip) { $0.write($1) }
      writer.write(optional: curve.endTip) { $0.write($1) }
    }
    write(edge.label)
    write(edge.tailLabel)
    write(edge.headLabel)
    write(edge.externalLabel)
  }

  private mutating func write(_ cluster: GraphLayout.Cluster) {
    write(cluster.name)
    write(optional: cluster.parent) { $0.write($1) }
    write(cluster.frame.x)
    write(cluster.frame.y)
    write(cluster.frame.width)
    write(cluster.frame.height)
    write(cluster.label)
  }
}
