import EcosystemModel

/// The order of the stages through which an alliance passes.
struct Lifecycle: Sendable {
  /// The stages of the data contract: from sourcing to sunset.
  static let standard = Lifecycle([
    "sourcing", "due diligence", "contracting", "start-up", "development", "regulatory", "launch",
    "commercial", "sunset",
  ])

  /// The stages, the first one first.
  let stages: [String]
  private let ranks: [String: Int]

  /// Takes the stages in order; names are compared without regard to case, spaces, `_` and `-`.
  init(_ stages: [String]) {
    self.stages = stages
    ranks = Dictionary(
      stages.enumerated().map { (ColumnName.normalized($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a stage in the order; nothing for a stage that is not part of it.
  func rank(of stage: String?) -> Int? { stage.flatMap { ranks[ColumnName.normalized($0)] } }
}
