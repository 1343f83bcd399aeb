import EcosystemModel

// What is taken off, step by step.
extension SlideFit {
  /// How many names a box lists, the fewer the fuller the map.
  private static let lists = [14, 8, 5, 3, 2, 1, 0]

  /// From one length of lists to the next in so many steps, each with one name more in some of them.
  private static let parts = 4

  /// More names than this no box lists.
  private static let longestList = 28

  /// Fewer communities than this say little.
  private static let fewestCommunities = 4

  /// Leaves those out who stand lowest in a hierarchy, where folding all of them is not enough.
  mutating func startLimit(after measures: Legibility?) -> MapContent? {
    (step, bounds) = (.core, (nil, content?.nodes.count ?? 0))
    return lessen(measures) ? content : nil
  }

  /// Takes the next step that changes something.
  mutating func lessen(_ measures: Legibility?) -> Bool {
    let wanted = wantedBoxes(measures)
    while true {
      let before = content
      switch step {
      case .whole:
        // Of so many no step before the communities leaves few enough, and each looks at all of them.
        if holdsManyTimesTooMany {
          step = .backbone
          continue
        }
        step = .names
        guard view.detail == .full else { continue }
        view.detail = .names
      case .names:
        step = .twins
        guard !view.reduction.groupsTwins else { continue }
        view.reduction.groupsTwins = true
      case .twins, .leaves:
        step = .leaves
        guard foldLeaves(for: wanted) else {
          step = .lists
          continue
        }
      case .lists:
        guard let fewer = Self.lists.first(where: { $0 < view.reduction.listed }),
          content?.nodes.contains(where: { $0.everyone.count > 1 }) ?? false
        else {
          step = .partners
          continue
        }
        bounds.fails = parameter
        (view.reduction.listed, view.reduction.listedMore) = (fewer, 0)
      case .partners:
        step = .backbone
        guard startPartners() else { continue }
      case .backbone:
        if let level = view.reduction.backbone, let lower = self.level(below: level, for: wanted) {
          view.reduction.backbone = lower
          break
        }
        guard view.reduction.backbone == nil, startBackbone(for: wanted) else {
          step = .communities
          guard startCommunities() else { continue }
          break
        }
      case .communities, .core:
        step = .core
        if view.rollUp == .communities,
          let fewer = Self.lists.first(where: { $0 < view.reduction.listed })
        {
          (view.reduction.listed, view.reduction.listedMore) = (fewer, 0)
          break
        }
        if let ties = leastLinks(measures) {
          view.reduction.leastLinks = ties
          break
        }
        guard let count = content?.nodes.count else { return false }
        let limit = max(Self.fewestBoxes, min(wanted, count - 1))
        // What must stay may be more than that.
        guard limit < count, limit != view.limit || !view.keepsCore else { return false }
        bounds.fails = count
        (view.limit, view.keepsCore, view.reduction.leastLinks) = (limit, true, nil)
      }
      content = reduced(by: view)
      // The view alone may have changed, where there was nothing to fold.
      if content?.nodes != before?.nodes || content?.ties != before?.ties { return true }
    }
  }

  /// What the step goes by.
  var parameter: Int {
    switch step {
    case .leaves: view.reduction.mostLeaves ?? 0
    case .lists:
      view.reduction.listed * Self.parts
        + Int((view.reduction.listedMore * Double(Self.parts)).rounded())
    default: view.limit ?? 0
    }
  }

  /// How many boxes list names.
  private var lists: Int { content?.nodes.count { $0.everyone.count > 1 } ?? 0 }

  /// Tries half-way between what fits and what does not, as long as that is worth another layout.
  mutating func halfway(to fits: Int) -> Bool {
    let middle = (fits + bounds.fails) / 2
    let apart = fits > bounds.fails ? fits - bounds.fails : bounds.fails - fits
    switch step {
    case .leaves where apart > 2 && view.reduction.mostLeaves != nil:
      view.reduction.mostLeaves = middle
    case .lists where apart > 1 && apart * lists > 2 * Self.parts:
      view.reduction.listed = middle / Self.parts
      view.reduction.listedMore = Double(middle % Self.parts) / Double(Self.parts)
    case .core where apart > max(2, fits / 20) && view.keepsCore: view.limit = middle
    default: return false
    }
    content = reduced(by: view)
    return true
  }

  /// Tries longer lists than those that fit, where there are many: what a search finds room for does not shrink evenly with them.
  mutating func probe() -> Bool {
    guard step == .lists, let fits = bounds.fits, lists >= Self.manyLists, probes < 1 else {
      return false
    }
    probes += 1
    let next = fits / Self.parts + probes
    guard next <= Self.longestList else { return false }
    (view.reduction.listed, view.reduction.listedMore) = (next, 0)
    content = reduced(by: view)
    return true
  }

  /// With so many lists, one name more in each of them makes a difference.
  private static let manyLists = 8

