import GraphvizKit
import Insights

// The figures of the bars, for programs that have charts of their own.
extension LoadBars {
  /// How spreadsheets write the length of a field.
  var format: String { isHours ? "0.#\" h\"" : "General" }

  static func series(of duty: PersonLoad.DutyKind?, _ number: Int) -> String {
    duty?.rawValue ?? "seat \(number + 1)"
  }

  /// Begins the series of the figures in the order of fields: seats, then the other duties.
  func declareSeries(for bars: [Bar], on sheet: inout ChartSheet) {
    let theme = sheet.theme
    let duties = bars.map { $0.parts.map(\.duty) }
    let seats = duties.map { $0.count { $0 == nil } }.max() ?? 0
    let used = Set(duties.joined())
    let fields =
      (0..<seats).map { (duty: PersonLoad.DutyKind?.none, number: $0) }
      + PersonLoad.DutyKind.allCases.filter(used.contains).map { (duty: $0, number: 0) }
    for field in fields {
      sheet.bars?.series(
        Self.series(of: field.duty, field.number), fill: Self.colour(of: field.duty, theme),
        border: theme.background, format: format)
    }
  }

  /// Whether the hours can stand in the middle of a field, beside the mark of the limit.
  func hasRoom(_ part: Part, _ x: Double, _ width: Double, _ mark: Double?) -> Bool {
    let letters = TextMetrics.width(
      of: "\(PictureText.number(part.amount)) h", size: ChartSheet.small)
    let distance = mark.map { abs($0 - x - width / 2) } ?? .infinity
    return letters + 4 <= width && distance > letters / 2 + Self.halfMark + 1
  }
}
