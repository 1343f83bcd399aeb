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

  /// Whether a rendering ends as those of its format do, rather than somewhere in the middle.
  func isWhole(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .svg: bytes.suffix(8).contains("</svg>")
    case .png: bytes.ends(with: [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    case .pdf: bytes.suffix(8).contains("%%EOF")
    case .dot, .xdot, .structure: !bytes.isEmpty
    }
  }
}

extension Collection<UInt8> {
  /// Whether the bytes of a text stand somewhere in these.
  fileprivate func contains(_ text: StaticString) -> Bool {
    firstRange(of: Array("\(text)".utf8)) != nil
  }
}

extension [UInt8] {
  fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
