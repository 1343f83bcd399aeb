import Ecomap

/// Each question, with the figures of its answer by name.
func questions(_ folder: String) throws(EcomapError) {
  let dataset = try Dataset(at: folder)
  let day = try dataset.on("2020-06-01")
  let overlaps = try day.answer(OverlapQuestion()).pairs
  print(overlaps.map { ($0.names.first, $0.names.second, $0.shared, $0.expected, $0.people) })
  print(try day.answer(LoadQuestion()).overloadedCount)
  let ranks = try day.answer(CentralityQuestion(of: .people, metrics: ["betweenness"])).rows
  print(ranks.map { ($0.rank, $0.name, $0.value(of: "betweenness") ?? 0) })
  let ways = try day.answer(EscalationQuestion(from: "jlt-breast")).paths
  print(ways.map { ($0.way, $0.levels, $0.expectedDays ?? 0) })
  if let before = CalendarDate("2019-05-01"),
    let days = try day.answer(EscalationComparisonQuestion(before: before)).averages
  {
    print(days.before, days.after)
  }
  let walls = try day.answer(FirewallQuestion()).pairs
  print(walls.map { ($0.aName, $0.bName, $0.breachedBy) })
  print(try day.answer(PeerQuestion(of: "enhertu")).unmatched)
  print(try day.answer(NavigatorQuestion(to: "AstraZeneca", from: "Daiichi Sankyo")).ways)
}

/// What handoffs say.
func handoffs(_ folder: String) throws(EcomapError) {
  let day = try Dataset(at: folder).on()
  print(try day.answer(HandoffReviewQuestion()).handoffCount)
  let paths = try day.answer(HandoffPathsQuestion(from: "proc", to: "sales", by: .hours)).paths
  print(paths.map { ($0.parties, $0.hours ?? 0) })
}
