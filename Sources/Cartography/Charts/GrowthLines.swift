import EcosystemModel
import GraphvizKit
import Insights

/// How many there are of everything over several states, a line for each table, with what came and went in between.
struct GrowthLines: Chart {
  static let kind = ChartKind(rawValue: "growth")
  static let name = "lines"
  static let meaning = "how many there are over time, table by table, with what came and went"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "how many there are over time, with what came and went",
    tables: EcosystemGrowth.tables
  ) { _, snapshot throws(InsightError) in
    let days = try days(of: snapshot)
    return EcosystemGrowth(
      of: days.map { .init(snapshot.on($0), called: $0.words) }, isSameDataset: true)
  }

  let findings: EcosystemGrowth
  let context: PictureContext
  private let strips: [TableName]

  init?(_ answer: EcosystemGrowth, context: PictureContext) {
    let moving = answer.moving
    guard !moving.isEmpty else { return nil }
    (findings, self.context) = (answer, context)
    strips = moving.count > Self.most ? Self.telling(moving, answer) : moving
  }

  /// The most lines on a slide.
  private static let most = 9
  /// The most days of a view.
  private static let mostDays = 16

  /// The tables where most happened, in their order.
  private static func telling(_ tables: [TableName], _ answer: EcosystemGrowth) -> [TableName] {
    let ranked = tables.enumerated().sorted { left, right in
      func moves(_ table: TableName) -> Int {
        answer.states.reduce(0) { sum, state in
          sum + (state[table].map { $0.came + $0.went } ?? 0)
        }
      }
      return (-moves(left.element), left.offset) < (-moves(right.element), right.offset)
    }
    let kept = Set(ranked.prefix(most).map(\.element))
    return tables.filter(kept.contains)
  }

  /// The days on which something comes or goes, up to that of the snapshot; of many some, evenly.
  private static func days(of snapshot: Snapshot) throws(InsightError) -> [CalendarDate] {
    let days = EcosystemGrowth.days(of: snapshot, most: mostDays)
    guard days.count > 1 else {
      throw InsightError(
        .missingData, "Growth over time needs rows with dates; fill in since and until.")
    }
    return days
  }

  func laidOut() -> LaidOutDiagram {
    var sheet = ChartSheet(
      Self.kind, title: title, legend: [], context: context, preference: .large)
    let columns = strips.count > 4 ? 3 : strips.count > 1 ? 2 : 1
    let rows = (strips.count + columns - 1) / columns
    let gap = 30.0
    let width = (sheet.room.x - Double(columns - 1) * gap) / Double(columns)
    let height = (sheet.room.y - Double(rows - 1) * 18) / Double(rows)
    for (number, table) in strips.enumerated() {
      let frame = ChartSheet.Rectangle(
        x: Double(number % columns) * (width + gap), y: Double(number / columns) * (height + 18),
        width: width, height: height)
      draw(table, in: frame, on: &sheet)
    }
    return sheet.finished(
      Self.name, footer: context.footer(footer, of: findings),
      summary: "\(title). \(findings.summary.joined(separator: " "))")
  }

  private var title: String {
    let telling = strips.map { table in
      let counts = findings.states.map { $0[table]?.count ?? 0 }
      let (first, last) = (counts.first ?? 0, counts.last ?? 0)
      return first == last
        ? Phrase.count(last, table.noun.one, table.noun.many)
        : "\(first) → \(Phrase.count(last, table.noun.one, table.noun.many))"
    }
    return
      "From \(findings.states.first?.name ?? "") to \(findings.states.last?.name ?? ""): \(telling.prefix(3).joined(separator: ", "))"
  }

  /// Where the states stand: by their days, where all have one, else evenly.
  private func places(from left: Double, to right: Double) -> [Double] {
    let days = findings.states.compactMap { $0.date?.dayNumber }
    let count = findings.states.count
    guard days.count == count, let first = days.min(), let last = days.max(), last > first,
      days == days.sorted()
    else {
      return (0..<count).map { left + (right - left) * Double($0) / Double(max(count - 1, 1)) }
    }
    return days.map { left + (right - left) * Double($0 - first) / Double(last - first) }
  }

  private func draw(
    _ table: TableName, in frame: ChartSheet.Rectangle, on sheet: inout ChartSheet
  ) {
    let theme = sheet.theme
    let counts = findings.states.map { $0[table] }
    let numbers = counts.map { $0?.count ?? 0 }
    let noun = table.noun.many
    sheet.write(
      noun.prefix(1).uppercased() + noun.dropFirst(), x: frame.x, y: frame.y + 11, isBold: true)
    let (left, right) = (frame.x + 10, frame.x + frame.width - 14)
    let (top, bottom) = (frame.y + 34, frame.y + frame.height - 30)
    let most = Double(max(numbers.max() ?? 1, 1))
    func y(_ number: Int) -> Double { bottom - (bottom - top) * Double(number) / most }
    let xs = places(from: left, to: right)
    sheet.rule(from: .init(x: frame.x, y: bottom), to: .init(x: frame.x + frame.width, y: bottom))
    let keys = xs.indices.map { number in
      sheet.box(
        "\(noun) \(findings.states[number].name)",
        .init(x: xs[number] - 3.5, y: y(numbers[number]) - 3.5, width: 7, height: 7),
        fill: theme.ink, border: theme.ink, shape: .ellipse, tooltip: tooltip(table, number),
        class: "state")
    }
    // What is counted changes on the day itself, not little by little before it.
    for number in xs.indices.dropFirst() {
      let corner = ChartSheet.Point(x: xs[number], y: y(numbers[number - 1]))
      sheet.line(
        from: keys[number - 1], to: keys[number],
        over: [.init(x: xs[number - 1], y: corner.y)]
          + (numbers[number] == numbers[number - 1] ? [] : [corner])
          + [.init(x: xs[number], y: y(numbers[number]))], colour: theme.ink, width: 2,
        tooltip: tooltip(table, number), class: "growth")
    }
    label(numbers, counts, at: xs, y, bottom: bottom, on: &sheet)
  }

  /// Writes numbers where they change, beside the line, what came and went below it, and the states below that, as far as there is room.
  private func label(
    _ numbers: [Int], _ counts: [EcosystemGrowth.Count?], at xs: [Double], _ y: (Int) -> Double,
    bottom: Double, on sheet: inout ChartSheet
  ) {
    let (size, muted) = (ChartSheet.small, sheet.theme.mutedText)
    // The last one says most, and then the first.
    let order = [xs.count - 1, 0] + xs.indices.dropFirst().dropLast()
    var taken: [[ClosedRange<Double>]] = [[], [], []]
    func write(
      _ text: String, at number: Int, y: Double, row: Int, shift: Double = 0, isBold: Bool = false,
      colour: Colour?
    ) {
      let width = TextMetrics.width(of: text, size: size, isBold: isBold)
      let isFirst = number == 0 && row == 2
      let isLast = number == xs.count - 1 && row == 2
      let place = xs[number] + shift
      let start = isFirst ? place - 10 : isLast ? place + 14 - width : place - width / 2
      let span = (start - 4)...(start + width + 4)
      guard !taken[row].contains(where: { $0.overlaps(span) }) else { return }
      taken[row].append(span)
      sheet.write(text, x: start, y: y, size: size, isBold: isBold, colour: colour)
    }
    for number in order {
      let isNew = number == 0 || numbers[number] != numbers[number - 1]
      // The line comes down to a lower number from above, which therefore stands below it.
      let isFall = number > 0 && numbers[number] < numbers[number - 1]
      if isNew || number == xs.count - 1 {
        let below = y(numbers[number]) + 13
        // Below the ground is what came and went.
        let isBelow = isFall && below < bottom
        write(
          "\(numbers[number])", at: number, y: isBelow ? below : y(numbers[number]) - 7, row: 0,
          shift: isFall && !isBelow ? 10 : 0, isBold: true, colour: nil)
      }
      write(findings.states[number].name, at: number, y: bottom + 24, row: 2, colour: muted)
      guard let count = counts[number], count.came + count.went > 0 else { continue }
      let words = [
        count.came > 0 ? "+\(count.came)" : nil, count.went > 0 ? "–\(count.went)" : nil,
      ]
      write(
        words.compactMap { $0 }.joined(separator: " "), at: number, y: bottom + 12, row: 1,
        colour: muted)
    }
  }

  private func tooltip(_ table: TableName, _ number: Int) -> String {
    let state = findings.states[number]
    let count = state[table]?.count ?? 0
    let moves = state.moves.filter { $0.table == table }
    func names(_ way: EcosystemGrowth.Move.Way) -> String? {
      let names = moves.filter { $0.way == way }.map(\.name)
      return names.isEmpty ? nil : "\(way.rawValue): \(Phrase.list(names, limit: 8))"
    }
    return
      (["\(state.name): \(Phrase.count(count, table.noun.one, table.noun.many))"]
      + [names(.came), names(.went)].compactMap { $0 }).joined(separator: "\n")
  }

  private var footer: [String] {
    let still = findings.present.filter { !findings.moving.contains($0) }
    let left = findings.moving.count - strips.count
    return [
      "below each line: what came (+) and went (–) since the state before",
      still.isEmpty
        ? ""
        : "unchanged: \(Phrase.list(still.map { Phrase.count(findings.states.last?[$0]?.count ?? 0, $0.noun.one, $0.noun.many) }, limit: 6))",
      left > 0 ? "\(Phrase.count(left, "table")) where less happened left out" : "",
    ]
  }
}
