internal import CGraphviz

// Reads the layout out of the structures that Graphviz attaches to the graph.
extension NativeGraph {
  /// Returns where everything is.
  func geometry() throws(GraphvizError) -> GraphLayout {
    let box = ecomap_graph_box(root)
    let frame = Frame(origin: GraphLayout.Point(x: box.LL.x, y: box.UR.y))
    var layout = GraphLayout(
      width: box.UR.x - box.LL.x, height: box.UR.y - box.LL.y, origin: frame.origin,
      label: frame.label(ecomap_graph_label(root)))
    var edges: [(sequence: UInt32, edge: GraphLayout.Edge)] = []
    edges.reserveCapacity(Int(agnedges(root)))
    layout.nodes.reserveCapacity(Int(agnnodes(root)))
    var node = agfstnode(root)
    while let current = node {
      layout.nodes.append(frame.node(current))
      var edge = agfstout(root, current)
      while let outgoing = edge {
        edges.append((ecomap_edge_sequence(outgoing), frame.edge(outgoing)))
        edge = agnxtout(root, outgoing)
      }
      node = agnxtnode(root, current)
    }
    // Graphviz lists edges node by node; their numbers tell the order of the DOT text.
    layout.edges = edges.sorted { $0.sequence < $1.sequence }.map(\.edge)
    addClusters(of: root, parent: nil, in: frame, to: &layout.clusters)
    guard layout.isFinite else {
      throw GraphvizError(
        code: .layoutFailed,
        message: "Graphviz gave positions that are not numbers; try another layout engine.")
    }
    return layout
  }

  private func addClusters(
    of graph: UnsafeMutablePointer<Agraph_t>, parent: String?, in frame: Frame,
    to clusters: inout [GraphLayout.Cluster]
  ) {
    for index in 0..<ecomap_cluster_count(graph) {
      guard let cluster = ecomap_cluster(graph, index) else { continue }
      let name = Frame.clusterName(cluster)
      clusters.append(
        GraphLayout.Cluster(
          name: name, parent: parent, frame: frame.rectangle(ecomap_graph_box(cluster)),
          label: frame.label(ecomap_graph_label(cluster))))
      addClusters(of: cluster, parent: name, in: frame, to: &clusters)
    }
  }
}

/// Turns Graphviz' coordinates (y up, anywhere) into ours (y down, from the top left corner).
private struct Frame {
  let origin: GraphLayout.Point

  func point(_ point: pointf) -> GraphLayout.Point {
    GraphLayout.Point(x: point.x - origin.x, y: origin.y - point.y)
  }

  func rectangle(_ box: boxf) -> GraphLayout.Rectangle {
    GraphLayout.Rectangle(
      x: box.LL.x - origin.x, y: origin.y - box.UR.y, width: box.UR.x - box.LL.x,
      height: box.UR.y - box.LL.y)
  }

  func label(_ label: UnsafeMutablePointer<textlabel_t>?) -> GraphLayout.Label? {
    guard let label, ecomap_label_is_placed(label) != 0 else { return nil }
    let size = ecomap_label_size(label)
    return GraphLayout.Label(
      center: point(ecomap_label_center(label)), width: size.x, height: size.y)
  }

  func node(_ node: UnsafeMutablePointer<Agnode_t>) -> GraphLayout.Node {
    GraphLayout.Node(
      name: Self.id(ecomap_node_name(node)), center: point(ecomap_node_center(node)),
      width: ecomap_node_width_in_inches(node) * 72,
      height: ecomap_node_height_in_inches(node) * 72,
      externalLabel: label(ecomap_node_external_label(node)))
  }

  func edge(_ edge: UnsafeMutablePointer<Agedge_t>) -> GraphLayout.Edge {
    let key = Self.id(ecomap_edge_key(edge))
    return GraphLayout.Edge(
      tail: Self.id(ecomap_node_name(ecomap_edge_tail(edge))),
      head: Self.id(ecomap_node_name(ecomap_edge_head(edge))), key: key.isEmpty ? nil : key,
      curves: curves(ecomap_edge_splines(edge)), label: label(ecomap_edge_label(edge)),
      tailLabel: label(ecomap_edge_tail_label(edge)),
      headLabel: label(ecomap_edge_head_label(edge)),
      externalLabel: label(ecomap_edge_external_label(edge)))
  }

  private func curves(_ splines: UnsafeMutablePointer<splines>?) -> [GraphLayout.Curve] {
    guard let splines, let list = splines.pointee.list else { return [] }
    return (0..<Int(splines.pointee.size)).map { index in
      let piece = list[index]
      let points = UnsafeBufferPointer(start: piece.list, count: Int(piece.size))
      return GraphLayout.Curve(
        points: points.map(point), startTip: piece.sflag != 0 ? point(piece.sp) : nil,
        endTip: piece.eflag != 0 ? point(piece.ep) : nil)
    }
  }

  static func clusterName(_ cluster: UnsafeMutablePointer<Agraph_t>) -> String {
    let name = id(ecomap_graph_name(cluster))
    guard name.hasPrefix(DOTWriter.clusterPrefix) else { return name }
    return String(name.dropFirst(DOTWriter.clusterPrefix.count))
  }

  static func id(_ name: UnsafePointer<CChar>?) -> String {
    name.map { DOTQuoting.decodedID(String(cString: $0)) } ?? ""
  }
}

extension GraphLayout {
  /// Whether all positions are numbers.
  fileprivate var isFinite: Bool {
    width.isFinite && height.isFinite
      && nodes.allSatisfy { $0.center.x.isFinite && $0.center.y.isFinite }
      && edges.allSatisfy { edge in
        edge.curves.allSatisfy { $0.points.allSatisfy { $0.x.isFinite && $0.y.isFinite } }
      }
  }
}
