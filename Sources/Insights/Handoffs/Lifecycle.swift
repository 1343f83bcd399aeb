import EcosystemModel

/// The order of the stages through which an alliance passes.
struct Lifecycle: Sendable {
  /// The stages of the data contract: from sourcing to sunset.
  static let standard = [
    "sourcing", "due diligence", "contracting", "start-up", "development", "regulatory", "launch",
    "commercial", "sunset",
  ]

  /// The stages, the first one first.
  let stages: [String]
  /// The stages whose order nobody stated: they stand where the table has them, or last.
  let unordered: [String]
  private let ranks: [String: Int]

  /// The order of the stages that handoffs have; names are compared without regard to case, spaces, `_` and `-`.
  ///
  /// Stages keep the order that was stated, or that of the data contract. Others come after the stage that stands before
  /// them in the column `stage`, each stage taken where it is first written.
  ///
  /// - Parameters:
  ///   - handoffs: The handoffs, in the order of the table.
  ///   - stated: The order that somebody stated; `nil` for that of the data contract.
  init(of handoffs: some RandomAccessCollection<Handoff>, stated: [String]? = nil) {
    var seen: Set<String> = []
    let all = handoffs.isKnownBlank(\.stage) ? [] : handoffs.compactMap(\.stage)
    let written = all.filter {
      seen.insert(ColumnName.normalized($0)).inserted
    }
    var keys: Set<String> = []
    var order = (stated ?? Self.standard).filter {
      keys.insert(ColumnName.normalized($0)).inserted
    }
    unordered = written.filter { !keys.contains(ColumnName.normalized($0)) }
    for (place, stage) in written.enumerated() where !keys.contains(ColumnName.normalized(stage)) {
      func isStage(_ other: String) -> Bool {
        ColumnName.normalized(other) == ColumnName.normalized(written[place - 1])
      }
      let before = place > 0 ? order.firstIndex(where: isStage).map { $0 + 1 } : nil
      order.insert(stage, at: before ?? Self.start(of: written[(place + 1)...], in: order))
      keys.insert(ColumnName.normalized(stage))
    }
    stages = order
    ranks = Dictionary(
      order.enumerated().map { (ColumnName.normalized($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of the next stage that has one; the end without any.
  private static func start(of later: ArraySlice<String>, in order: [String]) -> Int {
    let places = later.lazy.compactMap { stage in
      order.firstIndex { ColumnName.normalized($0) == ColumnName.normalized(stage) }
    }
    return places.first ?? order.count
  }

  /// The place of a stage in the order; `nil` for none.
  func rank(of stage: String?) -> Int? { stage.flatMap { ranks[ColumnName.normalized($0)] } }

  /// Whether somebody stated where the stage stands.
  func isOrdered(_ stage: String?) -> Bool {
    guard let stage else { return false }
    let key = ColumnName.normalized(stage)
    return ranks[key] != nil && !unordered.contains { ColumnName.normalized($0) == key }
  }
}
