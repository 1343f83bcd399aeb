import Cartography
import GraphvizKit

extension [LayoutDraft.Failure] {
  /// What to tell about layouts that a map could not be chosen from, each once.
  ///
  /// Only a time limit or a crash of an engine takes a layout away, and another run may choose otherwise.
  func notes(on title: String) -> [String] {
    var told: Set<String> = []
    return compactMap { failure in
      let note =
        "note: “\(title)” was chosen without the layout “\(failure.layoutName)”: \(failure.error.message)"
      return told.insert(note).inserted ? note : nil
    }
  }
}
