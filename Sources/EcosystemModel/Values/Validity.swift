/// The time during which something holds: from `since` up to, and without, `until`.
///
/// A missing end is open: it held before, or holds after, every date we know.
package struct Validity: Hashable, Sendable, Codable {
  /// The first day, or `nil` if it always held.
  package var since: CalendarDate?
  /// The first day on which it no longer holds, or `nil` if it still does.
  package var until: CalendarDate?

  /// Makes a validity from its two ends; without any, it always holds.
  package init(since: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.since = since
    self.until = until
  }

  /// Whether it holds on `date`; on no date in particular (`nil`), everything does.
  package func contains(_ date: CalendarDate?) -> Bool {
    guard let date else { return true }
    if let since, date < since { return false }
    if let until, date >= until { return false }
    return true
  }

  /// Whether the two hold on some common day; one that is reversed or empty holds on none.
  package func overlaps(_ other: Validity) -> Bool {
    guard isOrdered, other.isOrdered else { return false }
    let startsBeforeOtherEnds = isOrdered(since, before: other.until)
    let otherStartsBeforeThisEnds = isOrdered(other.since, before: until)
    return startsBeforeOtherEnds && otherStartsBeforeThisEnds
  }

  /// Whether every day of this validity lies in `other`; one that is reversed or empty has none, and so lies in every other.
  package func isWithin(_ other: Validity) -> Bool {
    guard isOrdered else { return true }
    if let start = other.since {
      guard let since, since >= start else { return false }
    }
    if let end = other.until {
      guard let until, until <= end else { return false }
    }
    return true
  }

  /// Whether `until` comes after `since`, as it must.
  package var isOrdered: Bool { isOrdered(since, before: until) }

  private func isOrdered(_ start: CalendarDate?, before end: CalendarDate?) -> Bool {
    guard let start, let end else { return true }
    return start < end
  }
}
