internal import EcosystemModel

/// Proposes seats to go from that break nothing: no bridge between layers, no balance of votes, no quorum.
///
/// A proposal is safe where neither it alone nor all proposals up to it together make a finding of `check`, and no bridge
/// becomes less than it was.
struct LoadRelief {
  private let original: Seating
  private var followed: Seating
  private let snapshot: Snapshot
  /// What is wrong with committees, and how they stand to those above and below, before anybody goes.
  private var known: [Int: Standing] = [:]

  /// What must not become worse for a committee.
  private struct Standing {
    let faults: Set<SeatingFault>
    let layers: [SharedLayer]

    init(of committee: Int, in seating: Seating) {
      layers = seating.sharing(of: committee)
      faults = seating.faults(of: committee, among: layers)
    }
  }

  private mutating func standing(of committee: Int) -> Standing {
    if let known = known[committee] { return known }
    let standing = Standing(of: committee, in: original)
    known[committee] = standing
    return standing
  }

  init(_ seating: Seating, snapshot: Snapshot) {
    original = seating
    followed = seating
    self.snapshot = snapshot
  }

  /// Chooses seats to go from until the load is within the limits, or no seat is left that can go.
  ///
  /// Those first where others speak for the same company and somebody else leads; of these the smallest that suffices, or else
  /// the largest.
  mutating func relieve(
    _ person: inout PersonLoad, at position: Int, caps: (seats: Int?, chairs: Int?)
  ) {
    var best = plan(for: person, at: position, caps: caps, except: [])
    // A seat that did not suffice by itself may be needless beside the next one.
    var needless: Set<Committee.ID> = []
    for relief in best.relief where best.relief.count > 1 && best.isEnough {
      let fewer = plan(
        for: person, at: position, caps: caps, except: needless.union([relief.seat.committee]))
      guard fewer.isEnough, fewer.relief.count < best.relief.count else { continue }
      needless.insert(relief.seat.committee)
      best = fewer
    }
    followed = best.after
    person.relief = best.relief
    person.unrelievedHours = best.unrelievedHours
  }

  /// Seats to go from, and what they leave.
  private struct Plan {
    var relief: [PersonLoad.Relief] = []
    var after: Seating
    var unrelievedHours = 0.0
    var isEnough = false
  }

  private mutating func plan(
    for person: PersonLoad, at position: Int, caps: (seats: Int?, chairs: Int?),
    except needless: Set<Committee.ID>
  ) -> Plan {
    var plan = Plan(after: followed)
    var hours = person.hours
    var seats = person.seats
    let limit = person.capacity ?? .infinity
    func hasTooManySeats() -> Bool { caps.seats.map { seats.count > $0 } ?? false }
    func hasTooManyChairs() -> Bool {
      caps.chairs.map { cap in seats.count { $0.role.isChairing } > cap } ?? false
    }
    func isTooMuch() -> Bool { hours > limit + 1e-9 || hasTooManySeats() || hasTooManyChairs() }
    while isTooMuch() {
      let isChairsOnly = hasTooManyChairs() && hours <= limit + 1e-9 && !hasTooManySeats()
      let order = seats.indices.filter { place in
        guard !needless.contains(seats[place].committee) else { return false }
        return isChairsOnly
          ? seats[place].role.isChairing : seats[place].hours ?? 0 > 0 || hasTooManySeats()
      }.sorted { left, right in
        let (one, other) = (seats[left], seats[right])
        let first = (Self.cost(one), Self.sufficiency(one, hours - limit), left)
        return first < (Self.cost(other), Self.sufficiency(other, hours - limit), right)
      }
      var found: (place: Int, proposal: (relief: PersonLoad.Relief, after: Seating))?
      for place in order where found == nil {
        found = proposal(seats[place], of: position, after: plan.after).map { (place, $0) }
      }
      guard let (place, proposal) = found else { break }
      plan.after = proposal.after
      hours -= seats[place].hours ?? 0
      plan.relief.append(proposal.relief)
      seats.remove(at: place)
    }
    plan.isEnough = !isTooMuch()
    plan.unrelievedHours = limit.isFinite ? max(0, hours - limit) : 0
    return plan
  }

