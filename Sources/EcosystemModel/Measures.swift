/// What the table `scores` says of one measure in a dataset.
package struct Measure: Hashable, Sendable {
  /// The name, in the spelling that comes first.
  package let name: String
  /// The scale that its rows state, such as `1-5`; `nil` if none or several do.
  package let scale: String?
  /// The ends of the scale, where it has the form `1-5`; `nil` if it is a unit or missing.
  package var range: ClosedRange<Double>? { scale.flatMap(Self.range(of:)) }
  /// The target that all rows with one state; `nil` if none or several do.
  package let target: Double?
  /// How many entities have a value.
  package let subjectCount: Int

  /// The ends of a scale such as `1-5`, `0–100` or `1 to 7`; `nil` if the text is something else.
  package static func range(of scale: String) -> ClosedRange<Double>? {
    let text = scale.replacing(" to ", with: "-").map { "–—…".contains($0) ? "-" : $0 }
    let parts = String(text).split(separator: "-").map { part in
      Double(part.filter { !$0.isWhitespace })
    }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low < high, high.isFinite
    else { return nil }
    return low...high
  }
}

/// The value of a measure for one entity.
package struct Measurement: Hashable, Sendable {
  /// The value: of several groups asked on the latest day their mean, by the number who answered where all state it.
  package var value: Double
  /// The day it was measured; `nil` if no row says so.
  package var date: CalendarDate?
  /// The scale, such as `1-5`, as the latest row states it.
  package var scale: String?
  /// The value to reach, as the latest row states it.
  package var target: Double?
  /// How many rows of the latest day it is made of.
  package var rowCount: Int
}

extension Ecosystem {
  /// The measures of the table `scores` but those that are the history of a column, in the order of their first rows.
  package var measures: [Measure] {
    var order: [String] = []
    var rows: [String: [Score]] = [:]
    for score in scores where !isHistory(score) {
      let key = ColumnName.normalized(score.measure)
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(score)
    }
    return order.compactMap { key in
      guard let scores = rows[key], let first = scores.first else { return nil }
      let scales = Set(scores.compactMap(\.scale))
      let targets = Set(scores.compactMap(\.target))
      return Measure(
        name: first.measure, scale: scales.count == 1 ? scales.first : nil,
        target: targets.count == 1 ? targets.first : nil,
        subjectCount: Set(scores.map(\.subject)).count)
    }
  }

  /// The measure with a name, without regard to case, spaces, `_` and `-`; `nil` if no row has it.
  package func measure(named name: String) -> Measure? {
    let key = ColumnName.normalized(name)
    return measures.first { ColumnName.normalized($0.name) == key }
  }

  /// The latest value of a measure, by its name normalised, for an entity; of an ecosystem as of a day, that day's.
  ///
  /// Rows without a date count as older than those with one. Of rows of one day that state the same group, or none, the last
  /// counts; a row without a group stands for all groups.
  ///
  /// - Returns: The value with its scale and target, or `nil` if nothing was measured by then.
  /// - Complexity: O(scores). For all entities at once take ``measurements(of:)``.
  func measurement(ofKey key: String, for reference: EntityReference) -> Measurement? {
    Measurement(
      scores.filter { $0.subject == reference && ColumnName.normalized($0.measure) == key })
  }

  /// The latest value of a measure for each entity that has one.
  ///
  /// - Complexity: O(scores).
  package func measurements(of measure: String) -> [EntityReference: Measurement] {
    let key = ColumnName.normalized(measure)
    let rows = scores.filter { ColumnName.normalized($0.measure) == key }
    return Dictionary(grouping: rows, by: \.subject).compactMapValues(Measurement.init)
  }

  /// Whether the score is the history of a column of its subject.
  package func isHistory(_ score: Score) -> Bool {
    func holdsFigure<Row: TableEntity>(_ type: Row.Type) -> Bool {
      Row.contract.column(named: score.measure)?.holdsFigure == true
    }
    return holdsFigure(score.subject.kind.rowType)
  }
}

extension Measurement {
  /// Takes the value of the latest day from the rows of one measure of one entity; `nil` if there are none.
  package init?(_ rows: [Score]) {
    guard let latest = rows.map(\.date).max(by: { Self.isEarlier($0, $1) }) else { return nil }
    var groups: [(group: String?, score: Score)] = []
    for row in rows where row.date == latest {
      if let place = groups.firstIndex(where: { $0.group == row.group }) {
        groups[place].score = row
      } else {
        groups.append((row.group, row))
      }
    }
    let whole = groups.first { $0.group == nil }
    let used = (whole.map { [$0] } ?? groups).map(\.score)
    let weights = used.map { $0.count.map(Double.init) ?? 0 }
    let isWeighted = weights.allSatisfy { $0 > 0 }
    let total = isWeighted ? weights.reduce(0, +) : Double(used.count)
    let sum = zip(used, weights).reduce(0) { $0 + $1.0.value * (isWeighted ? $1.1 : 1) }
    value = used.count == 1 ? used[0].value : sum / total
    date = latest
    scale = used.last { $0.scale != nil }?.scale
    target = used.last { $0.target != nil }?.target
    rowCount = used.count
  }

  private static func isEarlier(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
    guard let right else { return false }
    return left.map { $0 < right } ?? true
  }
}
