package import EcosystemModel

extension ResolvedView {
  /// The same map of what is in either of two states, with what changed marked on it.
  ///
  /// - Parameters:
  ///   - before: The state before; this view shows the one after.
  ///   - first: What the state before is called: a file or a day.
  ///   - second: What the state after is called.
  ///   - isSameDataset: Whether both are of one dataset, in which ids say who is who.
  /// - Returns: The map.
  /// - Throws: ``ViewFault`` for the picture of an answer, and where colours are asked for.
  package func markingChanges(
    since before: Snapshot, called first: String, to second: String, isSameDataset: Bool
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
    let difference = MapDifference(
      from: before, called: first, to: snapshot, called: second, isSameDataset: isSameDataset)
    request.view.difference = difference
    var view = self
    view.drawing = .map(request)
    view.snapshot = difference.union.on(nil)
    return view
  }
}
