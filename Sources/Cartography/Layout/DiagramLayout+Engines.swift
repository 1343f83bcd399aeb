import GraphvizKit

// What the engines are asked for, and the longer search in the end.
extension DiagramLayout {
  /// A more legible layout than one that was found, after a longer search from each start; `nil` where there is none.
  package func polished(_ drawn: DrawnLayout, _ draft: LayoutDraft) -> DrawnLayout? {
    guard effort.polish > 0 else { return nil }
    let fillings = Self.inParallel(draft.starts.count * Self.polishes) { number in
      draft.starts[number / Self.polishes].searched(
        effort, seed: UInt64(number % Self.polishes + 1), longer: effort.polish)
    }
    let found = self.drawn(fillings, of: draft)
    var best: (drawn: DrawnLayout?, score: Double) = (
      nil, drawn.map.score(asLaidOutFrom: draft.diagram)
    )
    for (map, score) in found where score > best.score { best = (DrawnLayout(map: map), score) }
    return best.drawn
  }

  /// How many longer searches go on from each start in the end.
  private static let polishes = 2

  /// What the engines answer to the candidates; only to the first where its letters would be too small by far.
  func outcomes(
    of candidates: [LayoutCandidate], for diagram: Diagram, worth letters: Double
  ) -> [(LayoutCandidate, Result<LayoutReply, GraphvizError>)] {
    guard letters > 0, diagram.nodes.count > Self.fewForTrial, let first = candidates.first,
      first.fillsSlide
    else { return Array(zip(candidates, outcomes(of: candidates, for: diagram))) }
    let trial = outcomes(of: [first], for: diagram)
    let layout = (try? trial.first?.get())?.layout
    let isWorth =
      layout.map { diagram.smallestLetters(of: diagram.filling(from: $0)) >= letters } ?? true
    let rest = isWorth ? Array(candidates.dropFirst()) : []
    return Array(zip([first] + rest, trial + outcomes(of: rest, for: diagram)))
  }

  /// So few shapes are laid out in all ways at once.
  private static let fewForTrial = 24

  /// What the engines answer, in the order of the candidates.
  private func outcomes(
    of candidates: [LayoutCandidate], for diagram: Diagram
  ) -> [Result<LayoutReply, GraphvizError>] {
    let size = diagram.nodes.count + diagram.edges.count
    let pool = size < Self.worthAnotherProcess ? LayoutPool(pool.first) : pool
    return pool.map(candidates) { candidate, worker in
      let request = LayoutRequest(
        graph: candidate.method == .tiers
          ? diagram.dotGraphOfSizes() : diagram.dotGraph(candidate), engine: candidate.engine,
        wantsGeometry: true)
      return Result { () throws(GraphvizError) in
        try worker.run(request, timeLimit: timeLimit)
      }
    }
  }
}
