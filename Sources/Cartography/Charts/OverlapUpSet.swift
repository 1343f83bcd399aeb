import EcosystemModel
import GraphvizKit
import Insights

/// How many people sit on exactly which committees: bars over a grid of dots.
///
/// Where there are too many combinations for one picture, those of one committee, which say nothing of overlap, and the
/// committees that share nobody go first.
///
/// ## References
/// A. Lex et al., “UpSet: visualization of intersecting sets”, *IEEE TVCG* 20(12), 2014,
/// [doi:10.1109/TVCG.2014.2346248](https://doi.org/10.1109/TVCG.2014.2346248).
struct OverlapUpSet: Chart {
  static let kind = OverlapHeatmap.kind
  static let name = "upset"
  static let meaning = "how many people sit on exactly which committees"

  let findings: OverlapFindings
  let context: PictureContext
  /// The combinations in their order, with the rows of their committees.
  private let columns: [Column]
  /// The positions of the committees that have a row.
  private let rows: [Int]

  private struct Column {
    var combination: OverlapCombinations.Combination
    var rows: [Int]
    var isSingle: Bool { rows.count == 1 }
  }

  /// More columns than this are too many for bars that one compares.
  private static let columnLimit = 26
  private static let sizeWidth = 90.0

  init?(_ answer: OverlapFindings, context: PictureContext) {
    let sets = answer.combinations
    guard !sets.bodies.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
    let several = sets.combinations.filter { $0.bodies.count > 1 }
    let isWhole = sets.combinationCount <= Self.columnLimit || several.isEmpty
    let shown = (isWhole ? sets.combinations : several).prefix(Self.columnLimit)
    let used = Set(shown.flatMap(\.bodies))
    let rows = isWhole ? Array(sets.bodies.indices) : used.sorted()
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element, $0.offset) })
    self.rows = rows
    columns = shown.map { Column(combination: $0, rows: $0.bodies.compactMap { places[$0] }) }
  }

  private var sets: OverlapCombinations { findings.combinations }

  /// Where rows and columns lie.
  private struct Grid {
    var left: Double
    var top: Double
    var pitch: Double
    var rowHeight: Double
    var nameSize: Double

    func middle(_ row: Int) -> Double { top + rowHeight * (Double(row) + 0.5) }
    func centre(_ column: Int) -> Double { left + pitch * (Double(column) + 0.5) }
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(Self.kind, title: title, legend: legend(theme), context: context)
    let room = sheet.room
    let isSmall = columns.count <= 8 && rows.count <= 8
    let rowHeight = min(isSmall ? 30 : 20, max(10.7, (room.y - 110) / Double(max(rows.count, 1))))
    let nameSize = min(isSmall ? 13 : ChartSheet.text, rowHeight - 1.2)
    let names = rows.map { PictureText.clipped(sets.bodies[$0].name, to: 200, size: nameSize) }
    let nameWidth = names.map { TextMetrics.width(of: $0, size: nameSize) }.max() ?? 0
    // Letters may turn out a little wider than measured, and must not touch the bars.
    let left = Self.sizeWidth + nameWidth * 1.03 + 20
    let barHeight = min(room.y - rowHeight * Double(rows.count) - 24, isSmall ? 220 : .infinity)
    let grid = Grid(
      left: left, top: barHeight + 18,
      pitch: min(isSmall ? 56 : 34, (room.x - left) / Double(max(columns.count, 1))),
      rowHeight: rowHeight, nameSize: nameSize)
    for row in rows.indices { drawRow(row, named: names[row], grid, on: &sheet) }
    for column in columns.indices {
      drawColumn(column, barHeight: barHeight, grid, on: &sheet)
    }
    let right = left + grid.pitch * Double(columns.count)
    sheet.rule(from: .init(x: left, y: barHeight), to: .init(x: right, y: barHeight))
    if isSmall, room.x - right > 180 {
      writeNames(
        at: right + 30, height: grid.top + rowHeight * Double(rows.count), on: &sheet)
    }
    return sheet.finished(
      "UpSet", footer: context.footer(footer, of: findings), summary: summary)
  }

  private func drawRow(_ row: Int, named name: String, _ grid: Grid, on sheet: inout ChartSheet) {
    let theme = sheet.theme
    let body = sets.bodies[rows[row]]
    let y = grid.middle(row)
    if row % 2 == 0 {
      sheet.area(
        .init(
          x: Self.sizeWidth + 6, y: y - grid.rowHeight / 2,
          width: grid.left - Self.sizeWidth - 6 + grid.pitch * Double(columns.count),
          height: grid.rowHeight), fill: theme.clusterFill)
    }
    let largest = Double(rows.map { sets.bodies[$0].size }.max() ?? 1)
    let width = (Self.sizeWidth - 30) * Double(body.size) / largest
    sheet.box(
      "\(body.name) members",
      .init(
        x: Self.sizeWidth - width, y: y - grid.rowHeight * 0.3, width: width,
        height: grid.rowHeight * 0.6), fill: theme.border,
      tooltip: "\(body.label)\n\(body.size) people", class: "committee")
    let baseline = y + grid.nameSize * 0.35
    sheet.write(
      "\(body.size)", x: Self.sizeWidth - width - 4, y: baseline, size: grid.nameSize, .end)
    sheet.write(name, x: grid.left - 8, y: baseline, size: grid.nameSize, .end)
  }

  private func drawColumn(
    _ number: Int, barHeight: Double, _ grid: Grid, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let column = columns[number]
    let count = column.combination.count
    let most = Double(columns.map(\.combination.count).max() ?? 1)
    let x = grid.centre(number)
    let height = max(1, (barHeight - 14) * Double(count) / most)
    let fill = column.isSingle ? theme.shade(0.6) : theme.strongShade
    sheet.box(
      "exactly \(names(column).joined(separator: " and "))",
      .init(
        x: x - grid.pitch * 0.34, y: barHeight - height, width: grid.pitch * 0.68, height: height),
      fill: fill, tooltip: tooltip(column), class: column.isSingle ? "single" : "combination")
    sheet.write("\(count)", x: x, y: barHeight - height - 3, size: ChartSheet.small, .middle)
    if let first = column.rows.first, let last = column.rows.last, first != last {
      sheet.rule(
        from: .init(x: x, y: grid.middle(first)), to: .init(x: x, y: grid.middle(last)),
        colour: fill, width: 2)
    }
    let diameter = min(grid.pitch * 0.55, grid.rowHeight * 0.72)
    for row in rows.indices {
      sheet.area(
        .init(
          x: x - diameter / 2, y: grid.middle(row) - diameter / 2, width: diameter,
          height: diameter),
        fill: column.rows.contains(row)
          ? fill : theme.clusterBorder.mixed(with: theme.background, share: 0.45), shape: .ellipse)
    }
  }

  /// Writes who is on several, as far as there is room, beside a small grid.
  private func writeNames(at x: Double, height: Double, on sheet: inout ChartSheet) {
    let width = sheet.room.x - x - 10
    let pitch = 13.0
    var y = 12.0
    for column in columns where !column.isSingle {
      guard y + 2 * pitch <= height else { return }
      sheet.write(
        PictureText.clipped(
          "On \(names(column).joined(separator: " and ")): \(column.combination.count)", to: width,
          size: ChartSheet.text, isBold: true), x: x, y: y, isBold: true)
      y += pitch + 1
      let people = column.combination.people
      let fitting = Int((height - y) / pitch)
      let isCut = column.combination.count > min(fitting, people.count)
      for name in people.prefix(isCut ? max(fitting - 1, 0) : people.count) {
        sheet.write(
          PictureText.clipped(name, to: width, size: ChartSheet.text), x: x, y: y)
        y += pitch
      }
      if isCut {
        sheet.write(
          "and \(column.combination.count - min(max(fitting - 1, 0), people.count)) more", x: x,
          y: y, colour: sheet.theme.mutedText)
        y += pitch
      }
      y += 8
    }
  }

  private func names(_ column: Column) -> [String] {
    column.combination.bodies.map { sets.bodies[$0].name }
  }

  private var title: String {
    if let pair = findings.pair {
      func share(_ share: Double, _ body: OverlapBody) -> String {
        "\(PictureText.percent(share)) of \(body.name)"
      }
      return
        "\(findings.title): \(Phrase.count(pair.shared, "person", "people")) on both, \(share(pair.shareOfFirst, pair.first)) and \(share(pair.shareOfSecond, pair.second))"
    }
    let answer = ": \(sets.severalCount) of \(sets.peopleCount) people on two or more"
    return findings.question.first == nil
      ? "Who sits on exactly which committees" + answer
      : findings.title + answer
  }

  private func tooltip(_ column: Column) -> String {
    let combination = column.combination
    let more = combination.count - combination.people.count
    return """
      \(Phrase.count(combination.count, "person", "people")) on exactly \
      \(names(column).listed)
      \(combination.people.listed)\(more > 0 ? " and \(more) more" : "")
      """
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    func box(_ fill: Colour, _ text: String, if isUsed: Bool) -> [LegendSection.Entry] {
      isUsed
        ? [.init(sample: .box(shape: .rectangle, fill: fill, border: fill), text: text)] : []
    }
    let hasSingles = columns.contains(where: \.isSingle)
    return [
      LegendSection(
        title: "Upright bars: people, each counted once",
        entries: box(theme.shade(0.6), "on one of them only", if: hasSingles)
          + box(
            theme.strongShade, "on all with a dot, on no other",
            if: columns.contains { !$0.isSingle })),
      LegendSection(
        title: "Bars at the names",
        entries: box(theme.border, "all members", if: true)),
    ]
  }

  private var footer: [String] {
    let people = columns.reduce(0) { $0 + $1.combination.count }
    let asked = findings.pair == nil ? " of \(sets.bodyCount)" : ""
    var parts = [
      "\(rows.count)\(asked) committees or kinds, \(people) of \(sets.peopleCount) people"
    ]
    if columns.count < sets.combinationCount {
      let isWhole = columns.contains(where: \.isSingle)
      parts.append(
        "\(columns.count) of \(sets.combinationCount) combinations"
          + (isWhole ? "" : "; people on one committee only are not drawn"))
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
