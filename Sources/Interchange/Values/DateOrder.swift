/// Which number of a date such as `03/04/2020` is the day, where their sizes do not tell.
package enum DateOrder: String, CaseIterable, Hashable, Sendable {
  /// 3 April.
  case dayMonth = "day/month"
  /// 4 March.
  case monthDay = "month/day"
}
