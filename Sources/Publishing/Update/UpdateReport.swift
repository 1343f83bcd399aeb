import EcosystemModel

/// What became of a presentation into which new data was taken.
package struct UpdateReport: Hashable, Sendable {
  /// What changed, in words, slide by slide.
  package private(set) var changes: [String] = []
  /// What people and data both changed, where people's stays.
  package private(set) var conflicts: [String] = []
  /// What else to know.
  package private(set) var notes: [String] = []

  mutating func add(_ record: UpdateRecord, _ number: Int, _ title: String) {
    func list(_ names: [String]) -> String {
      Phrase.list(names.map { "“\($0)”" }, limit: 8)
    }
    let parts = [
      ("changed", record.changed), ("new", record.added), ("gone, and faded", record.gone),
      ("gone, and taken off", record.removed),
    ].filter { !$0.1.isEmpty }.map { "\($0.0): \(list($0.1))" }
    if !parts.isEmpty {
      changes.append("slide \(number) (\(title)): \(parts.joined(separator: "; "))")
    }
    conflicts += record.conflicts.map { "slide \(number): \($0)" }
    notes += record.notes.map { "slide \(number): \($0)" }
  }

  mutating func note(_ sentence: String) { notes.append(sentence) }
  mutating func change(_ sentence: String) { changes.append(sentence) }
}
