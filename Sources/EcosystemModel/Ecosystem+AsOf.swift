extension Ecosystem {
  /// The ecosystem as it stood on one day.
  ///
  /// Rows whose validity does not contain the day are left out, and with them the rows that hang on them: the committees and
  /// programs of an alliance that was not yet or no longer there, the seats of such a committee, the ties to any of
  /// these. Entities get the figures they had (``datedFigures(of:on:)``). Companies, functions and people carry no dates
  /// and stay. `nil` means no day in particular: everything.
  ///
  /// - Complexity: O(number of rows).
  func asOf(_ date: CalendarDate?) -> Ecosystem {
    guard let date else { return self }
    var past = self
    past.companies = datedFigures(of: companies, on: date)
    past.functions = datedFigures(of: functions, on: date)
    past.people = datedFigures(of: people, on: date)
    past.alliances = datedFigures(
      of: alliances.filter { $0.validity.contains(date) }, on: date)
    let livingAlliances = past.alliances
    func lives(_ alliance: Alliance.ID?) -> Bool {
      alliance.map { livingAlliances[$0] != nil } ?? true
    }
    past.programs = datedFigures(
      of: programs.filter { $0.validity.contains(date) && lives($0.alliance) }, on: date)
    let committees = committees.filter { $0.validity.contains(date) && lives($0.alliance) }
    past.committees = Roster(
      datedFigures(of: committees, on: date).map { committee in
        var committee = committee
        committee.parent = committee.parent.flatMap { committees[$0] == nil ? nil : $0 }
        return committee
      })
    past.affiliations = affiliations.filter { $0.validity.contains(date) }
    past.memberships = memberships.filter {
      $0.validity.contains(date) && committees[$0.committee] != nil
    }
    let present = past
    past.relationships = relationships.filter {
      $0.validity.contains(date) && present.contains($0.from) && present.contains($0.to)
    }
    past.handoffs = handoffs.filter {
      present.contains($0.from) && present.contains($0.to) && lives($0.alliance)
    }
    past.conflicts = conflicts.filter { present.contains($0.a) && present.contains($0.b) }
    past.decisions = decisions.filter {
      $0.validity.contains(date) && present.contains($0.body) && lives($0.alliance)
    }
    past.scores = scores.filter { score in
      present.contains(score.subject) && score.date.map { $0 <= date } ?? true
    }
    return past
  }
}
