/// The room on a slide that nothing stands on.
struct FreeRoom {
  private let width, height: Double
  private var taken: [SlideFrame]

  /// Newcomers keep so far from what is there, and from the sides.
  private static let clearance = 5 * 12_700.0
  /// How far apart places are tried.
  private static let step = 8 * 12_700.0

  init(width: Double, height: Double, taken: [SlideFrame]) {
    (self.width, self.height, self.taken) = (width, height, taken)
  }

  /// The free place nearest to where a shape would stand, which it takes up.
  ///
  /// - Parameters:
  ///   - wanted: Where it would stand.
  ///   - frame: The frame around those it belongs to, `nil` if it stands in none.
  /// - Returns: The place, and whether nothing was free.
  /// - Complexity: O(places tried × what is there).
  mutating func place(
    _ wanted: SlideFrame, inside frame: SlideFrame?
  ) -> (frame: SlideFrame, isTight: Bool) {
    let all = SlideFrame(x: 0, y: 0, width: width, height: height)
    for bounds in [frame, all].compactMap(\.self) {
      guard let found = free(wanted, within: bounds) else { continue }
      taken.append(found)
      return (found, false)
    }
    var least = wanted
    least.x = min(max(wanted.x, 0), max(0, width - wanted.width))
    least.y = min(max(wanted.y, 0), max(0, height - wanted.height))
    taken.append(least)
    return (least, true)
  }

  private func free(_ wanted: SlideFrame, within bounds: SlideFrame) -> SlideFrame? {
    let left = bounds.x + Self.clearance
    let top = bounds.y + Self.clearance
    let right = bounds.x + bounds.width - Self.clearance - wanted.width
    let bottom = bounds.y + bounds.height - Self.clearance - wanted.height
    guard right >= left, bottom >= top else { return nil }
    func isFree(_ x: Double, _ y: Double) -> Bool {
      let frame = SlideFrame(x: x, y: y, width: wanted.width, height: wanted.height)
      return !taken.contains { $0.meets(frame, within: Self.clearance) }
    }
    let (x, y) = (min(max(wanted.x, left), right), min(max(wanted.y, top), bottom))
    if isFree(x, y) { return SlideFrame(x: x, y: y, width: wanted.width, height: wanted.height) }
    var best: (far: Double, x: Double, y: Double)?
    for x in stride(from: left, through: right, by: Self.step) {
      for y in stride(from: top, through: bottom, by: Self.step) {
        let far = (x - wanted.x) * (x - wanted.x) + (y - wanted.y) * (y - wanted.y)
        if far < best?.far ?? .infinity, isFree(x, y) { best = (far, x, y) }
      }
    }
    return best.map {
      SlideFrame(x: $0.x, y: $0.y, width: wanted.width, height: wanted.height)
    }
  }
}
