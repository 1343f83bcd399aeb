/// What a map is to be read on.
public enum FitGoal: String, CaseIterable, Hashable, Sendable, Codable {
  /// A slide of 13.33 × 7.5 in, from the back of a meeting room.
  case slide
  /// A page of A4 or letter paper on its side, in one's hands.
  case page
  /// Nothing in particular: everything is drawn.
  case none

  /// The smallest letters that can be read there, in points on a slide.
  ///
  /// 9 points on the slide itself; on a page 6 points, where what fills a slide is 0.8 times as large.
  package var letters: Double {
    switch self {
    case .slide: 9
    case .page: 7.5
    case .none: 0
    }
  }

  /// With more boxes than this names never reach that size; laying them out would only take time.
  package var mostBoxes: Int {
    switch self {
    case .slide: 100
    case .page: 150
    case .none: .max
    }
  }

  /// The same for boxes of several lines.
  var mostFullBoxes: Int {
    switch self {
    case .slide: 12
    case .page: 24
    case .none: .max
    }
  }
}
