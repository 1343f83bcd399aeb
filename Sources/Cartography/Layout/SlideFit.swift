package import EcosystemModel

/// Makes a map that is too full fit, the least informative thing first: a map is judged by whom it names.
///
/// Boxes are shortened to names; those with the same ties share a box that lists them; leaves, one family after the other, are
/// listed in the box of those they hang on; the lists become shorter; alliances become ties. Where lines are in the way, those go
/// that chance may explain. Where more are left than can be named, communities become boxes that list their members; last, the
/// least connected go, no more of them than have to. Each step is taken only where the one before is not enough, and goes as
/// far as a count of boxes or lines says; measuring the picture decides.
package struct SlideFit {
  let snapshot: Snapshot
  let goal: FitGoal
  var view: MapView
  var step = Step.whole
  var content: MapContent?
  /// The content of the view before reductions, with and without a test of its ties.
  var whole: MapContent
  var tested: MapContent? { didSet { communities = nil } }
  /// How far the search for the best map of a hierarchy is.
  var branches: BranchSearch?
  var joined: MapContent? { didSet { communities = nil } }
  /// The communities found last, and what they were found for.
  var communities: (key: CommunityKey, map: CommunityMap)?
  var isOver = false
  /// What a step goes by where the map fits, and where it does not: leaves that are folded, names that are listed, or boxes that are left.
  var bounds: (fits: Int?, fails: Int) = (nil, 0)

  /// What a picture was folded by that this one follows, and whether it still does.
  private var recipe: PictureRecipe?
  private var isFollowing = false

  /// How many more chips each frame of the landscape that fits has room for.
  var free: [Int] = []
  /// How many were tried that fold fewer than what fits.
  var probes = 0

  /// Whether the view asks for some reduction itself.
  let isAsked: Bool

  enum Step {
    case whole, names, twins, leaves, lists, partners, backbone, communities, core
  }

  /// A map is never thinned out below so many boxes.
  static let fewestBoxes = 20

  /// Lines a slide holds for each box it holds.
  private static let mostLinesPerBox = 2.5

  /// - Parameters:
  ///   - snapshot: What the map shows.
  ///   - view: What was asked for.
  ///   - goal: What it must fit.
  ///   - memory: A picture that was folded as this one is to be, as far as it fits.
  package init(
    of snapshot: Snapshot, view: MapView, goal: FitGoal, following memory: PictureMemory? = nil
  ) {
    self.snapshot = snapshot
    self.goal = goal
    isAsked = view.reduction != Reduction() || view.limit != nil
    self.view = view
    whole = MapContent.whole(of: snapshot, view: view)
    if let memory { follow(memory) }
    if !isFollowing, wantsLandscape { startLandscape() }
  }

  /// The next content to lay out, or `nil` where the last one will do or nothing sensible is left to do.
  ///
  /// - Parameter measures: How legible the last content is; `nil` before the first one.
  /// - Returns: What to lay out, or `nil` where the search is over.
  package mutating func next(after measures: Legibility?) -> MapContent? {
    guard !isOver else { return nil }
    if let measures {
      guard goal != .none else { return nil }
      if isFollowing {
        if goal.isMet(by: measures, mostCrossings: mostCrossings)
          || goal.isMet(by: measures, like: recipe)
        {
          return nil
        }
        isFollowing = false
        if view.kind == .landscape { return nextLandscape(after: measures) }
        if content?.foldsBranches ?? false { return nextBranches(after: measures) }
        if wantsLandscape {
          startLandscape()
          return content
        }
        guard lessen(measures) else { return nil }
        return content
      }
      if view.kind == .landscape { return nextLandscape(after: measures) }
      if content?.foldsBranches ?? false, step == .whole { return nextBranches(after: measures) }
      if goal.isMet(by: measures, mostCrossings: mostCrossings) {
        bounds.fits = parameter
        if probes > 0 { bounds.fails = parameter }
        return halfway(to: parameter) || startLists() || probe() ? content : nil
      }
      if let fits = bounds.fits {
        // So many leaves, so short lists or so few boxes are not enough.
        if probes == 0 { bounds.fails = parameter }
        return halfway(to: fits) || startLists() || probe() ? content : nil
      }
      guard lessen(measures) else { return nil }
    } else {
      if view.kind == .landscape, !isFollowing { startFarFolded() }
      content = isFarTooFull ? whole.keptCommunity(of: view) : reduced(by: view)
      isOver = goal == .none
      // A picture that was drawn once can be drawn again.
      if isFollowing { return content }
    }
    if goal != .none, content?.foldsBranches ?? false {
      return isHopeless ? nextBranches(after: nil) : content
    }
    while goal != .none, view.kind != .landscape, isHopeless, lessen(nil) {}
    return content
  }

  /// Begins where a picture of before ended: as far folded, with a box for everybody who had one.
  private mutating func follow(_ memory: PictureMemory) {
    guard goal != .none, let recipe = memory.recipe, let followed = view.following(recipe) else {
      return
    }
    (self.recipe, isFollowing) = (recipe, true)
    let isOfAnotherKind = followed.kind != view.kind
    view = followed
    if isOfAnotherKind { whole = MapContent.whole(of: snapshot, view: view) }
    whole.keepStanding(memory)
    if view.reduction.joinsPartners || view.reduction.backbone != nil {
      var all = MapContent.whole(of: snapshot, view: view)
      all.keepStanding(memory)
      if view.reduction.backbone != nil { tested = all } else { joined = all }
    }
    step = Self.step(of: view)
  }

  /// The last step that was taken to fold a map as far as a view says.
  private static func step(of view: MapView) -> Step {
    let reduction = view.reduction
    let taken: [(step: Step, isTaken: Bool)] = [
      (.core, view.keepsCore), (.communities, view.rollUp == .communities),
      (.backbone, reduction.backbone != nil), (.partners, reduction.joinsPartners),
      (.lists, reduction.listed < Reduction().listed), (.leaves, reduction.leafTies != nil),
      (.twins, reduction.groupsTwins), (.names, view.detail == .names),
    ]
    return taken.first(where: \.isTaken)?.step ?? .whole
  }

  /// Whether no layout can make the content fit.
  var isHopeless: Bool {
    guard let content else { return false }
    // Levels are placed in no time.
    let isFull =
      !content.foldsBranches
      && content.nodes.count { !$0.optionalLines.isEmpty } > goal.mostFullBoxes
    return content.nodes.count > goal.mostBoxes || isFull
      || Double(content.ties.count) > Self.mostLinesPerBox * Double(goal.mostBoxes)
  }

  /// The most crossings that a reader still follows; lines between communities can go without much loss.
  var mostCrossings: Int {
    let lines = content?.ties.count ?? 0
    // Nobody is left out for the sake of crossings alone, unless there are very many.
    let most = (view.keepsCore ? 2 : 1) * goal.mostCrossings(of: lines)
    return view.rollUp == .communities ? lines / 4 : most
  }
}
