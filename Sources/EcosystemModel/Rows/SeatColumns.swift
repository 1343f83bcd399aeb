/// The seats, a column for each cell.
package struct SeatColumns: RowColumns {
  /// The members.
  package private(set) var people: [Person.ID] = []
  /// The committees.
  package private(set) var committees: [Committee.ID] = []
  /// What the members do there.
  package private(set) var roles: [MembershipRole] = []
  /// The companies that they sit for, where these are not their main employers.
  package private(set) var companies = SparseColumn<Company.ID?>(blank: nil)
  /// The first days.
  package private(set) var since = DateColumn()
  /// The first days on which they no longer hold.
  package private(set) var until = DateColumn()
  private var shared = SharedColumns()

  /// Makes columns without rows.
  package init() {}

  /// The number of seats.
  package var count: Int { people.count }

  /// While a seat holds.
  package func validity(_ position: Int) -> Validity {
    Validity(since: since[position], until: until[position])
  }

  /// The seat at a position.
  package subscript(position: Int) -> Membership {
    get {
      var seat = Membership(person: people[position], committee: committees[position])
      seat.role = roles[position]
      seat.company = companies[position]
      seat.validity = validity(position)
      shared.fill(&seat, from: position)
      return seat
    }
    set {
      people[position] = newValue.person
      committees[position] = newValue.committee
      roles[position] = newValue.role
      companies[position] = newValue.company
      since[position] = newValue.validity.since
      until[position] = newValue.validity.until
      shared.replace(position, by: newValue)
    }
  }

  /// Adds seats by their cells.
  package mutating func append(_ cells: PlainCells<Membership>, _ places: Range<Int>) {
    let (seated, bodies) = (cells.references(\.person), cells.references(\.committee))
    let (stated, words) = (cells.references(\.company), cells.choices(\.role))
    let allRoles = MembershipRole.allCases
    for place in places {
      guard let person = seated?[place], let committee = bodies?[place] else {
        preconditionFailure("A seat has a person and a committee.")
      }
      people.append(person.id())
      committees.append(committee.id())
      let word = words?[place] ?? -1
      roles.append(word < 0 ? .member : allRoles[word])
      companies.append(stated?[place]?.id())
    }
    since.append(cells.dates(\.validity.since), places)
    until.append(cells.dates(\.validity.until), places)
    shared.append(cells, places)
  }

  /// Whether no seat says anything in a part of it.
  package func isBlank(_ path: PartialKeyPath<Membership>) -> Bool {
    switch path {
    case \.company: companies.isBlank
    case \.validity.since: since.isBlank
    case \.validity.until: until.isBlank
    default: shared.isBlank(path)
    }
  }

  /// A seat holds no numbers.
  package func numbers(_ path: PartialKeyPath<Membership>) -> SparseColumn<Double?>? { nil }

  /// Makes room for so many seats.
  package mutating func reserve(_ count: Int) {
    people.reserveCapacity(count)
    committees.reserveCapacity(count)
    roles.reserveCapacity(count)
  }

  /// Adds a seat.
  package mutating func append(_ seat: Membership) {
    people.append(seat.person)
    committees.append(seat.committee)
    roles.append(seat.role)
    companies.append(seat.company)
    since.append(seat.validity.since)
    until.append(seat.validity.until)
    shared.append(seat)
  }
}