  private static func cost(_ seat: PersonLoad.Seat) -> Int {
    (seat.role.isChairing ? 2 : 0) + (seat.isOnlyVoice ? 4 : 0)
  }

  /// Smaller is better: the smallest seat that suffices, then the largest of those that do not.
  private static func sufficiency(_ seat: PersonLoad.Seat, _ excess: Double) -> Double {
    let hours = seat.hours ?? 0
    return hours >= excess ? hours : 1e6 - min(hours, 1e6)
  }

  /// Going from a seat: giving it up where that breaks nothing, or else handing it over; `nil` where that breaks a bridge.
  private mutating func proposal(
    _ seat: PersonLoad.Seat, of person: Int, after followed: Seating
  ) -> (relief: PersonLoad.Relief, after: Seating)? {
    guard let committee = snapshot.ecosystem.committees.position(of: seat.committee) else {
      return nil
    }
    let mustStay = seat.role.isChairing || seat.isOnlyVoice
    for isHandOver in mustStay ? [true] : [false, true] {
      func gone(from seating: Seating) -> Seating {
        var after = seating
        if isHandOver {
          after.handOver(person, committee)
        } else {
          after.leave(person, committee)
        }
        return after
      }
      let alone = gone(from: original)
      guard Self.isSafe(from: standing(of: committee), to: alone, on: committee) else { continue }
      let after = gone(from: followed)
      guard
        Self.isSafe(from: Standing(of: committee, in: followed), to: after, on: committee)
      else { continue }
      return (
        relief(seat, of: person, on: committee, after: alone, isHandOver: isHandOver), after
      )
    }
    return nil
  }

  private static func isSafe(
    from before: Standing, to after: Seating, on committee: Int
  ) -> Bool {
    let after = Standing(of: committee, in: after)
    guard after.faults.isSubset(of: before.faults) else { return false }
    // Whoever goes leaves the committee with the same ones above and below it.
    return zip(before.layers, after.layers).allSatisfy { old, new in
      let (old, new) = (old.sharing.judgement, new.sharing.judgement)
      return !old.isBridge || new == .bridging || new == old
    }
  }

  private mutating func relief(
    _ seat: PersonLoad.Seat, of person: Int, on committee: Int, after: Seating, isHandOver: Bool
  ) -> PersonLoad.Relief {
    let ecosystem = snapshot.ecosystem
    let overlap = standing(of: committee).layers.compactMap { lower, upper, old -> String? in
      guard old.shared.contains(person) else { return nil }
      let new = after.sharing(of: [lower], with: [upper])
      let pair = "\(ecosystem.committees[lower].name) with \(ecosystem.committees[upper].name)"
      let verdict =
        old.judgement == new.judgement
        ? "still \(new.judgement.rawValue)" : "now \(new.judgement.rawValue)"
      return
        "\(pair): \(new.shared.count) of \(new.lowerCount) in place of \(old.shared.count) of \(old.lowerCount), \(verdict)"
    }
    let votes = original.votes(on: committee).flatMap { old in
      after.votes(on: committee).map { new in
        let text = new.counts.map { "\($0)" }.joined(separator: ":")
        return new == old
          ? "\(text) as before"
          : "\(text) in place of \(old.counts.map { "\($0)" }.joined(separator: ":"))"
      }
    }
    let quorum = ecosystem.committees[committee].quorum.map {
      "\($0) of \(after.voterCount(of: committee)) voting members"
    }
    let company = snapshot.hierarchy.seats(ofCommittee: committee).lazy
      .first { snapshot.hierarchy.person(inSeat: $0) == person }
      .flatMap { snapshot.hierarchy.company(ofSeat: $0) }
    return PersonLoad.Relief(
      seat: seat,
      successorOf: isHandOver
        ? company.map { ecosystem.companies[$0].name } ?? "the same company" : nil,
      overlap: overlap, votes: votes, quorum: quorum)
  }
}
