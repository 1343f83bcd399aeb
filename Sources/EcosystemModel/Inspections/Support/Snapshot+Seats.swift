// What the rules about seats ask; committees, people and seats are positions of rows.

extension Snapshot {
  /// The seats of a committee whose rows satisfy a condition, ascending.
  func seats(of committee: Int, where isIncluded: (Membership) -> Bool) -> [Int] {
    hierarchy.seats(ofCommittee: committee).filter { isIncluded(ecosystem.memberships[$0]) }
  }

  /// The seats of a committee on the day on which it has most members of the kind wanted.
  func fullest(_ committee: Int, where isIncluded: (Membership) -> Bool) -> [Int] {
    Simultaneity.busiest(
      seats(of: committee, where: isIncluded),
      validity: { ecosystem.memberships.columns.validity($0) },
      key: { hierarchy.person(inSeat: $0) })
  }

  /// The committees on which somebody has several seats, ascending.
  var committeesWithRepeatedPeople: [Int] {
    var lastCommittee = [Int](repeating: -1, count: ecosystem.people.count)
    return ecosystem.committees.indices.filter { committee in
      var isRepeated = false
      for person in hierarchy.people(onCommittee: committee) where person >= 0 {
        isRepeated = isRepeated || lastCommittee[person] == committee
        lastCommittee[person] = committee
      }
      return isRepeated
    }
  }

  /// The names of the people in the seats, each once, in the order of their seats.
  func names(of seats: some Sequence<Int>) -> [String] {
    var seen: Set<Int> = []
    return seats.compactMap { hierarchy.person(inSeat: $0) }
      .filter { seen.insert($0).inserted }.map { ecosystem.people[$0].name }
  }
}
