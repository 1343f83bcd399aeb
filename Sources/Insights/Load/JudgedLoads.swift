internal import EcosystemModel

/// What everybody carries, judged: whom to name, and in which order.
///
/// People are places among those with a duty. All of one is put together only for those who are told of.
struct JudgedLoads {
  private let limits: LoadLimits
  /// Whether there is a reason to name each.
  var isNamed: [Bool]
  /// Those who carry too much, with what would relieve them.
  var relieved: [Int: PersonLoad] = [:]
  private let amounts: [Double]

  /// Takes everybody, of whom nothing is said yet.
  init(limits: LoadLimits) {
    self.limits = limits
    amounts = limits.ledger.people.map { $0.amount(in: limits.unit) }
    isNamed = Array(repeating: false, count: amounts.count)
  }

  /// Whether one comes before another: those who carry too much, the highest load first; then all others, the highest load first.
  ///
  /// Ties go by the number of seats and then by name.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (relieved[left]?.share, relieved[right]?.share)
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
    let (people, snapshot) = (limits.ledger.people, limits.ledger.snapshot)
    guard !snapshot.bystanders.isEmpty else { return Array(people.indices) }
    return people.indices.filter {
      !snapshot.bystanders.contains(.person(snapshot.ecosystem.people[people[$0].position].id))
    }
  }

  /// Hours a month, or seats.
  func amount(_ place: Int) -> Double { amounts[place] }

  /// The name of one.
  func name(_ place: Int) -> String {
    limits.ledger.snapshot.ecosystem.people[limits.ledger.people[place].position].name
  }

  /// All that one carries, why they are named, and what would relieve them.
  func person(_ place: Int) -> PersonLoad { relieved[place] ?? limits.person(at: place) }
}

extension PersonLoad {
  /// What goes before in the order of those who carry too much.
  fileprivate var share: Double { loadShare ?? 0 }
}
