import EcosystemModel
import GraphvizKit
import Insights

/// Alliances as named bubbles on axes, where at least one of them is of numbers.
struct PortfolioBubbles: Chart {
  static let kind = PortfolioGrid.kind
  static let name = "bubbles"
  static let meaning = "alliances on two axes, such as value and health, sized and coloured"

  let findings: PortfolioFindings
  let context: PictureContext

  init?(_ answer: PortfolioFindings, context: PictureContext) {
    guard answer.x?.isNumeric == true || answer.y?.isNumeric == true else { return nil }
    (findings, self.context) = (answer, context)
  }

  func laidOut() -> LaidOutDiagram {
    let looks = PortfolioLooks(findings, theme: context.theme)
    var sheet = ChartSheet(Self.kind, title: looks.title, legend: looks.legend, context: context)
    let frame = frame(in: sheet.room)
    let x = BubbleAxis(
      findings.x, findings.alliances.map(\.x), from: frame.x, to: frame.x + frame.width,
      isUpright: false)
    let y = BubbleAxis(
      findings.y, findings.alliances.map(\.y), from: frame.y, to: frame.y + frame.height,
      isUpright: true)
    x.drawAcross(frame, on: &sheet)
    y.drawUp(frame, on: &sheet)
    var field = BubbleField(
      frame: frame,
      bubbles: findings.alliances.map { entry in
        BubbleField.Bubble(
          entry: entry, x: x.place(of: entry.x), y: y.place(of: entry.y),
          diameter: looks.diameter(of: entry, most: largest),
          freedom: .init(
            x: x.freedom(of: entry.x), y: y.freedom(of: entry.y)))
      })
    field.part()
    let labels = field.labels { entry in
      (looks.isBelowTarget(entry) ? PortfolioLooks.mark : "") + entry.name
    }
    for bubble in field.bubbles {
      guard let place = bubble.place else { continue }
      sheet.rule(
        from: place, to: .init(x: bubble.x, y: bubble.y), colour: sheet.theme.text, width: 0.8)
    }
    for bubble in field.bubbles {
      let look = looks.look(of: bubble.entry)
      sheet.box(
        bubble.entry.name, bubble.frame, fill: look.fill, border: look.border, shape: .ellipse,
        tooltip: looks.tooltip(of: bubble.entry), class: "alliance",
        members: [
          looks.member(bubble.entry, shown: labels[bubble.entry.alliance]?.isWhole ?? false)
        ])
    }
    for bubble in field.bubbles {
      guard let label = labels[bubble.entry.alliance] else { continue }
      if let leader = label.leader {
        sheet.rule(from: leader.from, to: leader.to, colour: sheet.theme.line, width: 0.8)
      }
      for (line, text) in label.lines.enumerated() {
        sheet.write(
          text, x: label.frame.x,
          y: label.frame.y + ChartSheet.small * 0.9 + Double(line) * BubbleField.lineHeight,
          size: ChartSheet.small)
      }
    }
    let named = labels.values.count(where: \.isWhole)
    let isOff = field.bubbles.contains { $0.place != nil }
    let apart =
      field.movedCount > 0
      ? [
        "those at one place stand beside each other"
          + (isOff ? ", and a line leads from each to its place" : "")
      ] : []
    return sheet.finished(
      "axes", footer: context.footer(looks.footer(named: named, besides: apart), of: findings),
      summary: looks.summary)
  }

  /// The largest bubble: smaller the more there are.
  private var largest: Double {
    switch findings.allianceCount {
    case ...12: 46
    case ...30: 36
    case ...80: 26
    default: 18
    }
  }

  /// What axes and their words leave.
  private func frame(in room: ChartSheet.Point) -> ChartSheet.Rectangle {
    let left = findings.y?.isNumeric == false ? 112.0 : 58
    return .init(x: left, y: 20, width: room.x - left - 4, height: room.y - 20 - 36)
  }
}

/// One axis of a bubble picture: numbers on a scale or words in bands, with a band for what is not given.
struct BubbleAxis {
  private let field: PortfolioField?
  private let scale: ScaleAxis?
  private let bands: [String?]
  private let isUpright: Bool
  /// The ends of the scale, or of the bands, from low to high.
  private let start: Double
  private let end: Double
  /// The middle of the band of what is not given, beside a scale.
  private let missing: Double?

  private static let missingBand = 64.0
  /// What keeps bubbles off the ends of a scale.
  private static let padding = 20.0

  init(
    _ field: PortfolioField?, _ values: [PortfolioValue?], from low: Double, to high: Double,
    isUpright: Bool
  ) {
    self.field = field
    self.isUpright = isUpright
    let numbers = values.compactMap { $0?.number }
    guard let field, field.isNumeric, !numbers.isEmpty else {
      scale = nil
      missing = nil
      bands = (field?.words ?? []).map(Optional.some) + (values.contains { $0 == nil } ? [nil] : [])
      (start, end) = (low, high)
      return
    }
    scale = ScaleAxis(numbers, range: field.range, tickLimit: isUpright ? 7 : 9)
    bands = []
    let hasMissing = values.contains { $0 == nil }
    let band = isUpright ? 34.0 : Self.missingBand
    // Upwards is less on a sheet, and what is not given stands below or to the left.
    if isUpright {
      let bottom = high - (hasMissing ? band : 0)
      (start, end) = (bottom - Self.padding / 2, low + Self.padding)
      missing = hasMissing ? high - band / 2 : nil
    } else {
      let left = low + (hasMissing ? band : 0)
      (start, end) = (left + Self.padding / 2, high - Self.padding)
      missing = hasMissing ? low + band / 2 : nil
    }
  }

