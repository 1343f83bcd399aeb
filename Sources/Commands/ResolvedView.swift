import ArgumentParser
import Cartography
import EcosystemModel
import GraphvizKit
import Insights
import Publishing

/// A view with every choice made: the command line's, else the saved view's, else the dataset's own.
struct ResolvedView {
  /// What is drawn.
  let picture: Picture
  var view: MapView
  /// What it shows: the dataset on the day of the command line, else on the saved view's, else on all days.
  let snapshot: Snapshot
  var style = MapStyle()
  var layout: LayoutEngine?
  /// What the map must be readable on.
  var fit: FitGoal
  /// What a picture of an answer is about, such as the two ends of a way.
  var subjects: [String] = []
  /// Why this kind of map was chosen, where nobody asked for one.
  var reason: String?

  /// - Throws: `ValidationError` where a name is not in the dataset.
  init(_ options: ViewOptions, savedView: SavedView? = nil, in ecosystem: Ecosystem) throws {
    let saved = try savedView ?? Self.savedView(options.view, in: ecosystem)
    snapshot = ecosystem.on(
      options.asOf.flatMap { CalendarDate($0) } ?? saved?.date)
    let choice = try Self.kind(options, saved: saved, in: snapshot)
    reason = choice.reason
    picture = choice.picture
    let kind: MapKind? = if case .map(let kind) = picture { kind } else { nil }
    // A picture of an answer has a title, too.
    view = MapView(kind ?? .ecosystem)
    if kind == nil {
      try Self.refuseMapOptions(options, saved: saved, for: picture)
      subjects = (options.focus ?? saved?.focus ?? "").split(separator: "|").map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    view.conditions = (Self.conditions(of: saved) + options.conditions).compactMap { Condition($0) }
    view.steps = options.steps ?? saved?.steps ?? view.steps
    view.rollUp = try options.rollUp ?? saved?.word(at: \.rollUp, as: RollUp.self)
    view.group = options.group ?? saved?.group
    view.label = options.label ?? saved?.label
    let savedFit = try saved?.word(at: \.fit, as: FitGoal.self)
    fit = options.showAll ? .none : options.fit ?? savedFit ?? .slide
    view.limit = options.showAll ? nil : options.limit
    view.reduction = options.reduction(saved)
    let highlights =
      options.highlight.isEmpty ? saved?.highlights ?? [] : options.highlight
    view.highlights = try highlights.map { try Self.entity(named: $0, in: ecosystem) }
    if view.limit != nil {
      // Who asks for so many boxes gets so many, whether they fit or not.
      if options.fit == nil { fit = .none }
      if view.kind == .people { view.reduction.leafTies = view.reduction.leafTies ?? 1 }
    }
    view.title = options.title ?? saved?.title
    if view.kind == .focus {
      view.focus = try Self.focus(named: options.focus ?? saved?.focus, in: ecosystem)
    }
    if let rollUp = view.rollUp, let kind, !RollUp.levels(of: kind).contains(rollUp) {
      throw ValidationError(Self.refusal(of: rollUp, on: kind))
    }
    view.community = try (options.community ?? saved?.community).map {
      try Self.entity(named: $0, in: ecosystem)
    }
    if view.community != nil, let kind, !RollUp.levels(of: kind).contains(.communities) {
      throw ValidationError(
        "--community is for ecosystem and people maps; this is a \(kind.rawValue) map.")
    }
    style.colour = options.colour ?? saved?.colour
    style.size = options.size ?? saved?.size
    style.border = options.border ?? saved?.border
    style.width = options.width ?? saved?.width
    layout = options.layout ?? saved?.layout.flatMap { LayoutEngine(argument: $0) }
    try checkColumns(in: ecosystem)
  }

  private static func refusal(of rollUp: RollUp, on kind: MapKind) -> String {
    let levels = RollUp.levels(of: kind).map(\.rawValue)
    guard !levels.isEmpty else {
      return "--roll-up is for ecosystem and people maps; this is a \(kind.rawValue) map."
    }
    return
      "A \(kind.rawValue) map has no level “\(rollUp.rawValue)”; there are \(levels.joined(separator: ", "))."
  }

  /// The map as publishers draw it.
  var request: MapRequest {
    MapRequest(view: view, style: style, layout: layout, fit: fit)
  }

  private static func savedView(_ name: String?, in ecosystem: Ecosystem) throws -> SavedView? {
    guard let name else { return nil }
    if let saved = ecosystem.views.first(where: { $0.name == name }) { return saved }
    guard Picture(named: name) == nil else { return nil }
    let known = ecosystem.views.map(\.name) + Picture.all.map(\.name)
    throw ValidationError(
      "There is no view “\(name)”; there are \(known.joined(separator: ", ")).")
  }

  private static func kind(
    _ options: ViewOptions, saved: SavedView?, in snapshot: Snapshot
  ) throws -> (picture: Picture, reason: String?) {
    if let name = saved?.kind {
      guard let picture = Picture(named: name.lowercased()) else {
        throw ValidationError(
          "The view “\(saved?.name ?? "")” asks for the kind “\(name)”; there are "
            + Picture.all.map(\.name).joined(separator: ", ") + ".")
      }
      return (picture, nil)
    }
    if let picture = options.view.flatMap({ Picture(named: $0) }) { return (picture, nil) }
    if options.focus != nil || saved?.focus != nil { return (.map(.focus), nil) }
    let choice = Picture.suitable(for: snapshot)
    if choice.picture.isChart, options.firstOfMapsOnly ?? saved?.firstOfMapsOnly != nil {
      return (.map(.ecosystem), nil)
    }
    return (choice.picture, choice.reason)
  }

  /// Pictures of answers have places, sizes and colours of their own.
  private static func refuseMapOptions(
    _ options: ViewOptions, saved: SavedView?, for picture: Picture
  ) throws {
    if let option = options.firstOfMapsOnly {
      throw ValidationError(
        "\(option) is for maps; \(picture.name) is a picture of the whole answer, with --as-of, --focus, --title and --theme only."
      )
    }
    if let saved, let column = saved.firstOfMapsOnly {
      throw ValidationError(
        "The view “\(saved.name)” is of kind \(picture.name), a picture of the whole answer; leave its column “\(column)” empty."
      )
    }
  }

  private static func conditions(of saved: SavedView?) -> [String] {
    (saved?.filter ?? "").split(separator: "|").map { String($0) }
  }

  /// The entity of a name, an id, or `kind:id`.
  private static func focus(named name: String?, in ecosystem: Ecosystem) throws -> EntityReference
  {
    guard let name else {
      throw ValidationError("A focus map needs something to focus on: --focus \"NAME\".")
    }
    return try entity(named: name, in: ecosystem)
  }

  private static func entity(named name: String, in ecosystem: Ecosystem) throws -> EntityReference
  {
    if let reference = EntityReference(name), ecosystem.contains(reference) { return reference }
    let found = ecosystem.references(named: name)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let near = ecosystem.names(similarTo: name)
      throw ValidationError(
        "There is nothing called “\(name)” in the dataset"
          + (near.isEmpty
            ? "." : "; did you mean \(near.map { "“\($0)”" }.joined(separator: " or "))?"))
    }
    throw ValidationError(
      "“\(name)” is the name of several; write one of \(found.map(\.description).joined(separator: ", "))."
    )
  }

