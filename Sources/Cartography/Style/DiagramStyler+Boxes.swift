import EcosystemModel

extension DiagramStyler {
  /// The box of an entity, or of several.
  func box(for node: MapContent.Node, cluster: String?) -> Diagram.Node {
    let value = colourValue(of: node)
    let isLandscape = content.view.kind == .landscape
    let measure =
      sizes == nil || node.isCentre ? nil : style.size.flatMap { values.number(of: $0, for: node) }
    let size = isLandscape ? ChipText.letters : sizes?.fontSize(for: measure) ?? 12
    let level = emphasis?.level(of: node.reference)
    let isFocus = isFocus(node)
    let hasText = !node.optionalLines.isEmpty || !node.lines.isEmpty || !node.balance.isEmpty
    // Where names are all that is said, shapes are narrow rather than low.
    let brief = content.view.detail == .names ? 20.0 : 0
    let wide = content.isChain ? 320.0 : 170
    let usual = node.reference.kind == .person ? 110 : (hasText ? wide : 140) - brief
    let width =
      (content.view.kind == .reporting ? 130 - brief : usual) * size / 12
    let isBold = hasText || isFocus || level == .highlighted || node.reference.kind == .company
    let name = node.name.trimmed.isEmpty ? node.reference.rawID : node.name
    let lines = texts(of: node, name: name, width: width, size: size, isBold: isBold)
    var box = Diagram.Node(
      key: keys[node.reference] ?? node.reference.description, title: name, cluster: cluster,
      shape: content.view.rollUp == .communities
        ? .roundedRectangle : shape(of: node.reference.kind),
      fill: colours?.fill(of: value) ?? theme.fill,
      border: colours?.border(of: value) ?? theme.border, lines: lines,
      tooltip: ([name] + node.details + encoded(node)).joined(separator: "\n"))
    box.borderWidth =
      borders.map { scale in
        scale.width(for: style.border.flatMap { values.number(of: $0, for: node) })
      } ?? (isFocus ? Self.focusBorder : 1)
    if let stroke = colours?.stroke(of: value) {
      box.stroke = stroke
      box.borderWidth = max(box.borderWidth, ColourScale.outline)
    }
    box.chips =
      isLandscape ? bar(for: measure, on: box) : chips(for: node, on: box.fill) + fields(of: node)
    box.url = node.url.flatMap(Self.safeURL)
    let shown = lines.map(\.text).joined(separator: " ")
    box.members = node.everyone.map { member in
      .init(
        key: member.reference.description, name: member.name, shown: shown.contains(member.name))
    }
    if box.members?.count == 1, let short = content.abbreviations?.shortened(name) {
      box.members?[0].text = short
    }
    box.classes = [node.reference.kind.rawValue] + (node.isCentre ? [Diagram.Node.centre] : [])
    switch level {
    case .highlighted:
      box.border = theme.text
      box.borderWidth = max(box.borderWidth, Emphasis.border)
      box.classes.append("highlighted")
    case .faded: box.fade(in: theme)
    case .tied, nil: break
    }
    if content.view.difference != nil { mark(&box, of: node) }
    return box
  }

  /// The name of a box, and what is said below it.
  private func texts(
    of node: MapContent.Node, name: String, width: Double, size: Double, isBold: Bool
  ) -> [Diagram.TextLine] {
    let sign = node.mark.map { "\($0.sign) " } ?? ""
    // A name of a list takes one line, where that is not very long.
    let isList = node.members.count > 1 || !node.folded.isEmpty
    let widest = node.lines.map { TextMetrics.width(of: $0, size: smallSize) }.max() ?? 0
    let listed = max(width + 20, isList ? min(widest, Self.widestList) : 0)
    func wrapped(_ name: String) -> [String] {
      TextMetrics.wrap(
        sign + name, width: isList ? listed - 20 : width, size: size, isBold: isBold,
        lineLimit: content.nodes.count <= Self.fewNames ? 6 : 3)
    }
    var title = wrapped(name)
    if title.last?.hasSuffix("…") ?? false { title = wrapped(twins.telling(name)) }
    let rest = (node.optionalLines + node.lines).flatMap { line in
      TextMetrics.wrap(line, width: listed, size: smallSize, lineLimit: 2)
    }
    return title.map { .init(text: $0, size: size, isBold: isBold, colour: theme.text) }
      + rest.map { .init(text: $0, size: smallSize, colour: theme.text) }
  }

  /// A bar as long as a number says, in hundredths of the chip, and the number.
  private func bar(for measure: Double?, on box: Diagram.Node) -> [Diagram.Chip] {
    guard let sizes, let measure else { return [] }
    let text = PictureText.ofScale(measure)
    return [
      Diagram.Chip(
        text: "", fill: theme.name == .print ? theme.mutedText : box.border,
        textColour: theme.text, width: 100 * sizes.share(of: measure)),
      Diagram.Chip(
        text: text, fill: box.fill, textColour: theme.text,
        width: (TextMetrics.width(of: text, size: Diagram.Chip.letters) + 4).rounded(.up)),
    ]
  }

  /// The letters of what is said beside names: smaller, unless that would make all letters of a full map larger than they have to be.
  var smallSize: Double { content.view.detail == .names ? 12 : 11 }

  /// Names of so few take as many lines as they need.
  private static let fewNames = 12

  /// The longest line of a list, in points.
  private static let widestList = 230.0

  /// The outline of what the map is about, in points.
  static let focusBorder = 3.0

  /// Whether a box is what the map is about.
  func isFocus(_ node: MapContent.Node) -> Bool {
    [.focus, .reporting].contains(content.view.kind)
      && content.view.focus == node.reference
  }

  /// What the style and the view show of a box, in words: `region: Japan 3, Europe 2`.
  private func encoded(_ node: MapContent.Node) -> [String] {
    var seen: Set<String> = []
    let asked = [style.colour, style.size, style.border, content.view.group, content.view.label]
    return asked.compactMap { $0 }.filter { seen.insert($0).inserted }.compactMap { column in
      let title = values.title(of: column, on: [node])
      let shares = values.shares(of: column, for: node)
      let isShaded = column == style.colour && colours?.isShaded == true
      let isFigure = isShaded || [style.size, style.border].contains(column)
      let words =
        values.isComputed(column) || (isFigure && shares.only == nil)
        ? values.number(of: column, for: node).map(PictureText.ofScale) : nil
      let text = words ?? shares.words
      return text.isEmpty ? nil : "\(title): \(text)"
    }
  }

  private func chips(for node: MapContent.Node, on box: Colour) -> [Diagram.Chip] {
    let (shown, rest) = SeatScale.split(node.balance)
    let fields =
      shown.map { share in
        let fill = chipColours?.colour(of: share.name) ?? theme.border
        return (count: share.count, fill: fill, ink: fill.readableText)
      } + (rest > 0 ? [(count: rest, fill: theme.fill, ink: theme.text)] : [])
    return zip(fields, seats.texts(for: node.balance)).map { field, text in
      // A light field on paper has nothing but its outline.
      let isLost =
        theme.name == .print || field.fill.contrast(to: box) < SeatScale.leastContrast
      return Diagram.Chip(
        text: text, fill: field.fill, textColour: field.ink, width: seats.width(for: field.count),
        border: isLost ? theme.text : nil)
    }
  }
}
