import EcosystemModel

// Landscapes: as many chips as can be read, the rest of each frame counted in one.
extension SlideFit {
  /// From so many companies on, whom a map with lines would not name has a chip in a landscape.
  private static let companiesOfLandscape = 40...400

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
    } else {
      bounds.fails = max(bounds.fails, folded)
    }
    let most = whole.nodes.count
    let next: Int
    if let fits = bounds.fits {
      next = (fits + bounds.fails) / 2
      guard folded > 0, fits - bounds.fails > 1 else {
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
