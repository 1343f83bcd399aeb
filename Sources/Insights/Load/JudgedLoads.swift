internal import EcosystemModel

/// What everybody carries, judged: whom to name, and in which order.
///
/// People are places among those with a duty. All of one is put together only for those who are told of.
struct JudgedLoads {
  private let limits: LoadLimits
  /// Whether there is a reason to name each.
  var isNamed: [Bool]
  /// Those who carry too much, with what would relieve them where that was sought.
  private(set) var overloaded: [Int: PersonLoad] = [:]
  /// The load of each of these as a share of their capacity, which goes before in the order.
  private var shares: [Double?]
  private let amounts: [Double]

  /// Takes everybody, of whom nothing is said yet.
  init(limits: LoadLimits) {
    self.limits = limits
    amounts = limits.ledger.people.map { $0.amount(in: limits.unit) }
    isNamed = Array(repeating: false, count: amounts.count)
    shares = Array(repeating: nil, count: amounts.count)
  }

  /// Names somebody for a reason, and keeps those who carry too much.
  mutating func name(_ place: Int, _ person: PersonLoad) {
    isNamed[place] = true
    guard person.isOverloaded else { return }
    overloaded[place] = person
    shares[place] = person.loadShare ?? 0
  }

  /// Seeks what would relieve those who carry too much.
  ///
  /// Relief is sought in the order of the ranking, so that the first in need have the first choice, and what is proposed to one does not
  /// break what was proposed to another. It ends with the last who is told of, since nobody's relief depends on those behind.
  ///
  /// - Parameters:
  ///   - count: How many of those who may be told of want it; `nil` for all.
  ///   - relief: Seeks what would relieve one, by the position of their row.
  mutating func relieve(_ count: Int?, by relief: (inout PersonLoad, Int) -> Void) {
    let order =
      isEverybodyTold
      ? Array(overloaded.keys).leading(count, by: precedes) : overloaded.keys.sorted(by: precedes)
    var told = 0
    for place in order where told < count ?? .max {
      guard var person = overloaded[place] else { continue }
      relief(&person, limits.ledger.people[place].position)
      overloaded[place] = person
      if isTold(place) { told += 1 }
    }
  }

  /// Whether one comes before another: those who carry too much, the highest load first; then all others, the highest load first.
  ///
  /// Ties go by the number of seats and then by name.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (shares[left], shares[right])
    if (one == nil) != (other == nil) { return other == nil }
    if let one, let other, one != other { return one > other }
    if amounts[left] != amounts[right] { return amounts[left] > amounts[right] }
    let (first, second) = (limits.ledger.people[left], limits.ledger.people[right])
    if first.seatCount != second.seatCount { return first.seatCount > second.seatCount }
    let people = limits.ledger.snapshot.ecosystem.people
    return (people[first.position].name, left) < (people[second.position].name, right)
  }

  /// Those of everybody who may be told of.
  func places() -> [Int] {
    isEverybodyTold ? Array(amounts.indices) : amounts.indices.filter(isTold)
  }

  private var isEverybodyTold: Bool { limits.ledger.snapshot.bystanders.isEmpty }

  private func isTold(_ place: Int) -> Bool {
    let snapshot = limits.ledger.snapshot
    let position = limits.ledger.people[place].position
    return !snapshot.bystanders.contains(.person(snapshot.ecosystem.people[position].id))
  }

  /// Hours a month, or seats.
  func amount(_ place: Int) -> Double { amounts[place] }

  /// The name of one.
  func name(_ place: Int) -> String {
    limits.ledger.snapshot.ecosystem.people[limits.ledger.people[place].position].name
  }

  /// All that one carries, why they are named, and what would relieve them.
  func person(_ place: Int) -> PersonLoad { overloaded[place] ?? limits.person(at: place) }
}
