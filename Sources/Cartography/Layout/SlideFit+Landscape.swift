import EcosystemModel

// Landscapes: as many chips as can be read, the rest of each frame counted in one.
extension SlideFit {
  /// So many companies may be a landscape where nobody asks for one.
  private static let companiesOfLandscape = 40...400

  /// The most lines for each shape that can still be followed among so many.
  private static let mostLinesPerShape = 1.55

  /// The room that the names of a network may take, in square points with letters of 12 points, so that they can be read on a slide.
  private static let roomOfNetwork = 450_000.0

  /// How many fewer are folded than what fits, at most, before the search ends.
  private static let mostProbes = 6

  /// Whether an ecosystem map has to be a landscape, as not everybody could be named beside all lines, or these not be followed.
  ///
  /// That depends on who is there, who is linked to whom and whether they stand in frames, and on nothing that changes the looks. Who asks for a level, a
  /// community, a number of companies, some of the links, or for who answers for these, gets a network.
  var wantsLandscape: Bool {
    guard goal != .none, view.kind == .ecosystem, view.rollUp == nil, view.community == nil,
      !isAsked, !view.highlightsUnowned,
      whole.nodes.allSatisfy({ [.company, .alliance].contains($0.reference.kind) }),
      Self.companiesOfLandscape.contains(whole.nodes.count { $0.reference.kind == .company })
    else { return false }
    let enlargement = FitGoal.slide.letters / goal.letters
    // Frames keep apart what lines would draw together.
    let (lines, room) = view.group == nil ? (1, 1) : (0.8, 0.6)
    return Double(whole.ties.count) > lines * Self.mostLinesPerShape * Double(whole.nodes.count)
      || whole.roomOfNames > room * Self.roomOfNetwork * enlargement * enlargement
  }

  /// Goes on with the same companies as a landscape.
  mutating func startLandscape() {
    view.kind = .landscape
    view.reduction = Reduction()
    bounds = (nil, 0)
    whole = MapContent.whole(of: snapshot, view: view)
    content = whole.reduced(by: view)
  }

  /// Begins with no more chips than any sheet holds.
  mutating func startFarFolded() {
    let most = Self.companiesOfLandscape.upperBound
    guard goal != .none, whole.nodes.count > most else { return }
    bounds.fails = whole.nodes.count - most
    view.reduction.mostLeaves = bounds.fails
    view.reduction.abbreviates = true
  }

  /// The next landscape: with fewer chips where letters are too small, with more where they are not, and last with those for whom
  /// there are places beside the others.
  mutating func nextLandscape(after measures: Legibility) -> MapContent? {
    let isMet = goal.isMet(by: measures, mostCrossings: .max)
    guard let folded = view.reduction.mostLeaves else {
      // What the legend says of links makes room for names.
      return isMet && !isCutShort(measures) ? nil : landscape(folding: 0)
    }
    if folded == 0, !view.reduction.abbreviates, !isMet || isCutShort(measures) {
      view.reduction.abbreviates = true
      return landscape(folding: 0)
    }
    if isMet {
      bounds.fits = folded
      free = measures.freePlaces
      bounds.fails = min(bounds.fails, max(0, folded - 1))
      probes = 0
    } else {
      bounds.fails = max(bounds.fails, folded)
    }
    let most = whole.nodes.count
    guard let fits = bounds.fits else {
      let ratio = measures.smallestLabel / goal.letters
      let shown = min(Double(most - folded) * ratio * ratio, Double(most - folded - 1))
      let next = max(folded + 2, most - Int(shown))
      isOver = next >= most
      return isOver ? nil : landscape(folding: next)
    }
    if fits - bounds.fails > 1 { return landscape(folding: (fits + bounds.fails) / 2) }
    // One chip more may begin a line in each frame of a row, and some more fill these lines.
    probes += 1
    let next = fits - 1 - probes
    if next > 0, probes <= Self.mostProbes { return landscape(folding: next) }
    isOver = true
    guard fits > 0, free.contains(where: { $0 > 0 }) else { return nil }
    view.reduction.staying = free
    return landscape(folding: fits)
  }

  /// Whether some of those who have a chip are not named on it.
  private func isCutShort(_ measures: Legibility) -> Bool {
    measures.named < (content?.nodes.count { $0.members.isEmpty } ?? 0)
  }

  private mutating func landscape(folding count: Int) -> MapContent? {
    view.reduction.mostLeaves = count
    content = whole.reduced(by: view)
    return content
  }
}

extension MapContent {
  /// The room that everybody's name takes in a shape of its own, with what lies between shapes; in square points, with letters of 12 points.
  fileprivate var roomOfNames: Double {
    nodes.reduce(0) { sum, node in
      let lines = TextMetrics.wrap(node.name, width: 120, size: 12, isBold: true, lineLimit: 3)
      let widths = lines.map { TextMetrics.width(of: $0, size: 12, isBold: true) }
      return sum + ((widths.max() ?? 0) + 41) * (15 * Double(lines.count) + 30)
    }
  }
}
