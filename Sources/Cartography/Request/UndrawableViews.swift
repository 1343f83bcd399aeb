package import EcosystemModel

/// Saved views that `map` would refuse, in the words in which it does.
package struct UndrawableViews: Inspection {
  /// The id of the rule.
  package static let rule = "view.undrawable"
  /// What the rule asks for.
  package static let summary = "A saved view asks for what its dataset has."

  /// Makes the rule.
  package init() {}

  /// The faults of every saved view, at the row and the column of each.
  package func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.whole.views.enumerated().flatMap { row, saved -> [Finding] in
      let (request, unread) = ViewRequest.reading(saved)
      var faults = unread
      if unread.isEmpty {
        do throws(ViewFault) {
          _ = try request.resolved(in: snapshot.whole)
        } catch {
          faults = [error]
        }
      }
      return faults.map {
        Finding(.error, $0.message, at: .init(SavedView.table, row), column: $0.column)
      }
    }
  }
}
