package import EcosystemModel
import Insights

/// A view with every choice made: what is drawn of which part of the data.
package struct ResolvedView: Sendable {
  /// What is drawn.
  package enum Drawing: Hashable, Sendable {
    /// A map.
    case map(MapRequest)
    /// The picture of an answer.
    case chart(ChartRequest)
  }

  /// What is drawn.
  package var drawing: Drawing
  /// The day, and the part of the data that meets the conditions.
  package var snapshot: Snapshot
  /// The title that was asked for; `nil` for the picture's own.
  package var title: String?
  /// The colours that were asked for.
  package var theme: Theme.Name?
  /// Why this kind of picture was chosen, where nobody asked for one.
  package var reason: String?
  /// What was asked for, by which it can be drawn anew from other data; `nil` where that cannot be told.
  package var asked: ViewRequest?
  /// The day since which changes are marked; `nil` for none.
  package var since: CalendarDate?

  /// The kind of picture.
  package var picture: Picture {
    switch drawing {
    case .map(let request): .map(request.view.kind)
    case .chart(let request): .chart(request.kind)
    }
  }
}

extension ViewRequest {
  /// Holds the request against a dataset.
  ///
  /// - Parameter ecosystem: The whole dataset.
  /// - Returns: The view, on its day and with what meets its conditions.
  /// - Throws: ``ViewFault`` for the first choice that cannot be honoured.
  package func resolved(in ecosystem: Ecosystem) throws(ViewFault) -> ResolvedView {
    var view = try resolvedByName(in: ecosystem)
    view.asked = self
    return view
  }

  private func resolvedByName(in ecosystem: Ecosystem) throws(ViewFault) -> ResolvedView {
    guard let name else { return try anonymous(in: ecosystem) }
    var request = self
    request.name = nil
    if let saved = ecosystem.views.first(where: { $0.name == name }) {
      return try request.completing(saved, in: ecosystem)
    }
    guard let picture = Picture(named: name) else {
      let saved = ecosystem.views.map(\.name)
      let known = saved + Picture.all.map(\.name).filter { !saved.contains($0) }
      throw ViewFault(
        \.kind, "There is no view “\(name)”; there are \(known.joined(separator: ", ")).")
    }
    request.picture = picture
    return try request.anonymous(in: ecosystem)
  }

  /// Holds the request against a dataset, with what it leaves open as a saved view says.
  ///
  /// - Throws: ``ViewFault`` for the first choice that cannot be honoured, which names the saved view.
  package func completing(
    _ saved: SavedView, in ecosystem: Ecosystem
  ) throws(ViewFault) -> ResolvedView {
    let (stated, faults) = Self.reading(saved)
    if let fault = faults.first { throw fault }
    do throws(ViewFault) {
      var view = try completed(by: stated).anonymous(in: ecosystem)
      if case .map(var map) = view.drawing {
        map.name = saved.name
        view.drawing = .map(map)
      }
      view.asked = self
      view.asked?.name = saved.name
      return view
    } catch {
      throw error.of(view: saved.name)
    }
  }

  private func anonymous(in ecosystem: Ecosystem) throws(ViewFault) -> ResolvedView {
    let day = ecosystem.on(date)
    let choice = choice(in: day)
    let snapshot: Snapshot
    do throws(FilterFault) {
      snapshot = try day.filtered(by: Filter(conditions, showing: choice.picture.tables))
    } catch {
      throw ViewFault(\.filter, error.message)
    }
    let drawing: ResolvedView.Drawing
    switch choice.picture {
    case .map(let kind):
      try refuseAxes(for: choice.picture)
      drawing = .map(try map(kind, of: snapshot))
    case .chart(let kind):
      let question = ChartCatalog.questions.first { $0.kind == kind }?.question
      try refuseChoices(beside: question?.choices ?? [], for: choice.picture)
      drawing = .chart(try chart(kind, of: snapshot, choosing: question))
    }
    return ResolvedView(
      drawing: drawing, snapshot: snapshot, title: title, theme: theme, reason: choice.reason)
  }

