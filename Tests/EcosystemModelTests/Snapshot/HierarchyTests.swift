import EcosystemModel
import TestSupport
import Testing

/// What the hierarchy of a snapshot says equals what following the rows one by one says.
@Suite struct HierarchyTests {
  static let days: [CalendarDate?] = [nil, .on("2012"), .on("2014-06"), .on("2018")]

  /// A random ecosystem whose chains of parents are longer, and run in circles here and there.
  static func tangled(seed: UInt64) -> Ecosystem {
    let plain = Ecosystem.random(seed: seed, scale: 40)
    var made = plain
    for (position, committee) in plain.committees.enumerated() {
      made.committees.update(committee.id) {
        $0.parent = plain.committees[(position * 7 + Int(seed)) % plain.committees.count].id
        if position % 3 != 0 { $0.alliance = nil }
      }
    }
    for (position, company) in plain.companies.enumerated() where position % 2 == 0 {
      made.companies.update(company.id) {
        $0.parent = plain.companies[(position * 3 + 1) % plain.companies.count].id
      }
    }
    return made
  }

  static func chain<Element: Entity>(
    in roster: Roster<Element>, from id: Element.ID, parent: (Element) -> Element.ID?
  ) -> [Element.ID] {
    var chain = [id]
    while let next = roster[chain[chain.count - 1]].flatMap(parent), roster[next] != nil,
      !chain.contains(next)
    {
      chain.append(next)
    }
    return chain
  }

  @Test(arguments: UInt64(0)..<24) func chainsAreThoseOfTheRows(seed: UInt64) {
    for whole in [Ecosystem.random(seed: seed), Self.tangled(seed: seed)] {
      for day in Self.days {
        let snapshot = whole.on(day)
        let made = snapshot.ecosystem
        for (position, committee) in made.committees.enumerated() {
          let chain = Self.chain(in: made.committees, from: committee.id, parent: \.parent)
          let above = snapshot.hierarchy.committees.ancestors(of: position)
          #expect(above.map { made.committees[$0].id } == Array(chain.dropFirst()))
          let inherited = chain.lazy.compactMap { made.committees[$0]?.alliance }.first
          #expect(snapshot.alliance(of: committee.id) == inherited)
          let children = snapshot.hierarchy.committees.children(of: position)
          #expect(
            children.map { made.committees[$0] }
              == made.committees.filter { $0.parent == committee.id }.map { $0 })
        }
        for (position, company) in made.companies.enumerated() {
          let chain = Self.chain(in: made.companies, from: company.id, parent: \.parent)
          let owners = snapshot.hierarchy.owners(ofCompany: position)
          #expect(owners.map { made.companies[$0].id } == chain)
          for alliance in made.alliances {
            #expect(
              snapshot.partner(owning: company.id, among: alliance.companies)
                == chain.first(where: alliance.companies.contains))
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<24) func companiesAndSeatsAreThoseOfTheRows(seed: UInt64) {
    for day in Self.days {
      let snapshot = Ecosystem.random(seed: seed).on(day)
      let made = snapshot.ecosystem
      let hierarchy = snapshot.hierarchy
      for (position, function) in made.functions.enumerated() {
        #expect(
          hierarchy.company(ofFunction: position).map { made.companies[$0].id } == function.company)
      }
      for (position, person) in made.people.enumerated() {
        #expect(
          hierarchy.company(ofPerson: position).map { made.companies[$0].id }
            == made.company(of: .person(person.id)))
        #expect(
          hierarchy.function(ofPerson: position).map { made.functions[$0].id } == person.function)
        #expect(snapshot.seats(of: person.id) == made.memberships.filter { $0.person == person.id })
      }
      for committee in made.committees {
        #expect(
          snapshot.seats(of: committee.id)
            == made.memberships.filter { $0.committee == committee.id })
      }
      for (position, seat) in made.memberships.enumerated() {
        #expect(hierarchy.person(inSeat: position).map { made.people[$0].id } == seat.person)
        #expect(
          hierarchy.committee(ofSeat: position).map { made.committees[$0].id } == seat.committee)
        #expect(
          hierarchy.company(ofSeat: position).map { made.companies[$0].id }
            == made.company(of: seat))
      }
      for (position, alliance) in made.alliances.enumerated() {
        #expect(
          hierarchy.partners(ofAlliance: position).map { made.companies[$0].id }
            == alliance.companies)
        #expect(
          snapshot.committees(of: alliance.id)
            == made.committees.filter { snapshot.alliance(of: $0.id) == alliance.id }.map { $0 })
      }
    }
  }

  /// A chain of parents longer than any limit is followed to its end, and a circle ends.
  @Test func longChainsAndCircles() {
    let count = 1_000
    let made = Ecosystem.made { made in
      let alliance = made.addAlliance("X", of: [])
      for number in 0..<count {
        made.addCommittee(
          "C\(number)", of: number == count - 1 ? alliance : nil,
          under: number == count - 1 ? nil : .init("c\(number + 1)"))
      }
      made.addCommittee("Ring 1", under: .init("ring-2"))
      made.addCommittee("Ring 2", under: .init("ring-3"))
      made.addCommittee("Ring 3", under: .init("ring-1"))
      made.addCommittee("Tail", under: .init("ring-2"))
      made.addCommittee("Alone", under: .init("alone"))
    }
    let snapshot = made.on(nil)
    #expect(snapshot.alliance(of: .init("c0")) == Alliance.ID("x"))
    #expect(snapshot.committees(of: .init("x")).count == count)
    func above(_ id: String) -> [String]? {
      made.committees.position(of: .init(id)).map {
        snapshot.hierarchy.committees.ancestors(of: $0).map { made.committees[$0].id.rawValue }
      }
    }
    #expect(above("c0")?.count == count - 1)
    #expect(above("ring-1") == ["ring-2", "ring-3"])
    #expect(above("tail") == ["ring-2", "ring-3", "ring-1"])
    #expect(above("alone") == [])
    #expect(snapshot.alliance(of: .init("ring-1")) == nil)
  }

  @Test(arguments: UInt64(0)..<24) func aGroupingHasEachRowInItsGroup(seed: UInt64) {
    var random = seed
    let groups: [Int?] = (0..<50).map { _ in
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let drawn = Int(random >> 40) % 8
      return drawn == 7 ? nil : drawn
    }
    let grouping = Grouping(groups, count: 9)
    #expect(grouping.count == 9)
    for group in 0..<9 {
      #expect(Array(grouping[group]) == groups.indices.filter { groups[$0] == group })
    }
  }
}