  /// Makes lists longer, where what fits has lists that do not name everybody.
  mutating func startLists() -> Bool {
    guard step == .twins || step == .leaves || step == .core, let fits = bounds.fits else {
      return false
    }
    if step == .leaves, view.reduction.mostLeaves != nil { view.reduction.mostLeaves = fits }
    if step == .core { view.limit = fits }
    let fitting = reduced(by: view)
    guard fitting.hidesNames, view.reduction.listed < Self.longestList else { return false }
    step = .lists
    bounds = (parameter, (Self.longestList + 1) * Self.parts)
    return halfway(to: parameter)
  }

  /// How many boxes there may be, as their area or the tangle of lines says.
  private func wantedBoxes(_ measures: Legibility?) -> Int {
    let count = content?.nodes.count ?? 0
    guard let measures else { return goal.mostBoxes }
    let ratio = measures.smallestLabel / goal.letters
    let byArea = ratio < 1 ? Int(Double(count) * ratio * ratio) : count
    // Where letters are large enough, lines are in the way; where they cross far too often, by more than a few.
    let excess = Double(measures.crossings) / Double(max(mostCrossings, 1))
    let kept = excess > 1 ? min(0.9, max(0.7, (2 / excess).squareRoot())) : 0.95
    return max(Self.fewestBoxes, min(byArea, Int(Double(count) * kept), count - 1))
  }

  /// Folds leaves until so many boxes are left, those with the fewest ties first; says whether more of them went.
  private mutating func foldLeaves(for wanted: Int) -> Bool {
    guard let content else { return false }
    var unfolded = view
    (unfolded.reduction.leafTies, unfolded.reduction.mostLeaves) = (nil, nil)
    let all = whole.reduced(by: unfolded)
    let leaves = all.leaves().map(\.tiesEach).sorted()
    guard let most = leaves.last else { return false }
    let before = view.reduction.leafTies.map { ties in
      view.reduction.mostLeaves ?? leaves.count { $0 <= ties }
    }
    bounds.fails = before ?? 0
    let gone = max(all.nodes.count - min(wanted, content.nodes.count - 1), (before ?? 0) + 1)
    guard before ?? 0 < leaves.count else { return false }
    let count = min(gone, leaves.count)
    view.reduction.leafTies = leaves[count - 1] == most ? .max : leaves[count - 1]
    view.reduction.mostLeaves = count
    return true
  }

  /// What the view is a reduction of.
  var base: MapContent {
    if view.reduction.backbone != nil, let tested { return tested }
    if view.reduction.joinsPartners, let joined { return joined }
    return whole
  }

  /// Turns alliances of several companies into ties between these, so that the best connected are companies.
  private mutating func startPartners() -> Bool {
    guard view.kind == .ecosystem, view.reduction.backbone == nil,
      whole.nodes.contains(where: { $0.reference.kind == .alliance })
    else { return false }
    view.reduction = Reduction(groupsTwins: true, joinsPartners: true)
    joined = MapContent.whole(of: snapshot, view: view)
    return true
  }

  /// Draws communities as boxes, where few of those who are there could be shown otherwise.
  private mutating func startCommunities() -> Bool {
    guard view.rollUp == nil, view.community == nil, view.highlights.isEmpty,
      view.difference == nil,
      RollUp.levels(of: view.kind).contains(.communities),
      let count = content?.nodes.count, count > goal.mostBoxes
    else { return false }
    var rolledUp = view
    rolledUp.rollUp = .communities
    rolledUp.reduction = Reduction(
      listed: Self.lists[0], joinsPartners: view.reduction.joinsPartners)
    let boxes = reduced(by: rolledUp).nodes.count
    guard boxes >= Self.fewestCommunities, boxes < count else { return false }
    // Few boxes have room for the names of those who are in them.
    if boxes <= goal.mostFullBoxes { rolledUp.detail = .full }
    view = rolledUp
    return true
  }

  /// The fewest ties a line must stand for so that lines cross as little as is wanted; `nil` where letters are too small, or
  /// lines do not stand for several ties each.
  private mutating func leastLinks(_ measures: Legibility?) -> Int? {
    guard let measures, let content, view.rollUp != nil, measures.smallestLabel >= goal.letters
    else { return nil }
    let lines = content.ties.count
    let excess = Double(measures.crossings) / Double(max(mostCrossings, 1))
    guard excess > 1 else { return nil }
    // Crossings grow with the square of the lines.
    let wanted = Int(Double(lines) * max(0.5, min(0.9, (1 / excess).squareRoot())))
    var all = view
    all.reduction.leastLinks = nil
    let whole = reduced(by: all)
    for least in Set(whole.ties.map(\.count)).sorted()
    where least > view.reduction.leastLinks ?? 0 {
      var thinned = whole
      thinned.dropLines(below: least)
      if thinned.ties.count <= wanted { return least }
    }
    return nil
  }
}
