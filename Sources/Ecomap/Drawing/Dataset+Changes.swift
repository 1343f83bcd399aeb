package import Cartography
package import EcosystemModel
package import Interchange

/// A dataset on a day.
package struct DatasetState: Sendable {
  /// The dataset; `nil` for the one that is asked.
  package var dataset: Dataset?
  /// The day; `nil` for all rows.
  package var day: CalendarDate?

  /// Names a state.
  package init(_ dataset: Dataset? = nil, on day: CalendarDate?) {
    (self.dataset, self.day) = (dataset, day)
  }
}

extension Dataset {
  /// A view with what changed in this dataset since a day marked on it.
  ///
  /// - Throws: ``EcomapError`` with code `badRequest` if the view stands for no day, or is no map.
  package func marking(
    _ view: ResolvedView, since day: CalendarDate
  ) throws(EcomapError) -> ResolvedView {
    guard view.snapshot.date != nil else {
      throw EcomapError(
        .badRequest,
        "Changes since \(day) end on some day; name the day that the map stands for, too.")
    }
    return try marking(view, since: [DatasetState(on: day)])
  }

  /// A view of this dataset with what changed since other states marked on it.
  ///
  /// - Parameters:
  ///   - view: The view, which shows the last state.
  ///   - states: The states before, in their order.
  ///   - isInPanels: Whether every state has a picture of its own, on the same places.
  /// - Returns: The map of what is in any.
  /// - Throws: ``EcomapError`` for a condition that a dataset before does not meet, and for a view that is no map.
  package func marking(
    _ view: ResolvedView, since states: [DatasetState], inPanels isInPanels: Bool = false
  ) throws(EcomapError) -> ResolvedView {
    let isSame = states.allSatisfy { $0.dataset == nil }
    var before: [(snapshot: Snapshot, name: String)] = []
    for state in states {
      let dataset = state.dataset ?? self
      do throws(FilterFault) {
        let snapshot =
          isSame
          ? view.snapshot.on(state.day)
          : try dataset.ecosystem.on(state.day).filtered(by: view.snapshot.filter)
        before.append((snapshot, dataset.shortName(on: state.day, alone: isSame)))
      } catch {
        throw EcomapError(.badRequest, "In \(dataset.path): \(error.message)")
      }
    }
    var marked = try EcomapError.wrapping {
      () throws(ViewFault) in
      try view.markingChanges(
        since: before, to: shortName(on: view.snapshot.date, alone: isSame),
        isSameDataset: isSame, inPanels: isInPanels)
    }
    if isSame, states.count == 1, !isInPanels {
      marked.since = states[0].day
    } else {
      // Another dataset would have to be at hand.
      marked.asked = nil
    }
    return marked
  }

  /// The map of what changed: of the committees where these or their members changed, else of the ecosystem.
  ///
  /// - Parameters:
  ///   - request: What is asked of the map; its day is that of the state after.
  ///   - states: The states before, in their order.
  ///   - isInPanels: Whether every state has a picture of its own, on the same places.
  /// - Returns: The map of what is in any.
  /// - Throws: ``EcomapError``.
  package func changeMap(
    _ request: ViewRequest, since states: [DatasetState], inPanels isInPanels: Bool = false
  ) throws(EcomapError) -> ResolvedView {
    var request = request
    if request.name == nil {
      request.picture = .map(.governance)
      // Where there are no committees, nothing of them changed.
      if ecosystem.committees.isEmpty { request.picture = .map(.ecosystem) }
    }
    let view = try marking(resolving(request), since: states, inPanels: isInPanels)
    guard request.name == nil, case .map(let map) = view.drawing, map.view.kind == .governance,
      let difference = map.view.difference,
      !difference.states.contains(where: \.changes.isOfGovernance)
    else { return view }
    request.picture = .map(.ecosystem)
    return try marking(resolving(request), since: states, inPanels: isInPanels)
  }

  /// A request with every choice made.
  func resolving(_ request: ViewRequest) throws(EcomapError) -> ResolvedView {
    try EcomapError.wrapping { () throws(ViewFault) in try request.resolved(in: ecosystem) }
  }

  /// The file or folder without those above it, and the day; the day alone where there is no other dataset.
  private func shortName(on day: CalendarDate?, alone isAlone: Bool) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return day.map { isAlone ? $0.words : "\(name) on \($0.words)" } ?? name
  }
}
