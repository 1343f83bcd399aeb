import EcosystemModel

/// Days from left to right, with ticks at the beginnings of quarters or years.
struct TimeAxis {
  /// A tick with what stands at it.
  struct Tick: Hashable {
    let date: CalendarDate
    let text: String
  }

  let ticks: [Tick]
  private let first: Double
  private let last: Double
  private let left: Double
  private let right: Double

  /// The days at its ends, counted from 1 January 1970.
  var days: ClosedRange<Double> { first...last }

  /// How long it is.
  var width: Double { right - left }

  /// An axis over some days, of which there is at least one.
  init(_ days: [CalendarDate], from left: Double, to right: Double) {
    let numbers = days.map { Double($0.dayNumber) }
    let start = numbers.min() ?? 0
    let end = numbers.max() ?? 0
    // Two quarters at least, so that one begins somewhere.
    let pad = max((end - start) * 0.02, (200 - (end - start)) / 2)
    (first, last) = (start - pad, end + pad)
    (self.left, self.right) = (left, right)
    let months = (last - first) / 30.44
    let most = max((right - left) / Self.tickWidth, 1)
    let step =
      Self.steps.first { months / Double($0) <= most } ?? Self.steps[Self.steps.count - 1] * 10
    ticks = Self.ticks(every: step, from: first, to: last)
  }

  private static let tickWidth = 52.0
  /// A quarter, half a year, and years.
  private static let steps = [3, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 3000, 6000]

  private static func ticks(every months: Int, from first: Double, to last: Double) -> [Tick] {
    // A year has 365.2425 days, and day 0 is the first of 1970.
    let startMonth = Int((first / 30.436875).rounded(.down)) + 1970 * 12 - 1
    var month = (startMonth / months) * months
    var ticks: [Tick] = []
    while ticks.count < 200 {
      let (year, rest) = (month / 12, month % 12)
      month += months
      guard let date = CalendarDate(year: year, month: rest + 1) else {
        guard year < 1 else { break }
        continue
      }
      let day = Double(date.dayNumber)
      if day > last { break }
      guard day >= first else { continue }
      ticks.append(Tick(date: date, text: months < 12 ? "Q\(rest / 3 + 1) \(year)" : "\(year)"))
    }
    return ticks
  }

  /// Where a day is.
  func x(_ date: CalendarDate) -> Double {
    left + (Double(date.dayNumber) - first) / (last - first) * (right - left)
  }
}
