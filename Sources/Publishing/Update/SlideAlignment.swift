/// How places of a picture that is drawn anew lie on a slide as it is now: as many times as far from its corner, and so far from there.
///
/// A new picture may be drawn at another size than the one before, when newcomers need room; what stands on the slide does not move for
/// that.
struct SlideAlignment: Hashable {
  var scale = 1.0
  /// How many times as large shapes are; a picture laid out anew may stand closer together and have shapes as large as before.
  var size = 1.0
  var x = 0.0
  var y = 0.0
  /// Where the corner of the new picture lies if it is drawn as large as the shapes are.
  var corner = Corner()

  struct Corner: Hashable {
    var x = 0.0, y = 0.0
  }

  /// Units of a slide that nobody sees.
  static let unseen = 2_000.0

  init() {}

  /// Finds the alignment of shapes that are on both.
  ///
  /// - Parameters:
  ///   - pairs: Each where the new picture has it, and where the slide has it.
  ///   - known: How many times as large shapes are, where that is known.
  /// - Complexity: O(number of pairs²).
  init(_ pairs: [(new: SlideFrame, now: SlideFrame)], size known: Double? = nil) {
    guard !pairs.isEmpty else { return }
    let sizes = pairs.filter { $0.new.width > 0 }.map { $0.now.width / $0.new.width }
    size = known ?? Self.middle(sizes) ?? 1
    if abs(size - 1) < 0.005 { size = 1 }
    let isInPlace = pairs.allSatisfy { $0.new.stands(where: $0.now, within: Self.unseen) }
    if !isInPlace { align(pairs) }
    corner = size == scale ? Corner(x: x, y: y) : Self.corner(of: pairs, scale: size)
  }

  private mutating func align(_ pairs: [(new: SlideFrame, now: SlideFrame)]) {
    var ratios: [Double] = []
    for (place, one) in pairs.enumerated() {
      for other in pairs.dropFirst(place + 1) {
        let far =
          abs(one.new.middleX - other.new.middleX) + abs(one.new.middleY - other.new.middleY)
        let now =
          abs(one.now.middleX - other.now.middleX) + abs(one.now.middleY - other.now.middleY)
        if far > 127_000 { ratios.append(now / far) }
      }
    }
    scale = Self.middle(ratios) ?? 1
    if abs(scale - 1) < 0.002 { scale = 1 }
    let corner = Self.corner(of: pairs, scale: scale)
    (x, y) = (corner.x, corner.y)
    if scale == 1, abs(x) <= Self.unseen, abs(y) <= Self.unseen { (x, y) = (0, 0) }
  }

  private static func corner(
    of pairs: [(new: SlideFrame, now: SlideFrame)], scale: Double
  ) -> Corner {
    Corner(
      x: middle(pairs.map { $0.now.middleX - $0.new.middleX * scale }) ?? 0,
      y: middle(pairs.map { $0.now.middleY - $0.new.middleY * scale }) ?? 0)
  }

  /// Whether the new picture lies on the slide as it is.
  var isNone: Bool { self == SlideAlignment() }

  func callAsFunction(_ frame: SlideFrame) -> SlideFrame {
    guard !isNone else { return frame }
    let (width, height) = (frame.width * size, frame.height * size)
    return SlideFrame(
      x: frame.middleX * scale + x - width / 2, y: frame.middleY * scale + y - height / 2,
      width: width, height: height)
  }

  private static func middle(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.sorted()[numbers.count / 2]
  }
}
