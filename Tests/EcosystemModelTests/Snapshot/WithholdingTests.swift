import EcosystemModel
import Foundation
import TestSupport
import Testing

/// Laws of what pages about an alliance leave out.
@Suite struct WithholdingTests {
  /// A random ecosystem with firewalls between alliances, and between an alliance and a company.
  static func walled(_ seed: UInt64) -> Ecosystem {
    var ecosystem = Ecosystem.random(seed: seed, scale: 30)
    let ids = ecosystem.alliances.map(\.id)
    ecosystem.conflicts.append(Conflict(a: .alliance(ids[0]), b: .alliance(ids[1])))
    ecosystem.conflicts.append(Conflict(a: .alliance(ids[2]), b: .alliance(ids[0])))
    return ecosystem
  }

  /// All texts of a value coded as JSON.
  private static func texts(of value: some Encodable) throws -> Set<String> {
    func collect(_ json: Any) -> [String] {
      switch json {
      case let text as String: [text]
      case let list as [Any]: list.flatMap(collect)
      case let object as [String: Any]: object.flatMap { [$0.key] + collect($0.value) }
      default: []
      }
    }
    return Set(collect(try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))))
  }

  @Test(arguments: Seeds.upTo(60)) func nothingHiddenIsLeft(seed: UInt64) throws {
    let whole = Self.walled(seed)
    for alliance in whole.alliances {
      for date in [nil, CalendarDate("2014-06")] {
        let part = whole.on(date).within(alliance.id)
        for ecosystem in [part.whole, part.ecosystem, part.on(nil).ecosystem] {
          let texts = try Self.texts(of: ecosystem)
          for entity in part.hidden {
            #expect(!texts.contains(whole.name(of: entity)), "\(entity) is named.")
            #expect(!texts.contains(entity.rawID) && !texts.contains("\(entity)"))
          }
        }
      }
    }
  }

  @Test(arguments: Seeds.upTo(60)) func whatTheRowsOfConflictsSayIsHidden(seed: UInt64) {
    let whole = Self.walled(seed)
    for alliance in whole.alliances {
      let part = whole.on(nil).within(alliance.id)
      let own = Set([alliance.reference] + alliance.companies.map { .company($0) })
      for conflict in whole.conflicts {
        for (near, far) in [(conflict.a, conflict.b), (conflict.b, conflict.a)]
        where own.contains(near) && far.kind == .alliance && !own.contains(far) {
          #expect(part.hidden.contains(far))
          for committee in whole.on(nil).committees(of: .init(far.rawID)) {
            #expect(part.whole.committees[committee.id] == nil)
          }
        }
      }
      // Who has a seat here is named, wherever else they sit; their seats elsewhere behind a wall are not.
      let seats = whole.on(nil).committees(of: alliance.id).flatMap {
        whole.on(nil).seats(of: $0.id)
      }
      #expect(Set(part.ecosystem.memberships.map(\.person)) == Set(seats.map(\.person)))
      #expect(!part.hidden.contains(alliance.reference))
      #expect(part.origin == whole)
    }
  }

  @Test(arguments: Seeds.upTo(30)) func sidesMayBeSwapped(seed: UInt64) {
    let whole = Self.walled(seed)
    var swapped = whole
    for row in swapped.conflicts.indices {
      (swapped.conflicts[row].a, swapped.conflicts[row].b) = (
        swapped.conflicts[row].b, swapped.conflicts[row].a
      )
    }
    for alliance in whole.alliances {
      let (one, other) = (
        whole.on(nil).within(alliance.id), swapped.on(nil).within(alliance.id)
      )
      #expect(one.ecosystem.memberships == other.ecosystem.memberships)
      #expect(one.withheld == other.withheld && one.firewallCount == other.firewallCount)
    }
  }

  @Test(arguments: Seeds.upTo(30)) func aConditionOnTheAllianceHidesTheSame(seed: UInt64) throws {
    let whole = Self.walled(seed)
    for alliance in whole.alliances {
      let filter = Filter([Condition("alliance", .equal, [alliance.id.rawValue])])
      guard let asked = try? whole.on(nil).filtered(by: filter) else { continue }
      #expect(asked.hidden == whole.on(nil).within(alliance.id).hidden)
      #expect(asked.beforeFilter.hidden == asked.hidden && asked.on(nil).hidden == asked.hidden)
    }
    let walls = Filter(
      [Condition("alliance", .equal, [whole.alliances[0].id.rawValue])], showing: [.conflicts])
    #expect(try whole.on(nil).filtered(by: walls).withheld == nil)
  }

  @Test func thePeopleOnBothSidesAreNamedAndTheirOtherSeatsCounted() throws {
    var ecosystem = Ecosystem()
    for id in ["x", "y"] { ecosystem.companies.append(Company(id: .init(id), name: "Co \(id)")) }
    for id in ["a", "b"] {
      var alliance = Alliance(id: .init(id), name: "Alliance \(id)")
      alliance.companies = ecosystem.companies.map(\.id)
      ecosystem.alliances.append(alliance)
      var committee = Committee(id: .init("j\(id)"), name: "Committee \(id)")
      committee.alliance = alliance.id
      ecosystem.committees.append(committee)
    }
    for (id, seats) in [("both", ["ja", "jb"]), ("here", ["ja"]), ("there", ["jb"])] {
      var person = Person(id: .init(id), name: "Person \(id)")
      person.manager = id == "here" ? .init("there") : nil
      ecosystem.people.append(person)
      for seat in seats {
        ecosystem.memberships.append(Membership(person: person.id, committee: .init(seat)))
      }
    }
    ecosystem.conflicts = [Conflict(a: .alliance(.init("a")), b: .alliance(.init("b")))]
    let part = ecosystem.on(nil).within(.init("a"))
    #expect(
      part.hidden == [.alliance(.init("b")), .committee(.init("jb")), .person(.init("there"))])
    #expect(part.ecosystem.memberships.map(\.person.rawValue) == ["both", "here"])
    #expect(part.whole.memberships.count == 2 && part.whole.people[.init("here")]?.manager == nil)
    #expect(
      part.withheld?.description
        == "1 person, 1 committee and 1 alliance behind firewalls, and 1 seat of people who are named"
    )
    #expect(part.firewallCount == 1)
    // Both alliances asked for at once stand on one side.
    let both = try ecosystem.on(nil).filtered(
      by: Filter([Condition("alliance", .equal, ["a", "b"])]))
    #expect(both.withheld == nil)
    #expect(ecosystem.on(nil).withheld == nil)
  }

  @Test func namesAreFoundAsWholeWordsOnly() {
    var ecosystem = Ecosystem()
    for (id, name) in [("p-1", "Ann Li"), ("p-2", "Ann"), ("p-3", "Bo")] {
      ecosystem.people.append(Person(id: .init(id), name: name))
    }
    let names = NamesInText(of: [.person(.init("p-1")), .person(.init("p-3"))], in: ecosystem)
    #expect(names.appear(in: "“ANN LI” sits twice") && names.appear(in: "see p-3"))
    #expect(
      !names.appear(in: "Ann lives here") && !names.appear(in: "Bob") && !names.appear(in: ""))
  }
}
