import EcosystemModel

/// Which figures of committees a source states: those that stand in no illustrative row and no assumed cell.
struct FigureSources {
  private let committees: Roster<Committee>
  /// The dated scores of each committee up to the day, in the order of their rows.
  private let scores: [Committee.ID: [Score]]

  /// Looks through the scores of a snapshot once.
  init(_ snapshot: Snapshot) {
    committees = snapshot.ecosystem.committees
    var scores: [Committee.ID: [Score]] = [:]
    for score in snapshot.ecosystem.scores {
      guard case .committee(let committee) = score.subject, let day = score.date,
        snapshot.date.map({ day <= $0 }) ?? true
      else { continue }
      scores[committee, default: []].append(score)
    }
    self.scores = scores
  }

  /// Whether a source states a figure of a committee: its latest score, or else its row.
  func states(_ columns: [String], of committee: Committee.ID) -> Bool {
    if let scores = scores[committee] {
      let names = Set(columns.map { ColumnName.normalized($0) })
      let latest = scores.filter { names.contains(ColumnName.normalized($0.measure)) }.max {
        ($0.date?.dayNumber ?? .min) < ($1.date?.dayNumber ?? .min)
      }
      if let latest { return !latest.isIllustrative && !latest.assumes(Score.column(\.value)) }
    }
    guard let row = committees[committee] else { return true }
    return !row.isIllustrative && !columns.contains(where: row.assumes)
  }
}
