/// What holds at one time, among things that hold for a time.
enum Simultaneity {
  private struct Event {
    var day: Int
    var isStart: Bool
    var item: Int
  }

  private static func start(of validity: Validity) -> Int { validity.since?.dayNumber ?? .min }

  /// The items of the day on which the most different keys hold, the earliest such day; in the order given.
  ///
  /// Items whose dates are reversed or empty hold on no day and are left out.
  ///
  /// - Complexity: O(*n* · log *n*).
  static func busiest<Item, Key: Hashable>(
    _ items: [Item], validity: (Item) -> Validity, key: (Item) -> Key
  ) -> [Item] {
    let dated = items.filter { validity($0).isOrdered }
    if dated.allSatisfy({ validity($0) == Validity() }) { return dated }
    if dated.allSatisfy({ validity($0).until == nil }) {
      // Where nothing ends, most hold from the day on which the last of the keys begins: the last start of all, if that is the only
      // one of its key.
      let last = dated.max { Self.start(of: validity($0)) < Self.start(of: validity($1)) }
      if let last {
        let (day, newcomer) = (Self.start(of: validity(last)), key(last))
        if dated.allSatisfy({ key($0) != newcomer || Self.start(of: validity($0)) == day }) {
          return dated
        }
      }
      var starts: [Key: Int] = [:]
      for item in dated {
        let start = Self.start(of: validity(item))
        let key = key(item)
        if let known = starts[key], known <= start { continue }
        starts[key] = start
      }
      let day = starts.values.max() ?? .min
      return dated.filter { Self.start(of: validity($0)) <= day }
    }
    var events: [Event] = []
    for (position, item) in dated.enumerated() {
      let span = validity(item)
      events.append(Event(day: span.since?.dayNumber ?? .min, isStart: true, item: position))
      if let until = span.until {
        events.append(Event(day: until.dayNumber, isStart: false, item: position))
      }
    }
    // Ends come before starts on the same day: validities are half-open.
    events.sort { ($0.day, $0.isStart ? 1 : 0, $0.item) < ($1.day, $1.isStart ? 1 : 0, $1.item) }
    var holding: [Key: Int] = [:]
    var most = 0
    var bestDay = Int.min
    for event in events {
      let key = key(dated[event.item])
      holding[key, default: 0] += event.isStart ? 1 : -1
      if holding[key] == 0 { holding[key] = nil }
      if holding.count > most {
        most = holding.count
        bestDay = event.day
      }
    }
    return dated.filter { item in
      let span = validity(item)
      let start = span.since?.dayNumber ?? .min
      let end = span.until?.dayNumber ?? .max
      return start <= bestDay && bestDay < end
    }
  }
}
