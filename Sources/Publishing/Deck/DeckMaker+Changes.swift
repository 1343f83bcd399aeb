import Insights

// What changed since another state.
extension DeckMaker {
  /// The map of what changed, the figures before and after, and the list in words.
  var changeSlides: [Deck.Slide] {
    guard let change = review.change else { return [] }
    return pictures(of: [change])
      + change.tables.flatMap { table in
        pages(
          of: table, key: Self.key(of: table, in: change),
          mostRows: plan.parts.contains(.appendix)
            ? Self.mostRows : change.mostRows ?? Self.mostRows)
      }
  }

  /// What changed in sentences, each with the slide that shows it.
  var changeStatements: [Statement] {
    guard let change = review.change else { return [] }
    let map = change.figures.first?.key
    let figures = change.tables.first { $0.id == "figures" }.map { Self.key(of: $0, in: change) }
    return review.changeStatements.enumerated().map { number, statement in
      Statement(
        text: statement.sentence, remark: statement.remark, target: number == 0 ? map : figures)
    }
  }

  private static func key(of table: FindingsTable, in section: Review.Section) -> String {
    "\(section.key)-\(table.id)"
  }
}
