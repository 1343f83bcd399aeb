import Insights

/// How many people sit on exactly which committees: bars over a grid of dots.
///
/// ## References
/// A. Lex et al., “UpSet: visualization of intersecting sets”, *IEEE TVCG* 20(12), 2014,
/// [doi:10.1109/TVCG.2014.2346248](https://doi.org/10.1109/TVCG.2014.2346248).
struct OverlapUpSet {
  let findings: OverlapFindings
  let context: PictureContext

  private var sets: OverlapCombinations { findings.combinations }

  func laidOut() -> LaidOutDiagram {
    let theme = Theme.named(context.theme)
    var sheet = ChartSheet(
      .overlap, title: title, legend: legend(theme), context: context)
    let room = sheet.room
    let rowHeight = min(20, max(10.7, (room.y - 110) / Double(sets.bodies.count)))
    let nameSize = min(ChartSheet.text, rowHeight - 1.2)
    let names = sets.bodies.map { body in
      ChartText.clipped(body.name, to: 200, size: nameSize)
    }
    let nameWidth = names.map { TextMetrics.width(of: $0, size: nameSize) }.max() ?? 0
    let sizeWidth = 90.0
    let left = sizeWidth + nameWidth + 16
    let slots = Int((room.x - left) / 17)
    let shown = Array(sets.combinations.prefix(min(slots, OverlapCombinations.combinationLimit)))
    let pitch = min(34, (room.x - left) / Double(max(shown.count, 1)))
    let barHeight = room.y - rowHeight * Double(sets.bodies.count) - 24
    let most = Double(shown.map(\.count).max() ?? 1)
    let gridTop = barHeight + 18
    func middle(_ row: Int) -> Double { gridTop + rowHeight * (Double(row) + 0.5) }

    let largest = Double(sets.bodies.map(\.size).max() ?? 1)
    for (row, body) in sets.bodies.enumerated() {
      let y = middle(row)
      if row % 2 == 0 {
        sheet.area(
          .init(
            x: sizeWidth + 6, y: y - rowHeight / 2,
            width: left - sizeWidth - 6 + pitch * Double(shown.count), height: rowHeight),
          fill: theme.clusterFill)
      }
      let width = (sizeWidth - 30) * Double(body.size) / largest
      sheet.box(
        "\(body.name) members",
        .init(x: sizeWidth - width, y: y - rowHeight * 0.3, width: width, height: rowHeight * 0.6),
        fill: theme.border, tooltip: "\(body.label)\n\(body.size) people", class: "committee")
      sheet.write(
        "\(body.size)", x: sizeWidth - width - 4, y: y + nameSize * 0.35, size: nameSize, .end)
      sheet.write(names[row], x: left - 8, y: y + nameSize * 0.35, size: nameSize, .end)
    }
    let diameter = min(pitch * 0.55, rowHeight * 0.72)
    for (column, combination) in shown.enumerated() {
      let x = left + pitch * (Double(column) + 0.5)
      let height = max(1, (barHeight - 14) * Double(combination.count) / most)
      let isSingle = combination.bodies.count == 1
      let fill = isSingle ? theme.border : theme.category(0)
      sheet.box(
        "exactly \(combination.bodies.map { sets.bodies[$0].name }.joined(separator: " and "))",
        .init(
          x: x - pitch * 0.34, y: barHeight - height, width: pitch * 0.68, height: height),
        fill: fill, tooltip: tooltip(combination), class: isSingle ? "single" : "combination")
      sheet.write(
        "\(combination.count)", x: x, y: barHeight - height - 3, size: ChartSheet.small, .middle)
      if let first = combination.bodies.first, let last = combination.bodies.last, first != last {
        sheet.rule(
          from: .init(x: x, y: middle(first)), to: .init(x: x, y: middle(last)), colour: fill,
          width: 2)
      }
      for row in sets.bodies.indices {
        let isIn = combination.bodies.contains(row)
        sheet.area(
          .init(
            x: x - diameter / 2, y: middle(row) - diameter / 2, width: diameter, height: diameter),
          fill: isIn ? fill : theme.clusterBorder.mixed(with: theme.background, share: 0.45),
          shape: .ellipse)
      }
    }
    sheet.rule(
      from: .init(x: left, y: barHeight),
      to: .init(x: left + pitch * Double(shown.count), y: barHeight))
    return sheet.finished(
      "UpSet", footer: context.footer(footer(shown.count), of: findings), summary: summary)
  }

  private var title: String {
    let several = sets.combinations.filter { $0.bodies.count > 1 }.reduce(0) { $0 + $1.count }
    let all = sets.combinations.reduce(0) { $0 + $1.count }
    let answer =
      sets.combinations.count == sets.combinationCount
      ? ": \(several) of \(all) people on two or more" : ""
    return findings.pair == nil && findings.question.first == nil
      ? "Who sits on exactly which committees" + answer
      : findings.title + answer
  }

  private func tooltip(_ combination: OverlapCombinations.Combination) -> String {
    let more = combination.count - combination.people.count
    return """
      \(ChartText.count(combination.count, "person", "people")) on exactly \
      \(combination.bodies.map { sets.bodies[$0].name }.joined(separator: ", "))
      \(combination.people.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "")
      """
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    func box(_ fill: Colour, _ text: String, _ shape: Diagram.Shape = .rectangle)
      -> LegendSection.Entry
    { .init(sample: .box(shape: shape, fill: fill, border: fill), text: text) }
    return [
      LegendSection(
        title: "Bars: people, each counted once",
        entries: [
          box(theme.border, "on one committee only"),
          box(theme.category(0), "on exactly those with a dot"),
        ])
    ]
  }

  private func footer(_ shown: Int) -> [String] {
    let people = sets.combinations.prefix(shown).reduce(0) { $0 + $1.count }
    var parts = ["\(sets.bodies.count) of \(sets.bodyCount) committees or kinds, \(people) people"]
    if shown < sets.combinationCount {
      parts.append("\(shown) of \(sets.combinationCount) combinations, those of most people")
    }
    return parts + findings.leftOut
  }

  private var summary: String {
    let several = sets.combinations.filter { $0.bodies.count > 1 }
    let largest = several.prefix(3).map { combination in
      "\(combination.count) on \(combination.bodies.map { sets.bodies[$0].name }.joined(separator: " and "))"
    }
    return
      "\(title). \(sets.combinationCount) combinations of \(sets.bodies.count) committees."
      + (largest.isEmpty
        ? " Nobody sits on two." : " Largest: \(largest.joined(separator: "; ")).")
  }
}