  /// Where a value stands.
  func place(of value: PortfolioValue?) -> Double {
    if let scale {
      guard let number = value?.number else { return missing ?? start }
      return start + scale.share(number) * (end - start)
    }
    let band = bands.firstIndex(of: value?.text) ?? 0
    return start + (Double(band) + 0.5) * bandWidth
  }

  /// How far a bubble may be moved to both sides without saying something else.
  func freedom(of value: PortfolioValue?) -> Double {
    scale == nil
      ? bandWidth / 2 - 4 : value?.number == nil ? (isUpright ? 12 : Self.missingBand / 2 - 6) : 0
  }

  private var bandWidth: Double { (end - start) / Double(max(bands.count, 1)) }

  private var title: String {
    guard let field else { return "" }
    return field.legendTitle
      + (scale?.isLogarithmic == true ? ", logarithmic" : "")
  }

  func drawAcross(_ frame: ChartSheet.Rectangle, on sheet: inout ChartSheet) {
    let bottom = frame.y + frame.height
    drawLine(.init(x: frame.x, y: bottom), .init(x: frame.x + frame.width, y: bottom), on: &sheet)
    for (x, text) in marks {
      sheet.rule(from: .init(x: x, y: frame.y), to: .init(x: x, y: bottom))
      sheet.write(
        text, x: x, y: bottom + 13, size: ChartSheet.small, colour: sheet.theme.mutedText, .middle)
    }
    for (middle, text) in words {
      sheet.write(
        PictureText.clipped(text, to: bandWidth - 6, size: ChartSheet.small), x: middle,
        y: bottom + 13, size: ChartSheet.small, .middle)
    }
    for x in borders { sheet.rule(from: .init(x: x, y: frame.y), to: .init(x: x, y: bottom)) }
    if let missing {
      sheet.write(
        PortfolioFindings.notGiven, x: missing, y: bottom + 13, size: ChartSheet.small, .middle)
      sheet.rule(
        from: .init(x: missing + Self.missingBand / 2, y: frame.y),
        to: .init(x: missing + Self.missingBand / 2, y: bottom), stroke: .dashed)
    }
    sheet.write(title, x: frame.x + frame.width, y: bottom + 29, isBold: true, .end)
  }

  func drawUp(_ frame: ChartSheet.Rectangle, on sheet: inout ChartSheet) {
    let bottom = frame.y + frame.height
    let right = frame.x + frame.width
    drawLine(.init(x: frame.x, y: frame.y), .init(x: frame.x, y: bottom), on: &sheet)
    for (y, text) in marks {
      sheet.rule(from: .init(x: frame.x, y: y), to: .init(x: right, y: y))
      sheet.write(
        text, x: frame.x - 6, y: y + 3.5, size: ChartSheet.small, colour: sheet.theme.mutedText,
        .end)
    }
    for (middle, text) in words {
      let lines = PictureText.lines(
        text, width: (frame.x - 10) / 1.03, size: ChartSheet.small,
        limit: bandWidth >= 24 ? 2 : 1)
      for (row, line) in lines.enumerated() {
        sheet.write(
          line, x: frame.x - 6, y: middle + 3.5 + (Double(row) - Double(lines.count - 1) / 2) * 11,
          size: ChartSheet.small, .end)
      }
    }
    for y in borders { sheet.rule(from: .init(x: frame.x, y: y), to: .init(x: right, y: y)) }
    if let missing {
      sheet.write(
        PortfolioFindings.notGiven, x: frame.x - 6, y: missing + 3.5, size: ChartSheet.small, .end)
      sheet.rule(
        from: .init(x: frame.x, y: missing - 17), to: .init(x: right, y: missing - 17),
        stroke: .dashed)
    }
    sheet.write(title, x: 0, y: 11, isBold: true)
  }

  private func drawLine(
    _ from: ChartSheet.Point, _ to: ChartSheet.Point, on sheet: inout ChartSheet
  ) {
    sheet.rule(from: from, to: to, colour: sheet.theme.border, width: 1)
  }

  private var marks: [(Double, String)] {
    guard let scale else { return [] }
    return scale.ticks.map { (start + scale.share($0) * (end - start), PictureText.ofScale($0)) }
  }

  private var words: [(Double, String)] {
    bands.enumerated().map { number, word in
      (start + (Double(number) + 0.5) * bandWidth, word ?? PortfolioFindings.notGiven)
    }
  }

  private var borders: [Double] {
    bands.count > 1 ? (1..<bands.count).map { start + Double($0) * bandWidth } : []
  }
}
