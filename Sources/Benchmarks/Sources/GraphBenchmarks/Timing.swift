/// Several runs of the same work.
struct Timing {
  let median: Double
  let least: Double
  let runs: Int

  static func once<Result>(_ work: () throws -> Result) rethrows -> (
    seconds: Double, result: Result
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let duration = clock.now - start
    return (
      Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18, result
    )
  }

  /// Repeats work that took `first` seconds: at least five times below a second, three times below ten.
  init(first: Double, _ work: () throws -> Void) rethrows {
    let wanted = first > 10 ? 1 : first > 1 ? 3 : min(101, max(5, Int(2 / max(first, 1e-6))))
    var times = [first]
    while times.count < wanted { times.append(try Self.once(work).seconds) }
    times.sort()
    median = times[times.count / 2]
    least = times[0]
    runs = times.count
  }
}
