/// How long to search for a legible layout.
///
/// The search depends on nothing but this and the map, so that the same map always gets the same layout.
public enum LayoutEffort: String, Hashable, Sendable, Codable, CaseIterable {
  /// For trying things out.
  case quick
  /// For everyday maps.
  case normal
  /// For the map that goes to the board: some seconds for a full slide.
  case thorough

  /// How many searches go on from each promising start, which end in different places; the best is kept.
  var searches: Int {
    switch self {
    case .quick: 1
    case .normal: 3
    case .thorough: 4
    }
  }

  /// How often the search for places with few crossings moves each box.
  var stepsForEachBox: Int {
    switch self {
    case .quick: 150
    case .normal: 2000
    case .thorough: 8000
    }
  }

  /// The most comparisons of two lines or of a line and a box in one search, so that full maps take no minutes.
  var mostComparisons: Double {
    switch self {
    case .quick: 3e6
    case .normal: 2.5e7
    case .thorough: 4e8
    }
  }

  /// How many times longer the search goes on for the map that was chosen, where lines still cross.
  var polish: Double {
    switch self {
    case .quick, .thorough: 0
    case .normal: 2
    }
  }
}
