import EcosystemModel

/// Looks up what a style asks for: columns, counts of ties, and metrics.
struct NodeValues {
  let snapshot: Snapshot
  let measures: MapMeasures?

  /// Names that count a node's ties in the data.
  static let counts: Set = ["ties", "seats", "members", "degree"]

  init(snapshot: Snapshot, measures: MapMeasures?) {
    self.snapshot = snapshot
    self.measures = measures
  }

  /// The value for a node.
  ///
  /// A box that stands for several has the value of a column that all of them share, and the highest of a metric.
  func value(of column: String, for node: MapContent.Node) -> String? {
    if let measure = measures?.measure(column) {
      let own = node.members.isEmpty ? [node.reference] : node.members.map(\.reference)
      return own.compactMap { measure.values[$0] }.max().map { String($0) }
    }
    switch ColumnName.normalized(column) {
    case let name where Self.counts.contains(name): return String(node.tieCount)
    case "company" where node.reference.kind == .company && node.members.isEmpty: return node.name
    default: break
    }
    guard node.members.count > 1 else { return snapshot.value(of: column, for: node.reference) }
    let values = Set(node.members.map { snapshot.value(of: column, for: $0.reference) })
    return values.count == 1 ? values.first ?? nil : nil
  }

  /// The value as a number, or `nil` where it is none.
  func number(of column: String, for node: MapContent.Node) -> Double? {
    value(of: column, for: node).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// What a legend calls a column or metric.
  func title(of column: String) -> String { measures?.measure(column)?.title ?? column }

  /// What a legend says of high values: those of metrics have a meaning, those of columns are the user's own.
  func reading(of column: String) -> String? { measures?.measure(column)?.reading }

  /// How a metric was computed; `nil` for columns.
  func method(of column: String) -> String? { measures?.measure(column)?.method }
}

extension LegendSection {
  /// A legend's text is at most so many letters long.
  static let longestText = 34

  /// Adds an entry whose words take as many lines as they need.
  mutating func add(_ sample: Sample, _ words: String) {
    var lines = Self.note(words)
    guard !lines.isEmpty else { return }
    lines[0].sample = sample
    entries += lines
  }

  /// A sentence of the legend, in as many lines as it needs.
  static func note(_ sentence: String) -> [Entry] {
    var lines: [String] = []
    for word in sentence.split(separator: " ") {
      if let last = lines.last, last.count + word.count < longestText {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { Entry(sample: .none, text: $0) }
  }
}
