import EcosystemModel

/// How a line is drawn by what it stands for; one look means one thing on every map.
struct LineLook: Hashable {
  /// What a line stands for, as far as it is drawn differently.
  enum Sort: Int, CaseIterable {
    case ordinary, chair, observer, unowned
  }

  let sort: Sort
  let isDirected: Bool

  /// The look of a tie, in a dataset that names owners or in one that does not, so that their absence says nothing.
  init(of tie: MapContent.Tie, hasOwners: Bool) {
    isDirected = tie.isDirected
    sort =
      switch tie.kind {
      case _ where hasOwners && tie.isOwned == false: .unowned
      case "chair", "co-chair": .chair
      case "observer", "alternate": .observer
      default: .ordinary
      }
  }

  /// Every look, in the order of the legend.
  static let all = Sort.allCases.flatMap { sort in
    [true, false].map { LineLook(sort: sort, isDirected: $0) }
  }

  private init(sort: Sort, isDirected: Bool) {
    self.sort = sort
    self.isDirected = isDirected
  }

  var arrow: Diagram.Arrow { isDirected ? .forward : .none }

  var stroke: Diagram.Stroke {
    switch sort {
    case .ordinary, .chair: .solid
    case .observer: .dotted
    case .unowned: .dashed
    }
  }

  /// Chairs are dark, since only the number of ties makes others wide.
  func colour(in theme: Theme) -> Colour {
    switch sort {
    case .ordinary, .observer: theme.line
    case .chair: theme.text
    case .unowned: theme.warning
    }
  }

  /// The width of a line for a number of ties: one point for a single one, more for each doubling.
  func width(for count: Int) -> Double {
    let least = sort == .chair ? 2.5 : 1.2
    guard count > 1 else { return least }
    var width = 1.2
    var count = count
    while count > 1 {
      width += 0.8
      count /= 2
    }
    return max(least, min(width, 7))
  }
}
