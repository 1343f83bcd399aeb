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
      measures = Self.measures(of: drawn, enlargement)
    }

    /// How legible a map is; what people arranged so that it overlaps is no reason to fold it.
    private static func measures(of drawn: DrawnLayout, _ enlargement: Double) -> Legibility {
      var measures = drawn.map.legibility().besides(drawn.kept?.inherited)
      measures.smallestLabel *= enlargement
      return measures
    }

    /// Searches for better places; on a map that was folded no longer than it takes to be read, or to see that it cannot be.
    mutating func search(
      with layout: DiagramLayout, for goal: FitGoal, _ record: inout SearchRecord
    ) {
      let isFolded = record.contents > 1
      let (enlargement, lines) = (enlargement, content.ties.count)
      let found = layout.finish(draft) { drawn in
        guard goal != .none else { return false }
        var measures = drawn.map.legibility()
        measures.smallestLabel *= enlargement
        return isFolded && goal.isMet(by: measures, lines: lines) || goal.isFar(measures)
      }
      drawn = found.drawn
      record.searches += found.searches
      isSearched = true
      measures = Self.measures(of: drawn, enlargement)
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
