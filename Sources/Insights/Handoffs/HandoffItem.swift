import EcosystemModel

/// One thing that one party hands to another.
package struct HandoffItem: Hashable, Sendable, Codable {
  /// What it is; empty where no row says.
  ///
  /// All of them where a pair hands over too many things to tell apart, as in a log of cases.
  package let what: [String]
  /// At which lifecycle stages, each once.
  package let stages: [String]
  /// The names of those accountable, each once.
  package let owners: [String]
  /// How many rows name no owner.
  package let ownerlessCount: Int
  /// How many rows of the handoffs table say so.
  package let rowCount: Int
  /// How often.
  package let frequency: HandoffFrequency
  /// The elapsed hours that the rows state, each row as often as it happens.
  package let hours: Spread?

  /// A pair that hands over more things than this hands over cases: their times are told together.
  static let mostThings = 5

  /// Describes rows, which have the same `what` or are cases.
  init(_ rows: [Handoff], names: PartyNames) {
    what = Self.distinct(rows.map(\.what))
    stages = Self.distinct(rows.map(\.stage))
    owners = Self.distinct(rows.map(\.owner)).map { names[$0] }
    ownerlessCount = rows.count { $0.owner == nil }
    rowCount = rows.count
    frequency = HandoffFrequency(rows)
    hours = Spread(weighted: Self.samples(rows))
  }

  /// Describes a single row.
  init(row: Int, in handoffs: HandoffColumns, names: PartyNames) {
    let owner = handoffs.owner[row]
    what = handoffs.what[row].map { [$0] } ?? []
    stages = handoffs.stage[row].map { [$0] } ?? []
    owners = owner.map { [names[$0]] } ?? []
    ownerlessCount = owner == nil ? 1 : 0
    rowCount = 1
    frequency = HandoffFrequency(perYear: handoffs.perYear[row])
    hours = handoffs.hours[row].map(Spread.init(of:))
  }

  /// The hours of the rows that state them, and how often each row counts.
  static func samples(_ rows: [Handoff]) -> [(value: Double, weight: Double)] {
    rows.compactMap { row in row.hours.map { ($0, row.weight) } }
  }

  /// The rows of each thing, in the order of the first of each; all in one where there are too many things.
  static func groups(_ rows: [Int], _ what: (Int) -> String?) -> [[Int]] {
    var order: [String?] = []
    var groups: [String?: [Int]] = [:]
    for row in rows {
      let key = what(row)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.count > mostThings ? [rows] : order.compactMap { groups[$0] }
  }

  static func distinct<Value: Hashable>(_ values: [Value?]) -> [Value] {
    if values.count == 1 { return values[0].map { [$0] } ?? [] }
    var seen: Set<Value> = []
    return values.compactMap { $0 }.filter { seen.insert($0).inserted }
  }
}
