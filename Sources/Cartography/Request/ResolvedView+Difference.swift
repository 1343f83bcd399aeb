package import EcosystemModel

extension ResolvedView {
  /// The same map of what is in any of several states, with what changed marked on it.
  ///
  /// - Parameters:
  ///   - states: The states before, each with what it is called: a file or a day; this view shows the one after them.
  ///   - last: What the state after is called.
  ///   - isSameDataset: Whether all are of one dataset, in which ids say who is who.
  ///   - isInPanels: Whether every state has a picture of its own, on the same places.
  /// - Returns: The map.
  /// - Throws: ``ViewFault`` for the picture of an answer, and where colours are asked for.
  package func markingChanges(
    since states: [(snapshot: Snapshot, name: String)], to last: String, isSameDataset: Bool,
    inPanels isInPanels: Bool = false
  ) throws(ViewFault) -> ResolvedView {
    guard case .map(var request) = drawing else {
      throw ViewFault(
        \.kind,
        "Changes are marked on maps; \(picture.name) is a picture of a whole answer. Choose \(MapKind.allCases.map(\.rawValue).spokenList(last: "or"))."
      )
    }
    guard request.style.colour == nil else {
      throw ViewFault(\.colour, "On a map of changes colours say what is new, gone and changed.")
    }
    var difference = MapDifference(
      of: states + [(snapshot, last)], isSameDataset: isSameDataset)
    difference.isInPanels = isInPanels
    request.view.difference = difference
    var view = self
    view.drawing = .map(request)
    view.snapshot = difference.union.on(nil)
    return view
  }
}
