import ArgumentParser
import Cartography
import EcosystemModel

// Columns of saved views that are kept as text until a map is drawn.
extension SavedView {
  /// One of a set of words, or nothing where the cell is empty.
  ///
  /// - Throws: `ValidationError` where the cell holds another word.
  func value<Value: RawRepresentable & CaseIterable>(
    _ column: String, as type: Value.Type
  ) throws -> Value? where Value.RawValue == String {
    guard let text = attributes[column] else { return nil }
    if let value = Value(rawValue: text.lowercased()) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw refusal(column, text, "one of \(known)")
  }

  /// The day in the column `as_of`, or nothing where it is empty.
  ///
  /// - Throws: `ValidationError` where the cell holds something else.
  func date() throws -> CalendarDate? {
    guard let text = attributes["as_of"] else { return nil }
    if let date = CalendarDate(text) { return date }
    throw refusal("as_of", text, "2020, 2020-06 or 2020-06-01")
  }

  /// The names of a cell, separated by `|`.
  func names(_ column: String) -> [String] {
    (attributes[column] ?? "").split(separator: "|").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// What is folded, as the columns `twins`, `leaves`, `backbone` and `least_ties` say.
  ///
  /// - Throws: `ValidationError` where a cell cannot be read.
  func reduction() throws -> Reduction {
    var reduction = Reduction()
    if let text = attributes["twins"] {
      switch text.lowercased() {
      case "yes", "true", "1", "x": reduction.groupsTwins = true
      case "no", "false", "0": break
      default: throw refusal("twins", text, "yes or no")
      }
    }
    if let text = attributes["leaves"] {
      guard let ties = Int(text), ties > 0 else {
        throw refusal("leaves", text, "a number of ties, such as 3")
      }
      reduction.leafTies = ties
    }
    if let text = attributes["backbone"] {
      guard let level = Double(text), level > 0, level <= 1 else {
        throw refusal("backbone", text, "a level of significance, such as 0.01")
      }
      reduction.backbone = level
    }
    if let text = attributes["least_ties"] {
      guard let ties = Int(text), ties > 0 else {
        throw refusal("least_ties", text, "a number of ties, such as 3")
      }
      reduction.leastTies = ties
    }
    return reduction
  }

  private func refusal(_ column: String, _ text: String, _ wanted: String) -> ValidationError {
    ValidationError("The view “\(name)” has “\(text)” in its column “\(column)”; write \(wanted).")
  }
}

extension ViewOptions {
  /// What is folded because the user says so, on the command line or in the saved view; nothing where everything is asked for.
  func reduction(_ saved: SavedView?) throws -> Reduction {
    guard !showAll, let stated = try saved?.reduction() else { return reduction }
    var merged = reduction
    merged.groupsTwins = merged.groupsTwins || stated.groupsTwins
    merged.leafTies = merged.leafTies ?? stated.leafTies
    merged.backbone = merged.backbone ?? stated.backbone
    merged.leastTies = merged.leastTies ?? stated.leastTies
    return merged
  }
}