  /// The picture of an answer; `nil` if it is a map.
  var chart: ChartRequest? {
    guard case .chart(let kind) = picture else { return nil }
    return ChartRequest(kind, about: subjects)
  }

  /// Refuses a column that no entity has, rather than drawing an empty or a grey map.
  private func checkColumns(in ecosystem: Ecosystem) throws {
    let columns = view.conditions.map(\.column) + [view.group, view.label].compactMap { $0 }
    for column in columns where !ecosystem.hasColumn(column) {
      throw ValidationError(
        "No table has a column “\(column)”; there are \(ecosystem.columnNames.joined(separator: ", "))."
      )
    }
    for measure in [style.colour, style.size, style.border].compactMap({ $0 })
    where !MapMeasures.isKnown(measure, in: ecosystem) {
      throw ValidationError(
        """
        “\(measure)” is neither a column nor a metric; there are the columns \
        \(ecosystem.columnNames.joined(separator: ", ")), and the metrics \
        \(MetricCatalog.all.map(\.id).joined(separator: ", ")).
        """)
    }
    let widths = MapContent.tieMeasures(of: ecosystem)
    if let width = style.width, !widths.contains(ColumnName.normalized(width)),
      MapMeasures.metric(ofLines: width, in: ecosystem) == nil
    {
      throw ValidationError(
        """
        Lines have no number “\(width)”; there are \(widths.joined(separator: ", ")), and of their ends the metrics \
        \(MetricCatalog.all.map(\.id).joined(separator: ", ")).
        """)
    }
  }
}

extension ViewOptions {
  /// The first option given that only maps of boxes and lines know.
  fileprivate var firstOfMapsOnly: String? {
    let given = [
      ("--where", !conditions.isEmpty), ("--steps", steps != nil), ("--roll-up", rollUp != nil),
      ("--community", community != nil),
      ("--group", group != nil), ("--size", size != nil), ("--colour", colour != nil),
      ("--border", border != nil), ("--width", width != nil),
      ("--highlight", !highlight.isEmpty),
      ("--label", label != nil), ("--layout", layout != nil), ("--limit", limit != nil),
      ("--twins", twins), ("--leaves", leaves != nil), ("--backbone", backbone != nil),
      ("--least-ties", leastTies != nil),
    ]
    return given.first { $0.1 }?.0
  }
}

extension SavedView {
  /// The first column filled in that only maps of boxes and lines know.
  fileprivate var firstOfMapsOnly: String? {
    let common = [
      Self.column(\.name), Self.column(\.kind), Self.column(\.date), Self.column(\.focus),
      Self.column(\.title), Self.column(\.theme), Contract<Self>.tags, Contract<Self>.assumed,
    ]
    return Self.contract.written.first { column in
      !common.contains(column.name) && column.text(of: self, in: Ecosystem()) != nil
    }?.name
  }
}
