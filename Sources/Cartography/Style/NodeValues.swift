import EcosystemModel
import Insights

/// Looks up what a style asks for: columns, counts of ties, and metrics.
///
/// Labels, colours, sizes, legends and tooltips all ask here, so that they say the same.
struct NodeValues {
  let snapshot: Snapshot
  let measures: MapMeasures?
  private let readings: [String: ColumnReading]

  /// Names that count a node's ties in the data.
  static let counts: Set = ["ties", "seats", "members", "degree"]

  /// Prepares for some columns; anything else is read anew each time it is asked for.
  init(snapshot: Snapshot, measures: MapMeasures?, columns: [String] = []) {
    self.snapshot = snapshot
    self.measures = measures
    readings = Dictionary(
      Set(columns).map { ($0, ColumnReading($0, in: snapshot)) }, uniquingKeysWith: { a, _ in a })
  }

  /// What a column says; `nil` for metrics and counts.
  func reading(ofColumn column: String) -> ColumnReading? {
    isComputed(column) ? nil : readings[column] ?? ColumnReading(column, in: snapshot)
  }

  private func isCount(_ column: String) -> Bool {
    Self.counts.contains(ColumnName.normalized(column))
  }

  /// Whether the map or a metric has the figure rather than the data.
  func isComputed(_ column: String) -> Bool {
    isCount(column) || measures?.measure(column) != nil
  }

  /// How often each value is said of those whom a node stands for, the most frequent first.
  func shares(of column: String, for node: MapContent.Node) -> Shares {
    if isComputed(column) {
      return Shares(number(of: column, for: node).map { [NumberText.text(of: $0)] } ?? [])
    }
    return shares(of: column, for: node.represented)
  }

  /// The same for some entities.
  func shares(of column: String, for references: [EntityReference]) -> Shares {
    guard let reading = reading(ofColumn: column) else { return Shares([]) }
    var shares = Shares(reading.statements(about: references).map(\.text))
    shares.silent = references.count { reading.statements(about: $0).isEmpty }
    let sources = Set(references.map(\.kind).compactMap { reading.source(for: $0)?.kind })
    shares.speaker = sources.count == 1 ? sources.first : nil
    return shares
  }

  /// The same for those who are counted in a node's box, of one kind if it says so.
  func foldedShares(
    of column: String, in node: MapContent.Node, _ kind: EntityReference.Kind?
  ) -> Shares {
    guard !isComputed(column) else { return Shares([]) }
    let folded = node.folded.map(\.reference)
    return shares(of: column, for: folded.filter { kind == nil || $0.kind == kind })
  }

  /// What is said of a node, where it is one thing of all whom it stands for.
  func value(of column: String, for node: MapContent.Node) -> String? {
    shares(of: column, for: node).only
  }

  /// The value as a number: of several the sum or the mean, as the column says, and the highest of a metric.
  func number(of column: String, for node: MapContent.Node) -> Double? {
    if let measure = measures?.measure(column) {
      return node.represented.compactMap { measure.values[$0] }.max()
    }
    if isCount(column) { return Double(node.tieCount) }
    guard let reading = reading(ofColumn: column) else { return nil }
    let numbers = reading.statements(about: node.represented)
      .compactMap { Double($0.text) }.filter(\.isFinite)
    guard !numbers.isEmpty else { return nil }
    let sum = numbers.reduce(0, +)
    return reading.combination == .sum || numbers.count == 1 ? sum : sum / Double(numbers.count)
  }

  /// What a legend calls a column or metric: `area of the alliance` where nothing on the map has an area of its own.
  func title(of column: String, on nodes: [MapContent.Node] = []) -> String {
    if let measure = measures?.measure(column) { return measure.title }
    if isCount(column) {
      let name = ColumnName.normalized(column)
      return name == "ties" || name == "degree" ? "links" : column
    }
    let words = ColumnLabel.words(for: column)
    guard let reading = reading(ofColumn: column) else { return words }
    let kinds = Set(nodes.flatMap(\.represented).map(\.kind))
    let sources = Set(kinds.compactMap { reading.source(for: $0) })
    guard sources.count == 1, let source = sources.first?.kind, !kinds.contains(source),
      TableName(thing: column) == nil, words == column
    else { return words }
    return "\(column) of the \(source.rawValue)"
  }

  /// What a legend adds: how the figures of several become one, and the scale and target of a measure.
  func notes(on column: String, for nodes: [MapContent.Node]) -> [String] {
    var notes: [String] = []
    let reading = reading(ofColumn: column)
    if let measure = reading?.measure {
      let day = snapshot.date.map { "as of \($0)" } ?? "latest values"
      let target = measure.target.map { "target \(PictureText.ofScale($0))" }
      notes.append(
        [measure.scale.map { "scale \($0)" }, target, day].compactMap { $0 }
          .joined(separator: ", "))
    }
    let isShared = nodes.contains { node in
      guard let reading else { return node.members.count > 1 && !isCount(column) }
      return reading.statements(about: node.represented).count > 1
    }
    if isShared {
      let how =
        reading.map { $0.combination == .sum ? "their sum" : "their mean" } ?? "the highest value"
      notes.append("Where one stands for several: \(how).")
    }
    return notes
  }

  /// What a legend says of high values: those of metrics have a meaning, those of columns are the user's own.
  func reading(of column: String) -> String? { measures?.measure(column)?.reading }

  /// How a metric was computed; `nil` for columns.
  func method(of column: String) -> String? { measures?.measure(column)?.method }
}

/// How often each value of a column is said.
struct Shares {
  /// The values with their numbers, the most frequent first, those of equal frequency by name.
  let counts: [(value: String, count: Int)]
  /// Of how many nothing is said.
  var silent = 0
  /// The kind of entity that says it, where there is one.
  var speaker: EntityReference.Kind?

  init(_ values: [String]) {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    self.counts = counts.map { (value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// The value where there is only one and all have it.
  var only: String? { counts.count == 1 && silent == 0 ? counts[0].value : nil }

  /// `Japan`, or `Japan 3, Europe 2, none 1`; empty where nothing is said.
  var words: String {
    guard only == nil, !counts.isEmpty else { return only ?? "" }
    let parts = counts.map { "\($0.value) \($0.count)" } + (silent > 0 ? ["none \(silent)"] : [])
    return parts.joined(separator: ", ")
  }
}

extension LegendSection {
  /// A legend's text is at most so many letters long.
  static let longestText = 34

  /// Adds an entry whose words take as many lines as they need, or so many and end in `…`.
  mutating func add(_ sample: Sample, _ words: String, limit: Int = .max) {
    var lines = Self.note(words)
    guard !lines.isEmpty else { return }
    if lines.count > limit {
      lines.removeSubrange(limit...)
      lines[limit - 1].text += " …"
    }
    for row in lines.indices where sample != .none {
      lines[row].sample = row == 0 ? sample : .continued
    }
    entries += lines
  }

  /// The section with each long name in two lines.
  var inLines: LegendSection {
    var section = LegendSection(title: title, entries: [])
    for entry in entries {
      if entry.text.count > Self.longestText {
        section.add(entry.sample, entry.text, limit: 2)
      } else {
        section.entries.append(entry)
      }
    }
    return section
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
