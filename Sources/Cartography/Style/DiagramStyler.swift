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
  /// - Complexity: O(*n*·log *n*) in the number of boxes and lines.
  public static func make(
    of content: MapContent, in ecosystem: Ecosystem, style: MapStyle = MapStyle(),
    provenance: Provenance = Provenance()
  ) -> Diagram {
    DiagramStyler(content: content, ecosystem: ecosystem, style: style).diagram(provenance)
  }
}

/// Turns entities and ties into boxes and lines.
struct DiagramStyler {
  let content: MapContent
  let ecosystem: Ecosystem
  let theme: Theme
  let colourColumn: String?
  let colours: ColourScale?
  let chipColours: ColourScale?
  let sizes: SizeScale?
  /// Names of the boxes in every output format, by entity.
  let keys: [EntityReference: String]

  init(content: MapContent, ecosystem: Ecosystem, style: MapStyle) {
    self.content = content
    self.ecosystem = ecosystem
    let theme = Theme.named(style.theme)
    self.theme = theme
    var uniqueKeys = UniqueKeys()
    keys = Dictionary(
      content.nodes.map { node in
        (node.reference, uniqueKeys.key("\(node.reference.kind.rawValue)-\(node.reference.rawID)"))
      }, uniquingKeysWith: { first, _ in first })

    let companyColours = Self.companyColours(in: ecosystem)
    let column = style.colour ?? Self.suitableColourColumn(for: content, in: ecosystem)
    colourColumn = column
    let values = column.map { column in
      content.nodes.compactMap { Self.value(of: column, for: $0, in: ecosystem) }
    }
    colours = values.flatMap { values in
      values.isEmpty
        ? nil
        : ColourScale(
          title: column ?? "", values: values, theme: theme,
          fixed: column == "company" ? companyColours : [:])
    }
    let shares = content.nodes.flatMap { node in
      node.balance.flatMap { Array(repeating: $0.name, count: $0.count) }
    }
    chipColours =
      shares.isEmpty
      ? nil : ColourScale(title: "seats", values: shares, theme: theme, fixed: companyColours)
    sizes = style.size.map { measure in
      SizeScale(
        measure: measure,
        values: content.nodes.compactMap {
          Self.value(of: measure, for: $0, in: ecosystem).flatMap(Double.init)
        })
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

  /// The value of a column or measure for a node; `ties`, `seats` and `members` count its ties.
  ///
  /// A box that stands for several has the value that all of them share.
  private static func value(
    of column: String, for node: MapContent.Node, in ecosystem: Ecosystem
  ) -> String? {
    switch ColumnName.normalized(column) {
    case "ties", "seats", "members", "degree": return String(node.tieCount)
    case "company" where node.reference.kind == .company && node.members.isEmpty: return node.name
    default: break
    }
    guard node.members.count > 1 else { return ecosystem.value(of: column, for: node.reference) }
    let values = Set(node.members.map { ecosystem.value(of: column, for: $0.reference) })
    return values.count == 1 ? values.first ?? nil : nil
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
        label: Diagram.TextLine(text: title, size: 13, isBold: true, colour: theme.mutedText),
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
    let value = colourColumn.flatMap { Self.value(of: $0, for: node, in: ecosystem) }
    let size =
      sizes?.fontSize(
        for: sizes.flatMap { Self.value(of: $0.measure, for: node, in: ecosystem) }) ?? 12
    let isFocus = content.view.focus == node.reference && content.view.kind == .focus
    let hasText = !node.optionalLines.isEmpty || !node.lines.isEmpty || !node.balance.isEmpty
    let width = (node.reference.kind == .person ? 110.0 : hasText ? 170 : 140) * size / 12
    let isBold = hasText || isFocus || node.reference.kind == .company
    let name = node.name.trimmed.isEmpty ? node.reference.rawID : node.name
    var lines = TextMetrics.wrap(name, width: width, size: size, isBold: isBold, lineLimit: 3)
      .map { Diagram.TextLine(text: $0, size: size, isBold: isBold, colour: theme.text) }
    lines += (node.optionalLines + node.lines).flatMap { line in
      TextMetrics.wrap(line, width: width + 20, size: 11, lineLimit: 2)
        .map { Diagram.TextLine(text: $0, size: 11, colour: theme.text) }
    }
    var box = Diagram.Node(
      key: keys[node.reference] ?? node.reference.description, title: name, cluster: cluster,
      shape: Self.shape(of: node.reference.kind), fill: colours?.fill(of: value) ?? theme.fill,
      border: colours?.border(of: value) ?? theme.border, lines: lines,
      tooltip: ([name] + node.details).joined(separator: "\n"))
    box.borderWidth = isFocus ? 3 : 1
    box.chips = chips(for: node)
    box.url = node.url.flatMap(Self.safeURL)
    box.classes = [node.reference.kind.rawValue]
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
