import EcosystemModel

// Landscapes: as many chips as can be read, the rest of each frame counted in one.
extension SlideFit {
  /// From so many companies on, whom a map with lines would not name has a chip in a landscape.
  private static let companiesOfLandscape = 40...400

  /// How many fewer are folded than what fits, at most, before the search ends.
  private static let mostProbes = 4

  /// Turns an ecosystem map that could not name everybody into a landscape.
  ///
  /// Only where nobody asked for a level, a community, a number of companies, some of the links, or who answers for these.
  mutating func startLandscape() -> Bool {
    guard view.kind == .ecosystem, view.rollUp == nil, view.community == nil, !isAsked,
      !view.highlightsUnowned,
      whole.nodes.allSatisfy({ [.company, .alliance].contains($0.reference.kind) }),
      Self.companiesOfLandscape.contains(whole.nodes.count { $0.reference.kind == .company })
    else { return false }
    view.kind = .landscape
    view.reduction = Reduction()
    bounds = (nil, 0)
    whole = MapContent.whole(of: snapshot, view: view)
    content = whole.reduced(by: view)
    return true
  }

  /// Begins with no more chips than any sheet holds.
  mutating func startFarFolded() {
    let most = Self.companiesOfLandscape.upperBound
    guard goal != .none, whole.nodes.count > most else { return }
    bounds.fails = whole.nodes.count - most
    view.reduction.mostLeaves = bounds.fails
  }

  /// The next landscape: with fewer chips where letters are too small, with more where they are not.
  mutating func nextLandscape(after measures: Legibility) -> MapContent? {
    let folded = view.reduction.mostLeaves ?? 0
    if goal.isMet(by: measures, mostCrossings: .max) {
      bounds.fits = folded
      bounds.fails = min(bounds.fails, max(0, folded - 1))
      probes = 0
    } else {
      bounds.fails = max(bounds.fails, folded)
    }
    let most = whole.nodes.count
    let next: Int
    if let fits = bounds.fits {
      if fits - bounds.fails > 1 {
        next = (fits + bounds.fails) / 2
      } else {
        // One chip more may begin a line in each frame of a row, and some more fill these lines.
        probes += 1
        next = fits - 1 - probes
      }
      guard next > 0, probes <= Self.mostProbes else {
        isOver = true
        return nil
      }
    } else {
      let ratio = measures.smallestLabel / goal.letters
      let shown = min(Double(most - folded) * ratio * ratio, Double(most - folded - 1))
      next = max(folded + 2, most - Int(shown))
      guard next < most else {
        isOver = true
        return nil
      }
    }
    view.reduction.mostLeaves = next
    content = whole.reduced(by: view)
    return content
  }
}
