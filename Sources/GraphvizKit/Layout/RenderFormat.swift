/// The file format of a rendering.
package enum RenderFormat: String, Sendable, Hashable, Codable, CaseIterable {
  /// Scalable Vector Graphics; the same request gives the same bytes.
  case svg
  /// A raster picture; see ``LayoutRequest/pngResolution``.
  case png
  /// Portable Document Format; holds the time of its creation, so bytes differ from run to run.
  case pdf
  /// DOT text with the positions as attributes.
  case dot
  /// DOT text with the positions and every drawing operation as attributes.
  case xdot
  /// What the text says, as JSON: an object with `directed`, `nodes` (`id`, `attributes`), `edges` (`tail`, `head`,
  /// `attributes`) and `clusters` (`name`, `label`, `nodes`); takes no layout.
  case structure
}
