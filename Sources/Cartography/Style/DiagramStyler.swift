import EcosystemModel

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
    DiagramStyler(
      content: content, values: NodeValues(snapshot: content.snapshot, measures: measures),
      style: style
    ).diagram(provenance)
  }
}

/// Turns entities and ties into boxes and lines.
struct DiagramStyler {
  let content: MapContent
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
  /// Names of the boxes in every output format, by entity.
  let keys: [EntityReference: String]

  init(content: MapContent, values: NodeValues, style: MapStyle) {
    // Colours are those of all days and for everybody, so that different pictures mean the same by them.
    let whole = content.snapshot.origin
    self.content = content
    self.values = values
    self.style = style
    emphasis = Emphasis(content)
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
    let column = style.colour ?? Self.suitableColourColumn(for: content)
    let table = column.flatMap { Self.table(of: $0, on: content, values: values) }
    colourColumn = column
    colourTable = table
    colours = column.flatMap { column in
      let found = content.nodes.filter { table == nil || $0.reference.kind == table }
        .compactMap { values.value(of: column, for: $0) }
      guard !found.isEmpty else { return nil }
      let isMetric = values.reading(of: column) != nil
      let isOfBoth = table != nil && content.nodes.contains { $0.reference.kind != table }
      return ColourScale(
        title: values.title(of: column) + (isOfBoth ? " of \(table?.rawValue ?? "")" : ""),
        values: found, theme: theme,
        column: isMetric || NodeValues.counts.contains(ColumnName.normalized(column))
          ? nil
          : ColumnColours.column(
            column, of: table, in: whole, beside: companies, theme: theme),
        isMetric: isMetric)
    }
    seats = SeatScale(content.nodes.map(\.balance), names: looks)
    let shares = content.nodes.flatMap { node in
      node.balance.flatMap { Array(repeating: $0.name, count: $0.count) }
    }
    chipColours =
      shares.isEmpty
      ? nil : ColourScale(title: "seats", values: shares, theme: theme, column: companies)
    sizes = style.size.map { measure in
      SizeScale(
        title: values.title(of: measure),
        values: content.nodes.compactMap { values.number(of: measure, for: $0) })
    }
    borders = style.border.flatMap { measure in
      WidthScale(
        title: values.title(of: measure),
        values: content.nodes.compactMap { values.number(of: measure, for: $0) })
    }
    let lineValues = LineValues(style.width, content: content, values: values)
    self.lineValues = lineValues
    widths = style.width.flatMap { measure in
      WidthScale(
        title: values.title(of: measure), values: content.ties.compactMap(lineValues.value(of:)))
    }
  }

  /// Whose values colour the boxes where tables mean different things by a column: the focus', else those that differ most.
  private static func table(
    of column: String, on content: MapContent, values: NodeValues
  ) -> EntityReference.Kind? {
    guard ColumnName.normalized(column) == "kind" else { return nil }
    var found: [EntityReference.Kind: Set<String>] = [:]
    for node in content.nodes {
      guard let value = values.value(of: column, for: node) else { continue }
      found[node.reference.kind, default: []].insert(value)
    }
    if let focus = content.view.focus?.kind, found[focus] != nil { return focus }
    return EntityReference.Kind.allCases.filter { found[$0] != nil }
      .max { (found[$0]?.count ?? 0) < (found[$1]?.count ?? 0) }
  }

