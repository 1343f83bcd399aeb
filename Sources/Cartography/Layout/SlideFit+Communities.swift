extension SlideFit {
  /// The most entities for each box that a picture holds of which anything but communities could show enough.
  private static let mostForSmallSteps = 40

  /// Whether there are so many that only communities, or the best connected, could be shown.
  var holdsManyTimesTooMany: Bool {
    whole.nodes.count > Self.mostForSmallSteps * goal.mostBoxes
  }

  /// Whether nothing was asked for that leaves few of so many, so that the first picture need not be thought of.
  var isFarTooFull: Bool {
    goal != .none && !isAsked && view.rollUp == nil && view.community == nil
      && [.ecosystem, .people].contains(view.kind) && holdsManyTimesTooMany
  }

  /// What communities depend on: the view but for how much it lists and cuts, and the content that they are found in.
  struct CommunityKey: Equatable {
    let view: MapView
    let isTested: Bool
    let isJoined: Bool
  }

  /// What is left of a view after its reductions.
  ///
  /// Communities are found once, however often their boxes become smaller or their lines fewer.
  mutating func reduced(by view: MapView) -> MapContent {
    guard view.rollUp == .communities, view.kind != .landscape else {
      return base.reduced(by: view)
    }
    var sought = view
    sought.reduction = Reduction()
    (sought.limit, sought.keepsCore, sought.detail) = (nil, false, .full)
    let key = CommunityKey(
      view: sought, isTested: self.view.reduction.backbone != nil,
      isJoined: self.view.reduction.joinsPartners)
    let map =
      communities.flatMap { $0.key == key ? $0.map : nil } ?? CommunityMap(of: base, by: sought)
    communities = (key, map)
    var content = map.listing(as: view)
    content.thin(by: view)
    return content
  }
}
