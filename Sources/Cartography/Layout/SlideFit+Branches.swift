import EcosystemModel

/// The search for the map of a hierarchy that names most: how many of the lowest are listed with those above, and how long the lists are.
///
/// First the longest lists with which everything that can be folded fits, then the fewest who have to be folded for it; the same once
/// more for lists of half the length. So long as all fits, nobody more is folded than has to be.
struct BranchSearch {
  /// How many can be folded.
  let leaves: Int
  private var listed = longest
  private var lengths: (fits: Int?, fails: Int) = (nil, longest + 1)
  private var folded: (fits: Int, fails: Int)
  private var isHalved = false

  private static let longest = 14

  init(leaves: Int) {
    self.leaves = leaves
    folded = (leaves, 0)
  }

  /// Whether the length of lists is what is looked for.
  private var isSizing: Bool {
    lengths.fits.map { lengths.fails - $0 > 1 } ?? (lengths.fails > 0)
  }

  /// Whether nothing fits, however short the lists.
  var hasFailed: Bool { lengths.fits == nil && lengths.fails == 0 }

  /// What to try: how long lists are, and how many are folded; `nil` where the search is over.
  var next: (listed: Int, folded: Int)? {
    if isSizing {
      guard let fits = lengths.fits else {
        return (lengths.fails > Self.longest ? Self.longest : lengths.fails / 2, leaves)
      }
      return ((fits + lengths.fails) / 2, leaves)
    }
    guard !hasFailed, folded.fits - folded.fails > max(1, leaves / 32) else { return nil }
    return (listed, (folded.fits + folded.fails) / 2)
  }

  /// Goes on after a try.
  mutating func note(fits: Bool) {
    guard let tried = next else { return }
    if isSizing {
      if fits { lengths.fits = tried.listed } else { lengths.fails = tried.listed }
      if !isSizing, let best = lengths.fits { listed = best }
      return
    }
    if fits { folded.fits = tried.folded } else { folded.fails = tried.folded }
    guard next == nil, !isHalved, listed > 1 else { return }
    (isHalved, listed, folded) = (true, listed / 2, (leaves, 0))
  }
}

extension SlideFit {
  /// The next map of a hierarchy: without titles, then with the lowest listed with those above.
  mutating func nextBranches(after measures: Legibility?) -> MapContent? {
    let fits = measures.map { goal.isMet(by: $0, mostCrossings: mostCrossings) }
    if branches == nil {
      if fits ?? false { return nil }
      let before = content
      if view.detail == .full {
        view.detail = .names
        content = whole.reduced(by: view)
        if content?.nodes != before?.nodes, !isHopeless { return content }
      }
      var unfolded = view
      (unfolded.reduction.leafTies, unfolded.reduction.mostLeaves) = (nil, nil)
      branches = BranchSearch(leaves: whole.reduced(by: unfolded).leaves().count)
    } else if let fits {
      branches?.note(fits: fits)
    }
    while let search = branches, let (listed, folded) = search.next {
      let before = content?.nodes
      view.reduction.groupsTwins = true
      (view.reduction.listed, view.reduction.leafTies) = (listed, .max)
      view.reduction.mostLeaves = folded
      content = whole.reduced(by: view)
      if content?.nodes != before || fits == nil { return content }
      // The same as before fits, or does not, as before.
      branches?.note(fits: fits ?? false)
    }
    guard branches?.hasFailed ?? false else { return nil }
    return startLimit(after: measures)
  }
}
