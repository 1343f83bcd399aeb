import GraphvizKit

/// The search for the size of chips and rows with which a landscape names most, in letters as large as they can be.
///
/// Widths of chips and of rows are tried; the more lines names take, the narrower chips are.
struct LandscapeSearch {
  typealias Point = LaidOutDiagram.Point
  typealias Rectangle = LaidOutDiagram.Rectangle

  /// How chips look that were tried.
  struct Choice {
    var packing: LandscapePacking
    var room: Rectangle
    var scale: Double
    var score: Double
  }

  /// The frames as they are packed.
  let frames: [LandscapePacking.Frame]
  /// The names of those who have a chip.
  let names: [ChipMeasure]
  /// The rooms of which the sheet leaves one to the map.
  let rooms: [Rectangle]
  /// The height that bars below the names take.
  let bars: Double
  /// What is kept free above the frames and beside them.
  let top: Double
  let left: Double
  /// How much smaller than asked letters are drawn.
  let letterScale: Double

  /// The largest that everything is drawn.
  private static let largest = 1.3

  /// The choice with which most can be read; `nil` where not even one chip has room.
  ///
  /// - Complexity: some hundred times that of a ``LandscapePacking``.
  func best() -> Choice? {
    var best: Choice?
    for lines in 1...4 {
      for width in stride(from: 56.0, through: 180, by: 4) {
        for room in rooms {
          let least = (best?.score ?? -.infinity) + 1e-6
          if let choice = choice(width, lines, room, above: least) { best = choice }
        }
      }
    }
    return best
  }

  /// How good a scale is for reading: up to the size of letters that is asked for, then a little for larger ones.
  ///
  /// Below what can be read somebody would have to go, about three in a hundred for each hundredth.
  private func worth(_ scale: Double) -> Double {
    let readable = FitGoal.slide.letters / ChipText.letters / letterScale
    return min(scale, 1) + 0.2 * max(0, scale - 1) - 3 * max(0, readable - scale)
  }

  /// What is lost of the names on average at a scale: a name that cannot be read whole counts more than letters can make good, one whose
  /// letters become smaller or whose words break a little.
  private func loss(width: Double, lines: Int, scale: Double) -> Double {
    let least = ChipText.least(at: scale, letterScale: letterScale)
    let height = Double(lines) * ChipText.letters * ChipText.leading
    let more = ChipText.letters / least
    let most = max(lines, Int(height / (least * ChipText.leading)))
    let sum = names.reduce(0) { sum, name in
      let loss = name.loss(width: width, limit: lines)
      guard loss >= 1 else { return sum + loss }
      return sum + (name.loss(width: width * more, limit: most) < 1 ? 0.2 : 3)
    }
    return sum / Double(max(names.count, 1))
  }

  /// The best rows for chips of a width, if they are better than a score.
  private func choice(
    _ width: Double, _ lines: Int, _ room: Rectangle, above least: Double
  ) -> Choice? {
    let chip = Point(
      x: width,
      y: Double(lines) * ChipText.letters * ChipText.leading + LandscapeLayout.margin + bars)
    let count = Double(frames.reduce(0) { $0 + $1.count })
    let area = count * (chip.x + LandscapePacking.Room.gap) * (chip.y + LandscapePacking.Room.gap)
    let bound = min((room.width * room.height / max(area, 1)).squareRoot(), Self.largest)
    let inner = width - 2 * LandscapeLayout.inset
    guard worth(bound) - loss(width: inner, lines: lines, scale: bound) > least else {
      return nil
    }
    var best: Choice?
    var (low, high) = (0.2, bound)
    for _ in 0..<Self.tries {
      // Narrower rows make everything higher.
      let middle = (low + high) / 2
      guard let packing = LandscapePacking(frames, chip: chip, width: room.width / middle - left)
      else {
        high = middle
        continue
      }
      let (across, down) = (
        room.width / max(packing.size.x + left, 1), room.height / (packing.size.y + top)
      )
      if down < middle { high = middle } else { low = middle }
      let scale = min(across, down, Self.largest)
      let above = max(best?.score ?? -.infinity, least)
      guard worth(scale) > above else { continue }
      let score = worth(scale) - loss(width: inner, lines: lines, scale: scale)
      if score > above {
        best = Choice(packing: packing, room: room, scale: scale, score: score)
      }
    }
    return best
  }

  /// How often the width of rows is halved for chips of a size.
  private static let tries = 8
}
