import EcosystemModel

extension Theme {
  /// How what is new, gone and changed is drawn: by colour and by stroke, for any colour vision and on paper.
  func ink(of mark: MapDifference.Mark) -> LineInk {
    let colours: [UInt32] =
      switch name {
      case .light: [0x0A5AA0, 0xD1370A, 0x32194F]
      case .dark: [0x7FD6FF, 0xF57C3A, 0xFFE066]
      case .print: [0x000000, 0x707070, 0x000000]
      }
    return switch mark {
    case .added: LineInk(colour: Colour(colours[0]), stroke: .solid)
    case .removed: LineInk(colour: Colour(colours[1]), stroke: .dashed)
    case .changed: LineInk(colour: Colour(colours[2]), stroke: .dotted)
    }
  }
}

extension DiagramStyler {
  /// Marks a box as new, gone or changed; what did not change steps back.
  func mark(_ box: inout Diagram.Node, of node: MapContent.Node) {
    if content.panel?.absent.contains(node.reference) ?? false {
      return box.classes.append(Diagram.absent)
    }
    guard let mark = node.mark else {
      // The first of several pictures is read by itself.
      if !(content.panel?.isFirst ?? false) { box.fade(in: theme) }
      return
    }
    let ink = theme.ink(of: mark)
    box.border = ink.colour
    box.borderWidth = 2.5
    box.stroke = ink.stroke
    box.fill = fill(of: mark)
    box.classes.append(mark.rawValue)
    box.tooltip = "\(mark.sign) \(mark.word)\n\(box.tooltip)"
    guard mark == .removed else { return }
    for position in box.lines.indices { box.lines[position].colour = theme.mutedText }
  }

  private func fill(of mark: MapDifference.Mark) -> Colour {
    mark == .removed
      ? theme.background : theme.background.mixed(with: theme.ink(of: mark).colour, share: 0.12)
  }

  /// Marks a line as new, gone or changed; what did not change steps back.
  ///
  /// - Parameters:
  ///   - edge: The line.
  ///   - tie: What it stands for.
  func mark(_ edge: inout Diagram.Edge, of tie: MapContent.Tie) {
    if content.panel?.lacks(tie) ?? false { return edge.classes.append(Diagram.absent) }
    guard let mark = tie.mark else {
      if !(content.panel?.isFirst ?? false) { edge.fade(in: theme) }
      edge.label = nil
      return
    }
    // A line comes and goes with its ends.
    let isEvident = content.isEvident(tie)
    let ink = theme.ink(of: mark)
    edge.colour = ink.colour
    edge.stroke = ink.stroke
    edge.width = max(edge.width, 2)
    let sign = isEvident ? nil : mark.sign
    let text = [sign, edge.label?.text].compactMap { $0 }.joined(separator: " ")
    edge.label =
      text.isEmpty
      ? nil : Diagram.TextLine(text: text, size: 12, isBold: true, colour: ink.colour)
    edge.classes.append(mark.rawValue)
    edge.tooltip = "\(mark.sign) \(mark.word)\n\(edge.tooltip)"
  }

  /// What the marks mean, and how many there are of each.
  func differenceSection(_ difference: MapDifference) -> LegendSection {
    var section = LegendSection(
      title: "From \(difference.first) to \(difference.second)", entries: [])
    if difference.states.count > 2 {
      section.title = "Since the picture before"
      let used = content.stages.flatMap { $0.nodes.values.map(\.mark) + $0.ties.map(\.mark) }
      section.entries = MapDifference.Mark.allCases.filter { used.contains($0) }.map { mark in
        let ink = theme.ink(of: mark)
        return .init(
          sample: .line(width: 2.5, colour: ink.colour, stroke: ink.stroke, arrow: .none),
          text: "\(mark.sign) \(mark.word)")
      }
    }
    for mark in MapDifference.Mark.allCases where difference.states.count == 2 {
      let kinds = EntityReference.Kind.allCases.compactMap { kind -> String? in
        let count = content.nodes.count { $0.mark == mark && $0.reference.kind == kind }
        return count == 0 ? nil : kind.counted(count)
      }
      let lines = content.ties.count { $0.mark == mark }
      let ink = theme.ink(of: mark)
      section.entries += kinds.map { count in
        .init(
          sample: .box(
            shape: .roundedRectangle, fill: fill(of: mark), border: ink.colour, borderWidth: 2.5,
            stroke: ink.stroke), text: "\(mark.sign) \(count) \(mark.word)")
      }
      if lines > 0 {
        section.entries.append(
          .init(
            sample: .line(width: 2.5, colour: ink.colour, stroke: ink.stroke, arrow: .none),
            text: "\(mark.sign) \(content.links.counted(lines)) \(mark.word)"))
      }
    }
    if content.nodes.contains(where: { $0.mark == nil }) {
      section.entries.append(
        .init(
          sample: .box(
            shape: .roundedRectangle, fill: theme.faded(theme.fill),
            border: theme.faded(theme.border), borderWidth: Emphasis.fadedBorder),
          text: "unchanged"))
    }
    return section
  }

  /// The marked boxes by name, for a reader who cannot see them.
  var differenceSentences: [String] {
    guard content.view.difference != nil else { return [] }
    return MapDifference.Mark.allCases.compactMap { mark in
      let names = content.nodes.filter { $0.mark == mark }.map(\.name)
      return names.isEmpty
        ? nil
        : "\(mark.word.prefix(1).uppercased())\(mark.word.dropFirst()): \(Phrase.list(names, limit: 40, joint: nil))."
    }
  }
}
