/// The ordered pairs that one stands between, by the groups of all three: Gould and Fernandez (1989).
struct BrokeredRoles: Equatable {
  var coordinator = 0
  var consultant = 0
  var gatekeeper = 0
  var representative = 0
  var liaison = 0

  /// All pairs.
  var total: Int { coordinator + consultant + gatekeeper + representative + liaison }
}

/// Counts the pairs of contacts without a tie of their own, one broker after the other.
///
/// The contacts of a broker are numbered among themselves, and a bit for each says whether it is on a committee, in a group, or not
/// reached from another contact. What is reached is taken away committee by committee, 64 contacts at a time.
struct BrokerageCount {
  private let network: BrokerNetwork
  private let groups: [[Int32]]
  /// The number of each node among the contacts, and of each committee among theirs; below zero if it has none.
  private var places: [Int32]
  private var bodyPlaces: [Int32]
  private var contacts: [Int32] = []
  private var bodies: [Int32] = []
  /// Whether a tie leads from each contact to the broker.
  private var isSource: [Bool] = []
  /// The contacts to which a tie leads from the broker, the contacts on each committee, and those that one source does not reach.
  private var targets: [UInt64] = []
  private var seated: [UInt64] = []
  private var free: [UInt64] = []
  /// The words that a bit for each contact takes.
  private var width = 0

  /// More words than this are not laid out for committees; who sits on them is then looked up.
  private static let mostWords = 1 << 22

  /// Takes the number of the group of each node, for each way to group them.
  init(_ network: BrokerNetwork, groups: [[Int32]]) {
    self.network = network
    self.groups = groups
    places = Array(repeating: -1, count: network.nodes.count)
    bodyPlaces = Array(repeating: -1, count: network.committeeCount)
  }

  /// The roles of a node, for each way to group.
  mutating func roles(of broker: Int32) -> [BrokeredRoles] {
    meet(broker)
    seat()
    var sides = groups.map { ContactGroups(contacts, in: $0, of: broker, width: width) }
    for source in contacts.indices where isSource[source] {
      leave(source)
      var all = 0
      for word in free { all += word.nonzeroBitCount }
      guard all > 0 else { continue }
      for way in sides.indices { sides[way].add(free, all, from: source) }
    }
    for contact in contacts { places[Int(contact)] = -1 }
    for body in bodies { bodyPlaces[Int(body)] = -1 }
    return sides.map(\.roles)
  }

  /// Numbers the contacts, and notes from which ties lead to the broker, and to which from there.
  private mutating func meet(_ broker: Int32) {
    contacts.removeAll(keepingCapacity: true)
    isSource.removeAll(keepingCapacity: true)
    var isTarget: [Bool] = []
    for committee in network.committees[broker] {
      for member in network.members[committee]
      where member != broker && places[Int(member)] < 0 {
        places[Int(member)] = Int32(contacts.count)
        contacts.append(member)
        isSource.append(true)
        isTarget.append(true)
      }
    }
    for (others, isInto) in [
      (network.successors[broker], false), (network.predecessors[broker], true),
    ] {
      for other in others where other != broker {
        if places[Int(other)] < 0 {
          places[Int(other)] = Int32(contacts.count)
          contacts.append(other)
          isSource.append(false)
          isTarget.append(false)
        }
        if isInto {
          isSource[Int(places[Int(other)])] = true
        } else {
          isTarget[Int(places[Int(other)])] = true
        }
      }
    }
    width = (contacts.count + 63) / 64
    targets = Array(repeating: 0, count: width)
    for contact in contacts.indices where isTarget[contact] {
      targets[contact / 64] |= 1 << UInt64(contact % 64)
    }
  }

  /// Notes which contacts sit on which committee.
  private mutating func seat() {
    bodies.removeAll(keepingCapacity: true)
    for contact in contacts {
      for body in network.committees[contact] where bodyPlaces[Int(body)] < 0 {
        bodyPlaces[Int(body)] = Int32(bodies.count)
        bodies.append(body)
      }
    }
    guard bodies.count * width <= Self.mostWords else { return }
    seated.removeAll(keepingCapacity: true)
    seated.append(contentsOf: repeatElement(0, count: bodies.count * width))
    for (place, contact) in contacts.enumerated() {
      for body in network.committees[contact] {
        seated[Int(bodyPlaces[Int(body)]) * width + place / 64] |= 1 << UInt64(place % 64)
      }
    }
  }

  /// Leaves of the targets those that a source does not reach, and not the source.
  private mutating func leave(_ source: Int) {
    free.removeAll(keepingCapacity: true)
    free.append(contentsOf: targets)
    free[source / 64] &= ~(1 << UInt64(source % 64))
    for body in network.committees[contacts[source]] {
      if bodies.count * width <= Self.mostWords {
        let start = Int(bodyPlaces[Int(body)]) * width
        for word in 0..<width { free[word] &= ~seated[start + word] }
      } else {
        for member in network.members[body] { strike(member) }
      }
    }
    for target in network.successors[contacts[source]] { strike(target) }
  }

  private mutating func strike(_ node: Int32) {
    let place = Int(places[Int(node)])
    if place >= 0 { free[place / 64] &= ~(1 << UInt64(place % 64)) }
  }
}

/// The contacts of a broker by their groups, and what came of them.
private struct ContactGroups {
  private(set) var roles = BrokeredRoles()
  /// The number of each contact's group among theirs, and those in each.
  private var groupOf: [Int]
  private var members: [[Int]] = []
  /// A bit for each contact in a group of many, which is quicker to count by words; empty for the others.
  private var masks: [[UInt64]]
  private let own: Int?

  init(_ contacts: [Int32], in groups: [Int32], of broker: Int32, width: Int) {
    var numbers: [Int32: Int] = [:]
    groupOf = []
    for (place, contact) in contacts.enumerated() {
      let group = groups[Int(contact)]
      let number = numbers[group] ?? members.count
      if number == members.count {
        numbers[group] = number
        members.append([])
      }
      groupOf.append(number)
      members[number].append(place)
    }
    own = numbers[groups[Int(broker)]]
    masks = members.map { places in
      guard places.count > max(8, width) else { return [] }
      var mask = [UInt64](repeating: 0, count: width)
      for place in places { mask[place / 64] |= 1 << UInt64(place % 64) }
      return mask
    }
  }

  /// Counts the pairs of a source and each of those that it does not reach.
  mutating func add(_ free: [UInt64], _ all: Int, from source: Int) {
    let inOwn = own.map { count(free, in: $0) } ?? 0
    if groupOf[source] == own {
      roles.coordinator += inOwn
      roles.representative += all - inOwn
    } else {
      let inSource = count(free, in: groupOf[source])
      roles.gatekeeper += inOwn
      roles.consultant += inSource
      roles.liaison += all - inOwn - inSource
    }
  }

  private func count(_ free: [UInt64], in group: Int) -> Int {
    var count = 0
    if masks[group].isEmpty {
      for place in members[group] where free[place / 64] >> UInt64(place % 64) & 1 == 1 {
        count += 1
      }
    } else {
      for word in free.indices { count += (free[word] & masks[group][word]).nonzeroBitCount }
    }
    return count
  }
}
