import EcosystemModel

/// What became of the places of a picture of before.
package struct KeptRecord: Sendable {
  /// How many kept their places.
  package var kept = 0
  /// Those that had none.
  package var added: [String] = []
  /// Those that are no longer there.
  package var gone: [String] = []
  /// Those under another name, with the one of before.
  package var renamed: [(now: String, before: String)] = []
  /// Those that stand elsewhere, and why.
  package var moved: [(name: String, reason: String)] = []
  /// What of all that can be read less well was like that before, or as people arranged it.
  package var inherited: Legibility?
  /// How much larger the sheet is.
  package var growth = 1.0
  /// Whether the map was laid out anew, since it could not be read at the places of before.
  package var isFresh = false

  package init() {}

  /// What to tell, a sentence each.
  package var notes: [String] {
    guard !isFresh else {
      return [
        "everything stands anew: at the places of before there was no room for what is new, or the map could not be read"
      ]
    }
    var notes = ["\(kept) kept their places" + rest]
    notes += renamed.map {
      "“\($0.now)” stands where “\($0.before)” stood: it has the same relationships"
    }
    for reason in Set(moved.map(\.reason)).sorted() {
      let names = moved.filter { $0.reason == reason }.map(\.name)
      notes.append("moved, since \(reason): \(Self.list(names))")
    }
    if growth > 1.001 {
      notes.append(
        "the sheet is \(Int(((growth - 1) * 100).rounded())) % larger, so that newcomers find room")
    }
    return notes
  }

  private var rest: String {
    var parts: [String] = []
    if !added.isEmpty { parts.append("new: \(Self.list(added))") }
    if !gone.isEmpty { parts.append("gone: \(Self.list(gone))") }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: "; ")
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { "“\($0)”" }
    let more = names.count - shown.count
    return (shown + (more > 0 ? ["\(more) more"] : [])).joined(separator: ", ")
  }
}