  private func choice(in snapshot: Snapshot) -> (picture: Picture, reason: String?) {
    if let picture { return (picture, nil) }
    if !focus.isEmpty { return (.map(.focus), nil) }
    if x != nil || y != nil { return (.chart(PortfolioGrid.kind), nil) }
    let suitable = Picture.suitable(for: snapshot)
    // Who frames or colours wants a map, whatever else would suit.
    if suitable.picture.isChart, choicesOfMaps.contains(where: \.isMade) {
      return (.map(.ecosystem), nil)
    }
    return (suitable.picture, suitable.reason)
  }

  private typealias Choice = (isMade: Bool, path: any PartialKeyPath<SavedView> & Sendable)

  /// The choices that maps know and few charts.
  private var choicesOfMaps: [Choice] {
    [
      (steps != nil, \.steps), (rollUp != nil, \.rollUp), (community != nil, \.community),
      (group != nil, \.group), (size != nil, \.size), (colour != nil, \.colour),
      (border != nil, \.border), (width != nil, \.width), (!highlights.isEmpty, \.highlights),
      (highlightsUnowned == true, \.highlightsUnowned), (label != nil, \.label),
      (layout != nil, \.layout), (limit != nil, \.limit),
      (groupsTwins == true, \.groupsTwins), (leaves != nil, \.leaves),
      (backbone != nil, \.backbone), (leastLinks != nil, \.leastLinks),
    ]
  }

  /// The choices that no map knows.
  private var choicesOfCharts: [Choice] {
    [(x != nil, \.x), (y != nil, \.y), (!stages.isEmpty, \.stages)]
  }

  /// Pictures of answers have places, sizes and colours of their own, but for those that they let choose.
  private func refuseChoices(
    beside honoured: [any PartialKeyPath<SavedView> & Sendable], for picture: Picture
  ) throws(ViewFault) {
    let refused = (choicesOfCharts + choicesOfMaps).first { choice in
      choice.isMade && !honoured.contains { $0 as PartialKeyPath<SavedView> == choice.path }
    }
    guard let path = refused?.path else { return }
    let taken = ["filter", "day", "focus", "title"] + honoured.map { SavedView.column($0) }
    throw ViewFault(
      path,
      "\(choicesOfCharts.contains { $0.path as PartialKeyPath<SavedView> == path } ? "This is for other pictures" : "This is for maps"); \(picture.name) is a picture of a whole answer, which takes a \(taken.joined(separator: ", a ")) and a theme only."
    )
  }

  /// Maps have no axes.
  private func refuseAxes(for picture: Picture) throws(ViewFault) {
    guard let path = choicesOfCharts.first(where: \.isMade)?.path else { return }
    let kinds = ChartCatalog.questions.filter { _, question in
      question.choices.contains { $0 as PartialKeyPath<SavedView> == path }
    }.map(\.kind.rawValue)
    throw ViewFault(
      path,
      "This is for \(kinds.spokenList(last: "and")); a map of the kind \(picture.name) does not have it."
    )
  }

  /// The picture of an answer that is asked for; what lets columns be chosen is answered once, so that a wrong one is refused.
  private func chart(
    _ kind: ChartKind, of snapshot: Snapshot, choosing question: ChartQuestion?
  ) throws(ViewFault) -> ChartRequest {
    var request = ChartRequest(kind, about: focus)
    (request.x, request.y) = (x, y)
    (request.size, request.colour, request.group) = (size, colour, group)
    request.stages = stages
    request.showsAll = showsAll ?? (fit == FitGoal.none)
    guard let question else { return request }
    let columns:
      [(
        part: any WritableKeyPath<ChartRequest, String?> & Sendable,
        path: any PartialKeyPath<SavedView> & Sendable
      )] = [(\.x, \.x), (\.y, \.y), (\.size, \.size), (\.colour, \.colour), (\.group, \.group)]
    for column in columns where request[keyPath: column.part] != nil {
      var alone = ChartRequest(kind)
      alone[keyPath: column.part] = request[keyPath: column.part]
      do throws(InsightError) {
        _ = try question.answer(alone, snapshot)
      } catch {
        throw ViewFault(column.path, error.message)
      }
    }
    return request
  }
}