  /// What colours the boxes when nobody says.
  private static func suitableColourColumn(
    for content: MapContent
  ) -> String? {
    // What a community is drawn around says nothing of the others in it.
    guard content.view.rollUp != .communities else { return nil }
    switch content.view.kind {
    case .governance: return nil
    case .people: return "company"
    case .focus: return "entity"
    case .ecosystem:
      if content.nodes.contains(where: { $0.reference.kind == .function }) { return "company" }
      return ["kind", "region"].first { column in
        let values = content.nodes.compactMap {
          content.snapshot.value(of: column, for: $0.reference)
        }
        return Set(values).count > 1 && values.count * 2 > content.nodes.count
      }
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
          text: PictureText.clipped(title, to: 400, size: 13, isBold: true), size: 13, isBold: true,
          colour: theme.mutedText),
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

  /// The titles of the frames in the order of their first box.
  private var groupTitles: [String] {
    var seen: Set<String> = []
    return content.nodes.compactMap(\.group).filter { seen.insert($0).inserted }
  }

  private func box(for node: MapContent.Node, cluster: String?) -> Diagram.Node {
    let value = colourValue(of: node)
    let size =
      sizes?.fontSize(for: style.size.flatMap { values.number(of: $0, for: node) }) ?? 12
    let weight = emphasis?.weight(of: node.reference)
    let isFocus = isFocus(node)
    let hasText = !node.optionalLines.isEmpty || !node.lines.isEmpty || !node.balance.isEmpty
    let width = (node.reference.kind == .person ? 110.0 : hasText ? 170 : 140) * size / 12
    let isBold = hasText || isFocus || weight == .highlighted || node.reference.kind == .company
    let name = node.name.trimmed.isEmpty ? node.reference.rawID : node.name
    var lines = TextMetrics.wrap(name, width: width, size: size, isBold: isBold, lineLimit: 3)
      .map { Diagram.TextLine(text: $0, size: size, isBold: isBold, colour: theme.text) }
    lines += (node.optionalLines + node.lines).flatMap { line in
      TextMetrics.wrap(line, width: width + 20, size: 11, lineLimit: 2)
        .map { Diagram.TextLine(text: $0, size: 11, colour: theme.text) }
    }
    var box = Diagram.Node(
      key: keys[node.reference] ?? node.reference.description, title: name, cluster: cluster,
      shape: content.view.rollUp == .communities
        ? .roundedRectangle : Self.shape(of: node.reference.kind),
      fill: colours?.fill(of: value) ?? theme.fill,
      border: colours?.border(of: value) ?? theme.border, lines: lines,
      tooltip: ([name] + node.details).joined(separator: "\n"))
    box.borderWidth =
      borders.map { scale in
        scale.width(for: style.border.flatMap { values.number(of: $0, for: node) })
      } ?? (isFocus ? Self.focusBorder : 1)
    box.chips = chips(for: node, on: box.fill)
    box.url = node.url.flatMap(Self.safeURL)
    box.classes = [node.reference.kind.rawValue]
    switch weight {
    case .highlighted:
      box.border = theme.text
      box.borderWidth = max(box.borderWidth, Emphasis.border)
      box.classes.append("highlighted")
    case .faded: box.fade(in: theme)
    case .tied, nil: break
    }
    return box
  }

  /// The outline of what the map is about, in points.
  static let focusBorder = 3.0

  /// Whether a box is what the map is about.
  func isFocus(_ node: MapContent.Node) -> Bool {
    content.view.kind == .focus && content.view.focus == node.reference
  }

  /// What a box is coloured by, or `nil`.
  func colourValue(of node: MapContent.Node) -> String? {
    guard colourTable == nil || node.reference.kind == colourTable else { return nil }
    return colourColumn.flatMap { values.value(of: $0, for: node) }
  }

  private func chips(for node: MapContent.Node, on box: Colour) -> [Diagram.Chip] {
    let (shown, rest) = SeatScale.split(node.balance)
    func chip(_ name: String?, _ count: Int, fill: Colour) -> Diagram.Chip {
      let text = seats.text(for: name, count: count)
      // A light field on paper has nothing but its outline.
      let isLost = theme.name == .print || fill.contrast(to: box) < SeatScale.leastContrast
      return Diagram.Chip(
        text: text, fill: fill, textColour: name == nil ? theme.text : fill.readableText,
        width: seats.width(for: count), border: isLost ? theme.text : nil)
    }
    return shown.map { share in
      chip(share.name, share.count, fill: chipColours?.colour(of: share.name) ?? theme.border)
    } + (rest > 0 ? [chip(nil, rest, fill: theme.fill)] : [])
  }

  static func shape(of kind: EntityReference.Kind) -> Diagram.Shape {
    switch kind {
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
