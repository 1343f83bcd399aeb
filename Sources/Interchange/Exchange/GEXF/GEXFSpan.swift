import Containers
import EcosystemModel

/// From when to when a node or edge of a GEXF file is there.
struct GEXFSpan {
  /// The fields that say so: `since` and `until` where they are days, `start` and `end` where they are something else.
  private(set) var fields: [ExchangeGraph.Field] = []
  /// What is no day.
  private(set) var others: [String] = []

  /// Takes the span of an element: the whole of its spells, which stand beside it where there are several.
  init(of element: Markup) {
    let spells =
      (element.first("spells")?.children(named: "spell") ?? [])
      + (element.first("slices")?.children(named: "slice") ?? [])
    if spells.count > 1 {
      let texts = spells.map { "\(Self.start(of: $0) ?? "")/\(Self.end(of: $0) ?? "")" }
      fields.append(.init(name: "spells", value: .list(texts)))
    }
    var starts: [CalendarDate] = []
    var ends: [CalendarDate] = []
    var isOpen = false
    for span in spells.isEmpty ? [element] : spells + [element] {
      add(Self.start(of: span), "start", to: &starts) { Self.firstDay(of: $0) }
      let isExclusive = span["endopen"] != nil
      add(Self.end(of: span), "end", to: &ends) { text in
        isExclusive ? Self.firstDay(of: text) : Self.dayAfter(text)
      }
      isOpen = isOpen || Self.end(of: span) == nil && span.name != element.name
    }
    if let start = starts.min() { fields.append(.init(name: "since", value: .date(start))) }
    // A spell without an end lasts.
    if let end = ends.max(), !isOpen { fields.append(.init(name: "until", value: .date(end))) }
    for name in ["timestamp", "timestamps", "intervals"] {
      guard let text = element[name], !text.isEmpty else { continue }
      fields.append(.init(name: name, value: .text(text)))
    }
  }

  private static func start(of span: Markup) -> String? { span["start"] ?? span["startopen"] }
  private static func end(of span: Markup) -> String? { span["end"] ?? span["endopen"] }

  private mutating func add(
    _ text: String?, _ name: String, to days: inout [CalendarDate],
    _ read: (String) -> CalendarDate?
  ) {
    guard let text = text?.trimmed, !text.isEmpty else { return }
    if let day = read(text) {
      days.append(day)
    } else if !["-Infinity", "Infinity", "-inf", "inf"].contains(text) {
      others.append(text)
      fields.append(.init(name: name, value: .text(text)))
    }
  }

  /// The first day of a date, month or year; `nil` if the text is none.
  private static func firstDay(of text: String) -> CalendarDate? {
    written(text).flatMap { CalendarDate($0) }
  }

  /// The day on which what lasts to the end of a date, month or year is no more.
  private static func dayAfter(_ text: String) -> CalendarDate? {
    guard let written = written(text), let first = CalendarDate(written) else { return nil }
    switch written.utf8.count {
    case 4: return CalendarDate(year: first.year + 1, month: 1, day: 1)
    case 7:
      return CalendarDate(
        year: first.month == 12 ? first.year + 1 : first.year, month: first.month % 12 + 1, day: 1)
    default: return CalendarDate(dayNumber: first.dayNumber + 1)
    }
  }

  /// The date as our tables write it, without a time of the day.
  private static func written(_ text: String) -> String? {
    let day = text.contains("T") || text.utf8.count > 10 ? String(text.prefix(10)) : text
    if CalendarDate(day) != nil { return day }
    // Numbers count seconds or whatever they will.
    return NumberText.number(in: text) == nil ? DateReading.iso(text) : nil
  }
}
