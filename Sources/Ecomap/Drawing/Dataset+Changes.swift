package import Cartography
package import EcosystemModel
package import Interchange

extension Dataset {
  /// A view with what changed in this dataset since a day marked on it.
  ///
  /// - Throws: ``EcomapError`` with code `badRequest` if the view stands for no day, or is no map.
  package func marking(
    _ view: ResolvedView, since day: CalendarDate
  ) throws(EcomapError) -> ResolvedView {
    guard let second = view.snapshot.date else {
      throw EcomapError(
        .badRequest,
        "Changes since \(day) end on some day; name the day that the map stands for, too.")
    }
    var marked = try EcomapError.wrapping {
      () throws(ViewFault) in
      try view.markingChanges(
        since: view.snapshot.on(day), called: day.description, to: second.description,
        isSameDataset: true)
    }
    marked.since = day
    return marked
  }

  /// A view of this dataset with what changed since another one marked on it.
  ///
  /// - Parameters:
  ///   - view: The view.
  ///   - other: The dataset before.
  ///   - day: The day of the dataset before; `nil` for all its rows.
  /// - Returns: The map of what is in either.
  /// - Throws: ``EcomapError`` for a condition that the dataset before does not meet, and for a view that is no map.
  package func marking(
    _ view: ResolvedView, since other: Dataset, on day: CalendarDate?
  ) throws(EcomapError) -> ResolvedView {
    let before: Snapshot
    do throws(FilterFault) {
      before = try other.ecosystem.on(day).filtered(by: view.snapshot.filter)
    } catch {
      throw EcomapError(.badRequest, "In \(other.path): \(error.message)")
    }
    var marked = try EcomapError.wrapping {
      () throws(ViewFault) in
      try view.markingChanges(
        since: before, called: other.shortName(on: day), to: shortName(on: view.snapshot.date),
        isSameDataset: false)
    }
    // Another dataset would have to be at hand.
    marked.asked = nil
    return marked
  }

  /// The map of what changed: of the committees where these or their members changed, else of the ecosystem.
  ///
  /// - Parameters:
  ///   - request: What is asked of the map; its day is that of the state after.
  ///   - other: The dataset before; `nil` for this one.
  ///   - day: The day of the state before.
  /// - Returns: The map of what is in either.
  /// - Throws: ``EcomapError``.
  package func changeMap(
    _ request: ViewRequest, since other: Dataset?, on day: CalendarDate?
  ) throws(EcomapError) -> ResolvedView {
    var request = request
    if request.name == nil {
      request.picture = .map(.governance)
      // Where there are no committees, nothing of them changed.
      if ecosystem.committees.isEmpty { request.picture = .map(.ecosystem) }
    }
    let view = try marking(resolving(request), since: other, on: day)
    guard request.name == nil, case .map(let map) = view.drawing, map.view.kind == .governance,
      let difference = map.view.difference, !difference.changes.isOfGovernance
    else { return view }
    request.picture = .map(.ecosystem)
    return try marking(resolving(request), since: other, on: day)
  }

  private func marking(
    _ view: ResolvedView, since other: Dataset?, on day: CalendarDate?
  ) throws(EcomapError) -> ResolvedView {
    if let other { return try marking(view, since: other, on: day) }
    guard let day else { throw EcomapError(.badRequest, "Name the day of the state before.") }
    return try marking(view, since: day)
  }

  /// A request with every choice made.
  func resolving(_ request: ViewRequest) throws(EcomapError) -> ResolvedView {
    try EcomapError.wrapping { () throws(ViewFault) in try request.resolved(in: ecosystem) }
  }

  /// The file or folder without those above it, and the day.
  private func shortName(on day: CalendarDate?) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return day.map { "\(name) on \($0)" } ?? name
  }
}
