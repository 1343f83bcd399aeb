import EcosystemModel

// Lines that chance may explain go.
extension SlideFit {
  /// Levels of significance, the least strict first, as people write them.
  private static let levels = (2...40).flatMap { power in
    ["5e-\(power)", "2e-\(power)", "1e-\(power)"].compactMap(Double.init)
  }

  /// Leaves out what chance may explain, until so few boxes are left; says whether that leaves anything out.
  mutating func startBackbone(for wanted: Int) -> Bool {
    // What changed is to be seen, whether chance explains it or not.
    guard view.difference == nil, view.kind == .people || view.kind == .ecosystem,
      let count = content?.nodes.count,
      view.kind == .people || count <= goal.mostBoxes
    else { return false }
    var all = view
    all.reduction = Reduction(backbone: 1)
    let candidate = MapContent.whole(of: snapshot, view: all)
    tested = candidate
    guard let level = level(below: 1, for: wanted),
      candidate.reduced(by: all).ties.count(where: { $0.isBelow(level) }) > 0
    else { return false }
    view.reduction = Reduction(backbone: level)
    return true
  }

  /// The least strict level below another one that leaves so few boxes; `nil` where all leave next to nothing, be it of
  /// what there is or of what a slide holds.
  func level(below level: Double, for wanted: Int) -> Double? {
    guard let tested else { return nil }
    var all = view
    all.reduction = Reduction(backbone: 1)
    let content = tested.reduced(by: all)
    for candidate in Self.levels where candidate < level {
      let kept = content.ties.filter { $0.isBelow(candidate) }
      let count = Set(kept.flatMap { [$0.from, $0.to] }).count
      guard count >= max(Self.fewestBoxes, tested.nodes.count / 10) else { return nil }
      if count <= wanted { return candidate }
    }
    return nil
  }
}
