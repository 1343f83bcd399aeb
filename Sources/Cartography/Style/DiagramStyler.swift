import EcosystemModel
import Insights

extension Diagram {
  /// Gives the content of a map its looks.
  ///
  /// - Parameters:
  ///   - content: What the map shows, and of what it was made.
  ///   - style: What colours, sizes and widths follow.
  ///   - measures: The metrics that the style names; without them those names mean nothing.
  ///   - provenance: Where the data comes from.
  /// - Returns: The diagram, not yet laid out.
  /// - Complexity: O(*n*·log *n*) in the number of boxes and lines.
  package static func make(
    of content: MapContent, style: MapStyle = MapStyle(),
    measures: MapMeasures? = nil, provenance: Provenance = Provenance()
  ) -> Diagram {
    DiagramStyler(content: content, measures: measures, style: style).diagram(provenance)
  }

  /// What a style or a view asks for and a map cannot show, a clause each.
  package static func unmet(
    on content: MapContent, style: MapStyle, measures: MapMeasures?
  ) -> [String] {
    DiagramStyler(content: content, measures: measures, style: style).missing
  }
}

/// Turns entities and ties into boxes and lines.
struct DiagramStyler {
  let content: MapContent
  /// The ties that are lines on the map.
  let drawnTies: [MapContent.Tie]
  let values: NodeValues
  let style: MapStyle
  let theme: Theme
  let colourColumn: String?
  /// The table whose values colour boxes, where only one table's do.
  let colourTable: EntityReference.Kind?
  let colours: ColourScale?
  let chipColours: ColourScale?
  let seats: SeatScale
  let sizes: SizeScale?
  let borders: WidthScale?
  let widths: WidthScale?
  let lineValues: LineValues
  let lineKinds: LineKinds
  let emphasis: Emphasis?
  let twins: TwinNames
  /// Names of the boxes in every output format, by entity.
  let keys: [EntityReference: String]

  init(content: MapContent, measures: MapMeasures?, style: MapStyle) {
    // Colours are those of all days and for everybody, so that different pictures mean the same by them.
    let whole = content.told.origin
    // Colours say what changed, where anything is compared.
    let column =
      content.view.difference == nil
      ? style.colour ?? Self.suitableColourColumn(for: content) : nil
    let values = NodeValues(
      snapshot: content.snapshot, measures: measures,
      columns: [column, style.size, style.border].compactMap { $0 })
    self.content = content
    drawnTies = content.drawnTies
    self.values = values
    self.style = style
    emphasis = content.view.difference == nil ? Emphasis(content) : nil
    twins = TwinNames(content.nodes.lazy.map(\.name))
    let theme = style.theme
    self.theme = theme
    var uniqueKeys = UniqueKeys()
    keys = Dictionary(
      content.nodes.map { node in
        (node.reference, uniqueKeys.key("\(node.reference.kind.rawValue)-\(node.reference.rawID)"))
      }, uniquingKeysWith: { first, _ in first })

    lineKinds = LineKinds(of: whole)
    let looks = CompanyLooks(of: whole)
    let companies = looks.colours(in: theme)
    let table = column.flatMap { Self.table(of: $0, on: content, values: values) }
    colourColumn = column
    colourTable = table
    colours = column.flatMap {
      Self.colours(of: $0, in: table, on: content, beside: companies, values: values, theme: theme)
    }
    let shares = content.nodes.flatMap { node in
      node.balance.flatMap { Array(repeating: $0.name, count: $0.count) }
    }
    chipColours =
      shares.isEmpty
      ? nil
      : ColourScale(
        title: "seats", values: shares, theme: theme,
        column: companies)
    let coloured = chipColours
    let plain = Set(shares).filter {
      [nil, theme.otherCategory].contains(coloured?.colour(of: $0))
    }
    seats = SeatScale(content.nodes.map(\.balance), names: looks, plain: plain)
    func numbers(_ measure: String) -> [Double] {
      content.nodes.compactMap { values.number(of: measure, for: $0) }
    }
    // What stands above a landscape often has the sum of all others, beside which no bar could be seen.
    let sized = content.nodes.filter { !$0.isCentre }
    sizes = style.size.flatMap { measure in
      SizeScale(
        title: values.title(of: measure, on: content.nodes),
        values: sized.compactMap { values.number(of: measure, for: $0) })
    }
    borders = style.border.flatMap {
      WidthScale(title: values.title(of: $0, on: content.nodes), values: numbers($0))
    }
    let lineValues = LineValues(style.width, content: content, values: values)
    self.lineValues = lineValues
    widths = style.width.flatMap { measure in
      WidthScale(
        title: values.title(of: measure), values: content.ties.compactMap(lineValues.value(of:)))
    }
  }

