import Cartography

extension MapDrawing {
  /// A map with so much on it, laid out.
  struct Attempt {
    let content: MapContent
    let draft: LayoutDraft
    var drawn: DrawnLayout
    var isSearched = false
    /// How legible it is, as fitting is to take it.
    var measures: Legibility
    /// By how much letters may be smaller than they should be on the sheet that is asked for.
    let enlargement: Double

    init(_ content: MapContent, _ draft: LayoutDraft, enlargement: Double) {
      (self.content, self.draft, self.enlargement) = (content, draft, enlargement)
      drawn = draft.best
      measures = drawn.map.legibility()
      measures.smallestLabel *= enlargement
    }

    mutating func search(with layout: DiagramLayout, _ record: inout SearchRecord) {
      record.searches += layout.searches(from: draft)
      drawn = layout.finish(draft)
      isSearched = true
      measures = drawn.map.legibility()
      measures.smallestLabel *= enlargement
    }

    /// Searches longer, where lines cross.
    mutating func polish(
      with layout: DiagramLayout, for goal: FitGoal, _ record: inout SearchRecord
    ) {
      guard measures.crossings > 0, let longer = layout.polished(drawn, draft) else { return }
      record.searches += 1
      var found = longer.map.legibility()
      found.smallestLabel *= enlargement
      guard !goal.prefers(measures, to: found) else { return }
      (drawn, measures) = (longer, found)
    }

    /// Whether it is better; where both are as good, whether more have a shape of their own.
    func isPreferred(to other: Attempt, for goal: FitGoal) -> Bool {
      goal.prefers(measures, to: other.measures)
        || !goal.prefers(other.measures, to: measures)
          && content.nodes.count > other.content.nodes.count
    }
  }
}
