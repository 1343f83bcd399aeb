public import EcosystemModel

/// Where the data of a map comes from, for its footer.
public struct Provenance: Hashable, Sendable, Codable {
  /// The fingerprint of the data, or nothing.
  public var fingerprint: String?
  /// Rows that could not be read.
  public var rowsLeftOut: Int

  /// Names the data.
  public init(fingerprint: String? = nil, rowsLeftOut: Int = 0) {
    self.fingerprint = fingerprint
    self.rowsLeftOut = rowsLeftOut
  }

  /// What a footer says of the data.
  package var remarks: [String] {
    var remarks = rowsLeftOut > 0 ? ["\(rowsLeftOut) rows with errors left out"] : []
    if let fingerprint { remarks.append("data \(fingerprint.prefix(8))") }
    return remarks
  }
}

extension Diagram {
  /// Gives the content of a map its looks.
  ///
  /// - Parameters:
  ///   - content: What the map shows.
  ///   - ecosystem: What it was made of.
  ///   - style: What colours, sizes and widths follow.
  ///   - measures: The metrics that the style names; without them those names mean nothing.
  ///   - provenance: Where the data comes from.
  /// - Returns: The diagram, not yet laid out.
  /// - Complexity: O(*n*·log *n*) in the number of boxes and lines.
  public static func make(
    of content: MapContent, in ecosystem: Ecosystem, style: MapStyle = MapStyle(),
    measures: MapMeasures? = nil, provenance: Provenance = Provenance()
  ) -> Diagram {
    DiagramStyler(
      content: content, values: NodeValues(ecosystem: ecosystem, measures: measures), style: style
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
  let colours: ColourScale?
  let chipColours: ColourScale?
  let sizes: SizeScale?
  let borders: WidthScale?
  let widths: WidthScale?
  let lineValues: LineValues
  let emphasis: Emphasis?
  /// Names of the boxes in every output format, by entity.
  let keys: [EntityReference: String]

  init(content: MapContent, values: NodeValues, style: MapStyle) {
    let ecosystem = values.ecosystem
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

    let companyColours = Self.companyColours(in: ecosystem)
    let column = style.colour ?? Self.suitableColourColumn(for: content, in: ecosystem)
    colourColumn = column
    colours = column.flatMap { column in
      let found = content.nodes.compactMap { values.value(of: column, for: $0) }
      return found.isEmpty
        ? nil
        : ColourScale(
          title: values.title(of: column), values: found, theme: theme,
          fixed: column == "company" ? companyColours : [:],
          isMetric: values.reading(of: column) != nil)
    }
    let shares = content.nodes.flatMap { node in
      node.balance.flatMap { Array(repeating: $0.name, count: $0.count) }
    }
    chipColours =
      shares.isEmpty
      ? nil : ColourScale(title: "seats", values: shares, theme: theme, fixed: companyColours)
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

  /// Colours that the companies' own rows ask for, by name.
  private static func companyColours(in ecosystem: Ecosystem) -> [String: Colour] {
    Dictionary(
      ecosystem.companies.compactMap { company in
        (company.attributes["colour"] ?? company.attributes["color"]).flatMap { Colour($0) }
          .map { (company.name, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What colours the boxes when nobody says.
  private static func suitableColourColumn(
    for content: MapContent, in ecosystem: Ecosystem
  ) -> String? {
    // What a community is drawn around says nothing of the others in it.
    guard content.view.rollUp != .communities else { return nil }
    switch content.view.kind {
    case .governance: return nil
    case .people: return "company"
    case .focus: return "entity"
    case .overlap, .load, .escalation, .handoffs, .coverage, .firewall, .peers, .introductions:
      return nil
    case .ecosystem:
      if content.nodes.contains(where: { $0.reference.kind == .function }) { return "company" }
      return ["kind", "region"].first { column in
        let values = content.nodes.compactMap { ecosystem.value(of: column, for: $0.reference) }
        return Set(values).count > 1 && values.count * 2 > content.nodes.count
      }
    }
  }

  func diagram(_ provenance: Provenance) -> Diagram {
    var diagram = Diagram(
      kind: content.view.kind, title: content.title, footer: footer(provenance), summary: summary,
      theme: theme)
    let groups = groupTitles
    var clusterKeys = UniqueKeys()
    let frames = groups.map { title in
      Diagram.Cluster(
        key: clusterKeys.key("group-\(title)"),
        // A frame is as wide as its label at least, and one of thousands of letters would leave nothing else to see.
        label: Diagram.TextLine(
          text: ChartText.clipped(title, to: 400, size: 13, isBold: true), size: 13, isBold: true,
          colour: theme.mutedText),
        fill: theme.clusterFill, border: theme.clusterBorder)
    }
    diagram.clusters = frames
    let frameKeys = Dictionary(
      zip(groups, frames.map(\.key)), uniquingKeysWith: { first, _ in first })
    diagram.nodes = content.nodes.map { box(for: $0, cluster: $0.group.flatMap { frameKeys[$0] }) }
    diagram.edges = lines()
    diagram.legend = legend(for: diagram)
    return diagram
  }

  /// The titles of the frames in the order of their first box.
  private var groupTitles: [String] {
    var seen: Set<String> = []
    return content.nodes.compactMap(\.group).filter { seen.insert($0).inserted }
  }

  private func box(for node: MapContent.Node, cluster: String?) -> Diagram.Node {
    let value = colourColumn.flatMap { values.value(of: $0, for: node) }
    let size =
      sizes?.fontSize(for: style.size.flatMap { values.number(of: $0, for: node) }) ?? 12
    let weight = emphasis?.weight(of: node.reference)
    let isFocus = content.view.focus == node.reference && content.view.kind == .focus
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
      } ?? (isFocus ? 3 : 1)
    box.chips = chips(for: node)
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

  private func chips(for node: MapContent.Node) -> [Diagram.Chip] {
    let shown = node.balance.prefix(4)
    let rest = node.balance.dropFirst(4).reduce(0) { $0 + $1.count }
    var chips = shown.map { share in
      let fill = chipColours?.colour(of: share.name) ?? theme.border
      return Diagram.Chip(
        text: "\(Self.abbreviation(of: share.name)) \(share.count)", fill: fill,
        textColour: fill.readableText)
    }
    if rest > 0 {
      chips.append(.init(text: "others \(rest)", fill: theme.fill, textColour: theme.text))
    }
    return chips
  }

  /// A company's name short enough for a chip: whole up to 12 letters, else its first word, else cut.
  static func abbreviation(of name: String) -> String {
    guard name.count > 12 else { return name }
    let word = name.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? name
    return word.count <= 12 ? word : word.prefix(11) + "…"
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
