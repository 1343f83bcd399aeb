import EcosystemModel
import GraphCore

/// The handoffs of an ecosystem as a graph, in which all rows that join the same pair are one link.
struct HandoffNetwork {
  /// All handoffs from one party to another.
  struct Link {
    /// The position of the party that hands over.
    let from: Int
    /// The position of the party that takes over.
    let to: Int
    /// The rows of the handoffs table, in their order.
    let rows: RowNumbers
  }

  let ecosystem: Ecosystem
  /// Everyone who hands over or takes over, in the order in which the rows name them.
  let parties: [EntityReference]
  let links: [Link]
  /// Parties as nodes and links as edges, in the same order.
  let topology: Topology
  /// The rows that hand over to the same party, which are no link.
  let selfRows: [Int]
  private let numbers: PartyNumbers
  private let linkNumbers: [UInt64: Int32]

  /// Indexes the handoffs in O(rows).
  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    let handoffs = ecosystem.handoffs.columns
    var numbers = PartyNumbers(ecosystem)
    var pairs: [(from: Int, to: Int)] = []
    var linkNumbers: [UInt64: Int32] = [:]
    linkNumbers.reserveCapacity(handoffs.count)
    var selfRows: [Int] = []
    var linkOfRow: [Int?] = []
    linkOfRow.reserveCapacity(handoffs.count)
    for row in 0..<handoffs.count {
      let pair = (
        from: numbers.number(of: handoffs.from[row]), to: numbers.number(of: handoffs.to[row])
      )
      guard pair.from != pair.to else {
        selfRows.append(row)
        linkOfRow.append(nil)
        continue
      }
      let link = linkNumbers[Self.key(pair.from, pair.to)] ?? Int32(pairs.count)
      if Int(link) == pairs.count {
        linkNumbers[Self.key(pair.from, pair.to)] = link
        pairs.append(pair)
      }
      linkOfRow.append(Int(link))
    }
    let rows = Grouping(linkOfRow, count: pairs.count)
    links = pairs.indices.map { Link(from: pairs[$0].from, to: pairs[$0].to, rows: rows[$0]) }
    topology = Topology(
      nodeCount: numbers.parties.count, direction: .directed,
      pairs: pairs.map { ($0.from, $0.to) })
    parties = numbers.parties
    self.numbers = numbers
    self.linkNumbers = linkNumbers
    self.selfRows = selfRows
  }

  private static func key(_ from: Int, _ to: Int) -> UInt64 { UInt64(from) << 32 | UInt64(to) }

  /// The position of a party, or `nil` if it takes part in no handoff.
  func position(of party: EntityReference) -> Int? { numbers.known(party) }

  /// The link from one party to another, or `nil` if nothing is handed over.
  func link(from: Int, to: Int) -> Link? {
    linkNumbers[Self.key(from, to)].map { links[Int($0)] }
  }

  /// The rows of a link.
  func handoffs(of link: Link) -> [Handoff] { link.rows.map { ecosystem.handoffs[$0] } }

  /// The rows of each thing that a link hands over.
  func things(of link: Link) -> [[Int]] {
    HandoffItem.groups(Array(link.rows)) { ecosystem.handoffs.columns.what[$0] }
  }
}

extension Ecosystem {
  /// The latest year that any date of the ecosystem names; 2025 where there are none.
  var latestYear: Int {
    var latest = scores.compactMap(\.date).max()
    func see(_ date: CalendarDate?) {
      if let date, latest.map({ $0 < date }) ?? true { latest = date }
    }
    let seats = memberships.columns
    if !seats.since.isBlank { for seat in memberships.indices { see(seats.since[seat]) } }
    if !seats.until.isBlank { for seat in memberships.indices { see(seats.until[seat]) } }
    let validities =
      alliances.map(\.validity) + committees.map(\.validity) + relationships.map(\.validity)
    for validity in validities {
      see(validity.since)
      see(validity.until)
    }
    return latest?.year ?? 2025
  }
}

/// The numbers of the parties, in the order in which they are asked for.
private struct PartyNumbers {
  private let ecosystem: Ecosystem
  private(set) var parties: [EntityReference] = []
  /// The number of each row of each table of entities, one kind after the other; below zero for those who are no party.
  private var numbers: [[Int32]]
  /// The numbers of those whom no table describes.
  private var strangers: [EntityReference: Int] = [:]

  init(_ ecosystem: Ecosystem) {
    self.ecosystem = ecosystem
    numbers = EntityReference.Kind.allCases.map {
      Array(repeating: -1, count: ecosystem.count(of: $0.table))
    }
  }

  /// The number of a party; `nil` if it has none.
  func known(_ party: EntityReference) -> Int? {
    guard let row = ecosystem.position(of: party) else { return strangers[party] }
    let number = numbers[party.kind.place][row]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a party, a new one where it has none.
  mutating func number(of party: EntityReference) -> Int {
    guard let row = ecosystem.position(of: party) else {
      if let known = strangers[party] { return known }
      strangers[party] = parties.count
      parties.append(party)
      return parties.count - 1
    }
    let place = party.kind.place
    if numbers[place][row] >= 0 { return Int(numbers[place][row]) }
    numbers[place][row] = Int32(parties.count)
    parties.append(party)
    return parties.count - 1
  }
}