  /// The colours of a column's values on the map; `nil` where nothing there has one.
  private static func colours(
    of column: String, in table: EntityReference.Kind?, on content: MapContent,
    beside companies: ColumnColours, values: NodeValues, theme: Theme
  ) -> ColourScale? {
    let nodes = content.nodes.filter { table == nil || $0.reference.kind == table }
    let found = nodes.flatMap { node in
      [values.shares(of: column, for: node), values.foldedShares(of: column, in: node, table)]
    }.flatMap { shares in
      shares.counts.flatMap { Array(repeating: $0.value, count: $0.count) }
    }
    guard !found.isEmpty else { return nil }
    let isComputed = values.isComputed(column)
    let isOfBoth = table != nil && content.nodes.contains { $0.reference.kind != table }
    let isMetric =
      values.reading(of: column) != nil || values.reading(ofColumn: column)?.measure != nil
    let known =
      isComputed
      ? nil
      : ColumnColours.column(
        column, of: table, in: content.snapshot.origin, beside: companies, theme: theme)
    let all = (known?.ranked ?? []) + found
    let isStage = ColumnName.normalized(column) == ColumnName.normalized(Alliance.column(\.stage))
    return ColourScale(
      title: values.title(of: column, on: nodes) + (isOfBoth ? " of \(table?.rawValue ?? "")" : ""),
      values: found, numbers: nodes.compactMap { values.number(of: column, for: $0) },
      theme: theme, column: known, isMetric: isMetric,
      order: isComputed
        ? nil : ColourScale.order(of: all) ?? (isStage ? StageOrder.order(of: all) : nil))
  }

  /// Whose values colour the boxes where tables mean different things by a column: the focus', else those that differ most.
  private static func table(
    of column: String, on content: MapContent, values: NodeValues
  ) -> EntityReference.Kind? {
    guard ColumnName.normalized(column) == "kind" else { return nil }
    var found: [EntityReference.Kind: Set<String>] = [:]
    for node in content.nodes {
      let said = values.shares(of: column, for: node).counts.map(\.value)
      if !said.isEmpty { found[node.reference.kind, default: []].formUnion(said) }
    }
    if let focus = content.view.focus?.kind, found[focus] != nil { return focus }
    return EntityReference.Kind.allCases.filter { found[$0] != nil }
      .max { (found[$0]?.count ?? 0) < (found[$1]?.count ?? 0) }
  }

  /// The column that says whether something is a person, a committee, a company.
  static let kindOfEntity = "entity"

  /// What colours the boxes when nobody says.
  private static func suitableColourColumn(
    for content: MapContent
  ) -> String? {
    func values(of column: String) -> [String] {
      content.nodes.compactMap { content.snapshot.value(of: column, for: $0.reference) }
    }
    switch content.view.kind {
    case .governance: return nil
    case .reporting:
      return ["company", "function"].first { Set(values(of: $0)).count > 1 }
    case .people:
      return ["company", "function"].first { Set(values(of: $0)).count > 1 } ?? "company"
    case .focus: return kindOfEntity
    case .ecosystem:
      return content.nodes.contains { $0.reference.kind == .function }
        ? "company" : content.partnerColumn
    case .landscape: return content.partnerColumn
    }
  }

  func diagram(_ provenance: Provenance) -> Diagram {
    var diagram = Diagram(
      kind: .map(content.view.kind), title: content.title, footer: footer(provenance),
      summary: summary,
      theme: theme)
    let groups = groupTitles
    var clusterKeys = UniqueKeys()
    let frames = groups.map { title in
      Diagram.Cluster(
        key: clusterKeys.key("group-\(title)"),
        // A frame is as wide as its label at least, and one of thousands of letters would leave nothing else to see.
        label: Diagram.TextLine(
          text: PictureText.clipped(title, to: widestFrame, size: 13, isBold: true)
            + suffix(ofFrame: title),
          size: 13, isBold: true, colour: theme.mutedText),
        fill: theme.clusterFill, border: theme.clusterBorder)
    }
    diagram.clusters = frames
    let frameKeys = Dictionary(
      zip(groups, frames.map(\.key)), uniquingKeysWith: { first, _ in first })
    diagram.nodes = content.nodes.map { box(for: $0, cluster: $0.group.flatMap { frameKeys[$0] }) }
    diagram.edges = lines()
    diagram.legend = legend
    if let version = provenance.version, !diagram.footer.contains(version) {
      diagram.summary += " \(version.prefix(1).uppercased() + version.dropFirst())."
    }
    return diagram
  }

  /// The widest title of a frame; those of a landscape stand beside each other.
  private var widestFrame: Double { content.view.kind == .landscape ? 200 : 400 }

  /// How many there are in a frame of a landscape.
  private func suffix(ofFrame title: String) -> String {
    guard content.view.kind == .landscape else { return "" }
    let members = content.nodes.filter { $0.group == title }.flatMap(\.everyone)
    return " (\(members.count))"
  }

  /// The titles of the frames in the order of their first box.
  private var groupTitles: [String] {
    var seen: Set<String> = []
    return content.nodes.compactMap(\.group).filter { seen.insert($0).inserted }
  }

  /// What a box is coloured by, or `nil`.
  func colourValue(of node: MapContent.Node) -> String? {
    guard let column = colourColumn, colourTable == nil || node.reference.kind == colourTable
    else { return nil }
    return colours?.isShaded == true
      ? values.number(of: column, for: node).map { String($0) }
      : values.value(of: column, for: node)
  }

  /// The outline of a kind of entity; people in an org chart have boxes as committees do.
  func shape(of kind: EntityReference.Kind) -> Diagram.Shape {
    switch kind {
    case .person where content.view.kind == .reporting: .roundedRectangle
    case .company: .roundedRectangle
    case .function: .rectangle
    case .person: .ellipse
    case .committee: .roundedRectangle
    case .alliance, .program: .hexagon
    }
  }

  /// The address, if a click on it can do no harm: only the web and mail are let through.
  static func safeURL(_ address: String) -> String? {
    let address = address.trimmed
    let scheme = address.lowercased()
    let isSafe = ["https://", "http://", "mailto:"].contains { scheme.hasPrefix($0) }
    let hasControls = address.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    return isSafe && !hasControls ? address : nil
  }
}
