package import GraphvizKit

/// The layout that was chosen for a diagram.
package struct DrawnLayout: Sendable {
  /// The laid-out diagram on its sheet.
  package var map: LaidOutDiagram
  /// What became of the places that were to be kept; `nil` where none were.
  package var kept: KeptRecord?
}

/// What the engines made of a diagram, before the search for better places.
package struct LayoutDraft: Sendable {
  /// A way to fill the slide, from where a search goes on.
  struct Start: Sendable {
    var filling: Diagram.Filling
    var candidate: LayoutCandidate

    /// The same after another search from here, so many times longer, where that found better places.
    func searched(_ effort: LayoutEffort, seed: UInt64, longer: Double = 1) -> Start {
      Start(
        filling: filling.searched(effort, seed: seed, longer: longer), candidate: candidate)
    }
  }

  /// An engine's layout that there is not.
  package struct Failure: Sendable {
    /// The layout, such as `dot, left to right`.
    package var layoutName: String
    /// Why it failed or was given up.
    package var error: GraphvizError
  }

  let diagram: Diagram
  /// The ways to fill the slide that promise most, the best first.
  let starts: [Start]
  /// The most legible layout so far.
  package internal(set) var best: DrawnLayout
  /// How good it is, where there was a choice.
  let score: Double
  /// How many layouts the engines made.
  package let layouts: Int
  /// The layouts that are missing from the choice.
  ///
  /// Where a time limit ended one, another run may choose otherwise.
  package let failures: [Failure]
}
