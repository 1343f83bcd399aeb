import EcosystemModel
import GraphvizKit
import Insights

extension ViewRequest {
  /// The map that is asked for.
  func map(_ kind: MapKind, of snapshot: Snapshot) throws(ViewFault) -> MapRequest {
    try checkNumbers()
    var view = MapView(kind)
    view.steps = steps ?? view.steps
    view.rollUp = rollUp
    view.group = group
    view.label = label
    view.title = title
    let showsAll = showsAll ?? false
    if !showsAll {
      view.limit = limit
      view.reduction = Reduction(
        groupsTwins: groupsTwins ?? false, leafTies: leaves, backbone: backbone,
        leastLinks: leastLinks)
    }
    var highlighted: [EntityReference] = []
    for name in highlights { highlighted.append(try entity(named: name, \.highlights, snapshot)) }
    view.highlights = highlighted
    view.highlightsUnowned = try highlightsUnowned(on: kind, of: snapshot)
    if kind == .focus {
      guard let name = focus.first else {
        throw ViewFault(\.focus, "A focus map needs something to focus on: a name or an id.")
      }
      // A name may hold the bar that separates names elsewhere.
      view.focus = try entity(named: focus.joined(separator: "|"), or: name, \.focus, snapshot)
    }
    if kind == .landscape || kind == .reporting { try centre(&view, of: snapshot) }
    let levels = RollUp.levels(of: kind)
    if let rollUp, !levels.contains(rollUp) {
      throw ViewFault(\.rollUp, refusal(of: rollUp, levels, on: kind))
    }
    if let community {
      guard levels.contains(.communities) else {
        throw ViewFault(
          \.community,
          "Communities are for ecosystem and people maps; this is a \(kind.rawValue) map.")
      }
      view.community = try entity(named: community, \.community, snapshot)
    }
    var fit = showsAll ? FitGoal.none : fit ?? .slide
    if view.limit != nil {
      // Who asks for so many boxes gets so many, whether they fit or not.
      if self.fit == nil { fit = .none }
      if kind == .people {
        // The best connected alone would be committees without people.
        view.keepsCore = true
        view.reduction.leafTies = view.reduction.leafTies ?? 1
      }
    }
    var style = MapStyle()
    style.colour = colour
    style.size = size
    style.border = border
    style.width = width
    try check(style, of: view, in: snapshot)
    return MapRequest(view: view, style: style, layout: layout, fit: fit)
  }

  /// What a landscape or an org chart is drawn around, where that is asked for.
  private func centre(_ view: inout MapView, of snapshot: Snapshot) throws(ViewFault) {
    // All who report to somebody, however many are between.
    if view.kind == .reporting { view.steps = steps ?? .max }
    guard let name = focus.first else { return }
    let found = try entity(named: focus.joined(separator: "|"), or: name, \.focus, snapshot)
    let kind: EntityReference.Kind = view.kind == .reporting ? .person : .company
    guard found.kind == kind else {
      throw ViewFault(
        \.focus,
        "A \(view.kind.rawValue) map is drawn around a \(kind.rawValue); “\(name)” is a \(found.kind.rawValue)."
      )
    }
    view.focus = found
    // Whoever is not linked to it steps back.
    if view.kind == .landscape { view.highlights.append(found) }
  }

  /// Whether unowned relationships stand out; refused where no line could have an owner.
  private func highlightsUnowned(
    on kind: MapKind, of snapshot: Snapshot
  ) throws(ViewFault) -> Bool {
    guard highlightsUnowned == true else { return false }
    guard [.ecosystem, .focus].contains(kind) else {
      throw ViewFault(
        \.highlightsUnowned,
        "Owners are for ecosystem and focus maps; lines of a \(kind.rawValue) map have none.")
    }
    let whole = snapshot.whole
    guard
      whole.relationships.contains(where: { $0.owner != nil })
        || whole.handoffs.contains(where: { $0.owner != nil })
    else {
      throw ViewFault(
        \.highlightsUnowned,
        "No relationship and no handoff names an owner, so that a missing one says nothing; fill the column owner."
      )
    }
    return true
  }

  /// Refuses numbers that no option and no cell may have.
  private func checkNumbers() throws(ViewFault) {
    let most = 1_000_000
    let counts: [(any PartialKeyPath<SavedView> & Sendable, Int?, greatest: Int)] = [
      (\.steps, steps, 20), (\.limit, limit, most), (\.leaves, leaves, most),
      (\.leastLinks, leastLinks, most),
    ]
    for case (let path, let number?, let greatest) in counts where !(1...greatest).contains(number)
    {
      throw ViewFault(path, "This must be between 1 and \(greatest); it is \(number).")
    }
    if let backbone, !(backbone > 0 && backbone <= 1) {
      throw ViewFault(\.backbone, "This must be above 0 and at most 1, such as 0.01.")
    }
    if layout == .positioned {
      throw ViewFault(\.layout, "Shapes have no places yet; leave the engine out, or name another.")
    }
  }

  private func refusal(of rollUp: RollUp, _ levels: [RollUp], on kind: MapKind) -> String {
    levels.isEmpty
      ? "Levels are for ecosystem and people maps; this is a \(kind.rawValue) map."
      : "A \(kind.rawValue) map has no level “\(rollUp.rawValue)”; there are \(levels.map(\.rawValue).joined(separator: ", "))."
  }

  /// The entity of a name, an id, or `kind:id`.
  private func entity(
    named name: String, or other: String? = nil, _ path: any PartialKeyPath<SavedView> & Sendable,
    _ snapshot: Snapshot
  ) throws(ViewFault) -> EntityReference {
    let whole = snapshot.whole
    if let reference = EntityReference(name), whole.contains(reference) {
      return try present(reference, path, snapshot)
    }
    let found = whole.references(named: name)
    if found.count == 1 { return try present(found[0], path, snapshot) }
    if found.isEmpty, let other, other != name {
      return try entity(named: other, path, snapshot)
    }
    guard found.isEmpty else {
      let choices = found.map(\.description).joined(separator: ", ")
      throw ViewFault(path, "“\(name)” is the name of several; write one of \(choices).")
    }
    let near = whole.names(similarTo: name).map { "“\($0)”" }.joined(separator: " or ")
    throw ViewFault(
      path,
      "There is nothing called “\(name)” in the dataset"
        + (near.isEmpty ? "." : "; did you mean \(near)?"))
  }

  /// The entity, if it is there on the day and meets the conditions.
  private func present(
    _ reference: EntityReference, _ path: any PartialKeyPath<SavedView> & Sendable,
    _ snapshot: Snapshot
  ) throws(ViewFault) -> EntityReference {
    guard !snapshot.ecosystem.contains(reference) else { return reference }
    let name = snapshot.whole.name(of: reference)
    guard snapshot.unfiltered.contains(reference) else {
      let day = snapshot.date.map { " on \($0)" } ?? ""
      throw ViewFault(path, "“\(name)” is not there\(day).")
    }
    throw ViewFault(path, "“\(name)” does not meet the filter \(snapshot.filter).")
  }
}
