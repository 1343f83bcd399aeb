import EcosystemModel

// What stands in and around the boxes: details, frames and labels.
extension MapContent {
  /// Leaves the optional lines out where the view wants names only, and counts the boxes that lose some.
  mutating func applyDetail() {
    guard view.detail == .names else { return }
    shortened = nodes.count { !$0.optionalLines.isEmpty }
    for position in nodes.indices { nodes[position].optionalLines = [] }
    if view.group == nil { dropFramesOfOne() }
  }

  /// On a crowded map a frame around a single box only takes room; the box's tooltip says what it says.
  private mutating func dropFramesOfOne() {
    let counts = Dictionary(nodes.compactMap(\.group).map { ($0, 1) }, uniquingKeysWith: +)
    for position in nodes.indices {
      guard let group = nodes[position].group, counts[group] == 1 else { continue }
      nodes[position].group = nil
      if !nodes[position].details.contains(group) { nodes[position].details.append(group) }
    }
  }

  /// Puts everything into the frame of its value in the view's column, before anything is folded.
  ///
  /// What has no value or several stands outside.
  mutating func frameByColumn() {
    guard let column = view.group else { return }
    let reading = ColumnReading(column, in: snapshot)
    for position in nodes.indices {
      let said = nodes[position].represented.map { reading.statements(about: $0) }
      let values = Set(said.joined().map(\.text))
      let isSaidOfAll = !said.contains(where: \.isEmpty)
      nodes[position].group = values.count == 1 && isSaidOfAll ? values.first : nil
    }
  }

  /// Writes the view's label column in place of names; what stands for several keeps its own.
  mutating func applyLabels() {
    guard let column = view.label else { return }
    let reading = ColumnReading(column, in: snapshot)
    for position in nodes.indices where nodes[position].members.isEmpty {
      let texts = reading.statements(about: nodes[position].reference).map(\.text).map { text in
        // Sums of money would be wider than names.
        guard reading.holdsAmounts, let number = Double(text), abs(number) >= 1e6 else {
          return text
        }
        return PictureText.ofScale(number)
      }
      var seen: Set<String> = []
      let values = texts.filter { seen.insert($0).inserted }
      guard !values.isEmpty else { continue }
      nodes[position].details.insert(nodes[position].name, at: 0)
      nodes[position].name =
        Array(values.prefix(3)).listed
        + (values.count > 3 ? " and \(values.count - 3) more" : "")
    }
  }
}
