/// Finds amounts below zero, or no finite numbers, where only zero and more make sense.
struct NegativeValues: Inspection {
  static let rule = "value.negative"
  static let summary = "No duration, frequency, weight, quorum or amount is negative or infinite."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    func check(
      _ table: TableName, _ position: Int, _ title: @autoclosure () -> String,
      _ values: [(column: String, value: Double?)]
    ) -> [Finding] {
      values.compactMap { column, value in
        guard let value, !(value >= 0 && value.isFinite) else { return nil }
        return Finding(
          .error,
          "\(title()) has \(Phrase.number(value)) in the column \(column); write zero or more, or leave it empty if unknown.",
          at: .init(table, position), column: column)
      }
    }
    let people = ecosystem.people.enumerated().flatMap {
      check(
        .people, $0, Phrase.quoted($1.name), [("capacity_hours", $1.capacityHours)])
    }
    let alliances = ecosystem.alliances.enumerated().flatMap {
      check(
        .alliances, $0, "alliance \(Phrase.quoted($1.name))", [("value_usd", $1.valueInUSDollars)])
    }
    let committees = ecosystem.committees.enumerated().flatMap {
      check(
        .committees, $0, "committee \(Phrase.quoted($1.name))",
        [
          ("hours", $1.hours), ("prep_hours", $1.preparationHours),
          ("quorum", $1.quorum.map(Double.init)), ("max_days", $1.maxDays),
        ])
    }
    let relationships = ecosystem.relationships.enumerated().flatMap {
      check(.relationships, $0, ecosystem.title(of: $1), [("weight", $1.weight)])
    }
    let handoffs = ecosystem.handoffs.enumerated().flatMap {
      check(
        .handoffs, $0, ecosystem.title(of: $1), [("hours", $1.hours), ("per_year", $1.perYear)])
    }
    let conflicts = ecosystem.conflicts.enumerated().flatMap {
      check(
        .conflicts, $0, "the conflict of \(ecosystem.quoted($1.a)) and \(ecosystem.quoted($1.b))",
        [("cooling_off_days", $1.coolingOffDays.map(Double.init))])
    }
    return people + alliances + committees + relationships + handoffs + conflicts
  }
}
