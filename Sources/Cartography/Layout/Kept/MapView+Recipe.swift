package import EcosystemModel

extension PictureRecipe {
  /// Notes what was chosen for a view, of which another kind may have been asked.
  package mutating func fold(as view: MapView, asked: MapKind) {
    (kind, self.asked, detail) = (view.kind.rawValue, asked.rawValue, view.detail.rawValue)
    rollUp = view.rollUp?.rawValue
    (limit, keepsCore) = (view.limit, view.keepsCore)
    let reduction = view.reduction
    (groupsTwins, listed) = (reduction.groupsTwins, reduction.listed)
    (leafTies, mostLeaves) = (reduction.leafTies, reduction.mostLeaves)
    (backbone, leastLinks) = (reduction.backbone, reduction.leastLinks)
    (joinsPartners, abbreviates) = (reduction.joinsPartners, reduction.abbreviates)
  }

  /// Notes how well the picture can be read.
  package mutating func measure(_ measures: Legibility) {
    (letters, crossings, covered) = (
      measures.smallestLabel, measures.crossings, measures.covered
    )
  }
}

extension MapView {

  /// The view as far folded as a picture was for which the same was asked; `nil` where something else was.
  func following(_ recipe: PictureRecipe) -> MapView? {
    guard recipe.asked == kind.rawValue, let kind = MapKind(rawValue: recipe.kind),
      let detail = Detail(rawValue: recipe.detail)
    else { return nil }
    var view = self
    view.kind = kind
    // What was asked for holds, whatever was drawn before.
    view.detail = self.detail == .names ? .names : detail
    view.rollUp = rollUp ?? recipe.rollUp.flatMap(RollUp.init)
    if limit == nil { (view.limit, view.keepsCore) = (recipe.limit, recipe.keepsCore) }
    guard reduction == Reduction() else { return view }
    view.reduction = Reduction(
      groupsTwins: recipe.groupsTwins, leafTies: recipe.leafTies, mostLeaves: recipe.mostLeaves,
      listed: recipe.listed ?? reduction.listed, backbone: recipe.backbone,
      leastLinks: recipe.leastLinks, joinsPartners: recipe.joinsPartners)
    view.reduction.abbreviates = recipe.abbreviates
    return view
  }
}
