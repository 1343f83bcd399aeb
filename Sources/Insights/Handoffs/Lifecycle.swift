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

  /// Words for stages of alliances and programs, in the order in which these pass through them.
  fileprivate static let trade = [
    "idea", "scouting", "sourcing", "screening", "evaluation", "due diligence", "negotiation",
    "contracting", "signed", "start-up", "onboarding", "pilot", "research", "discovery",
    "lead optimisation", "lead optimization", "preclinical", "IND", "development", "clinical",
    "phase 0", "phase 1", "phase I", "phase 1a", "phase 1b", "phase 1/2", "phase I/II", "phase 2",
    "phase II", "phase 2a", "phase 2b", "phase 2/3", "phase II/III", "phase 3", "phase III",
    "filing", "filed", "submission", "registration", "regulatory", "review", "approval",
    "approved", "launch", "launched", "commercial", "marketed", "growth", "maturity", "phase 4",
    "phase IV", "renewal", "wind-down", "sunset", "terminated", "ended", "closed",
  ]

  /// Stages of any table in their order: those that somebody stated first, then those of the trade, and others as they come.
  static func ordered(_ stages: [String], stated: [String] = []) -> [String] {
    let known = (stated + trade).map { ColumnName.normalized($0) }
    let ranks = Dictionary(
      known.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return stages.enumerated().sorted { left, right in
      let places = [left, right].map { ranks[ColumnName.normalized($0.element)] ?? known.count }
      return (places[0], left.offset) < (places[1], right.offset)
    }.map(\.element)
  }
}

/// The order of words for stages.
package enum StageOrder {
  /// The stages in the order in which alliances and programs pass through them, each once; `nil` if one is not known, or there
  /// are fewer than three.
  package static func order(of stages: [String]) -> [String]? {
    let known = Dictionary(
      Lifecycle.trade.enumerated().map { (ColumnName.normalized($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    let distinct = stages.filter { seen.insert($0).inserted }
    let ranks = distinct.compactMap { known[ColumnName.normalized($0)] }
    guard distinct.count > 2, ranks.count == distinct.count else { return nil }
    return zip(ranks, distinct).sorted { $0 < $1 }.map(\.1)
  }
}
