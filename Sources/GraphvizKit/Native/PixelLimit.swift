internal import CGraphviz

/// The largest raster picture that is drawn.
enum PixelLimit {
  /// Cairo's limit for a side; Graphviz would silently shrink the picture beyond it.
  static let side = 32_767.0
  /// 200 million pixels are 800 MB of memory while drawing.
  static let area = 200_000_000.0

  static func check(_ size: (width: Double, height: Double)) throws(GraphvizError) {
    let (width, height) = size
    guard width > side || height > side || width * height > area else { return }
    throw GraphvizError(
      code: .tooLarge,
      message: "The PNG would have \(text(width)) × \(text(height)) pixels; lower its resolution, "
        + "draw less, or use SVG or PDF.")
  }

  private static func text(_ pixels: Double) -> String {
    pixels.isFinite && pixels < 1e15 ? "\(Int(pixels.rounded()))" : "\(pixels)"
  }
}

extension NativeGraph {
  /// The extent of a PNG; `resolution` in dots per inch, `nil` for the graph's own or 96.
  func sizeInPixels(at resolution: Double?) -> (width: Double, height: Double) {
    let own = ecomap_resolution(root)
    let dotsPerInch = resolution ?? (own > 0 ? own : 96)
    let box = ecomap_graph_box(root)
    let width = max(box.UR.x - box.LL.x, 1)
    let height = max(box.UR.y - box.LL.y, 1)
    let limit = ecomap_size_limit(root)
    // The `size` attribute shrinks the drawing, whatever the resolution.
    let zoom = limit.x > 0 && limit.y > 0 ? min(1, limit.x / width, limit.y / height) : 1
    return (width * zoom * dotsPerInch / 72, height * zoom * dotsPerInch / 72)
  }
}
