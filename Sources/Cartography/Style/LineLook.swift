import EcosystemModel

/// How a line is drawn by what it stands for; one look means one thing on every map of a dataset.
struct LineLook: Hashable {
  /// What a line stands for, as far as it is drawn differently.
  enum Sort: Hashable {
    /// Alliances, seats, what belongs together, and all lines where nothing is told apart.
    case plain
    case chair
    /// Observers and alternates.
    case observer
    /// To somebody else than the one above.
    case second
    /// Around in a circle.
    case circle
    /// One of the most frequent kinds of relationships.
    case kind(Int)
    /// One of the rarer kinds.
    case other
    /// Several kinds on one line.
    case several
    /// Ends that compete.
    case rivalry
    /// Nobody answers for it, though somebody should.
    case unowned
  }

  let sort: Sort
  let isDirected: Bool

  /// The look of a tie, or where ownership is the question, of having an owner.
  init(of tie: MapContent.Tie, kinds: LineKinds, theme: Theme, highlightsUnowned: Bool) {
    isDirected = tie.isDirected
    sort =
      switch tie.kind {
      case _ where tie.isRivalry: .rivalry
      case _ where highlightsUnowned: tie.isOwned == false ? .unowned : .plain
      case "chair", "co-chair": .chair
      case "observer", "alternate": .observer
      case ReportingLines.second: .second
      case ReportingLines.circle: .circle
      default: kinds.sort(of: tie.kinds, in: theme)
      }
  }

  /// Every look, in the order of the legend.
  static func all(in theme: Theme) -> [LineLook] {
    let sorts: [Sort] =
      [.plain, .chair, .observer, .second, .circle] + theme.lineKinds.indices.map(Sort.kind)
      + [.other, .several, .rivalry, .unowned]
    return sorts.flatMap { sort in
      [true, false].map { LineLook(sort: sort, isDirected: $0) }
    }
  }

  private init(sort: Sort, isDirected: Bool) {
    self.sort = sort
    self.isDirected = isDirected
  }

  /// The same with or without a direction.
  var turned: LineLook { LineLook(sort: sort, isDirected: !isDirected) }

  var arrow: Diagram.Arrow { isDirected ? .forward : .none }

  /// The colour and the stroke.
  ///
  /// Chairs are dark, since only the number of ties makes others wide.
  func ink(in theme: Theme) -> Theme.LineInk {
    switch sort {
    case .plain: .init(colour: theme.line, stroke: .solid)
    case .chair: .init(colour: theme.text, stroke: .solid)
    case .observer: .init(colour: theme.line, stroke: .dotted)
    case .second: .init(colour: theme.mutedText, stroke: .dotted)
    case .kind(let place): theme.lineKinds[place]
    case .other: theme.otherKinds
    case .several: theme.severalKinds
    case .rivalry: .init(colour: theme.mutedText, stroke: .dotted)
    case .unowned, .circle: .init(colour: theme.warning, stroke: .dashed)
    }
  }

  /// The width of a line for a number of ties: one point for a single one, more for each doubling.
  func width(for count: Int) -> Double {
    let least = sort == .chair ? 2.5 : [.rivalry, .second].contains(sort) ? 1.6 : 1.2
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
