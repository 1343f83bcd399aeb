/// The algorithm that places nodes and routes edges.
public enum LayoutEngine: String, Sendable, Hashable, Codable, CaseIterable {
  /// Layers, for hierarchies and flows; draws clusters.
  case dot
  /// Stress majorisation, for small and medium networks; ignores clusters.
  case neato
  /// Springs, for medium networks; draws clusters.
  ///
  /// With clusters, Graphviz 2.43 gives one of several layouts of the same graph from run to run; all
  /// other engines, and this one without clusters, repeat themselves exactly.
  case fdp
  /// Multilevel springs, for large networks; ignores clusters.
  case sfdp
  /// Rings around a centre; ignores clusters.
  case twopi
  /// Circles per biconnected component; ignores clusters.
  case circo
  /// Packed rectangles per cluster; draws clusters.
  case osage
  /// Nodes stay at their `pos` attribute (see ``DOTValue/position(x:y:)``), clusters at their `bb`;
  /// only edges without `pos` are routed.
  case positioned

  /// The name of the layout plugin.
  package var pluginName: String {
    // `nop2` is what `neato -n2` selects.
    self == .positioned ? "nop2" : rawValue
  }
}
