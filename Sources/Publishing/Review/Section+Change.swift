import Insights

extension Review.Section {
  /// Takes what changed in sentences and tables beside its map: the figures that moved, then the list.
  mutating func tell(_ comparison: EcosystemComparison) {
    sentences = comparison.summary
    let (figures, changes) = comparison.slideTables
    tables = [figures, changes].filter { !$0.rows.isEmpty }
    mostRows = Self.rowsOfChanges
    if comparison.isSame {
      self.figures = []
      missing = "Nothing changed since \(comparison.stateBefore)."
    }
  }

  /// So many rows of the list of changes stand in a short document and on slides.
  static let rowsOfChanges = 40
}
