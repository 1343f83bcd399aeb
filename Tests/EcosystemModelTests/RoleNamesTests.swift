import Foundation
import Testing

@testable import EcosystemModel

/// People's names give way to title and company, and nothing of them is left.
struct RoleNamesTests {
  private static func person(
    _ id: String, _ name: String, _ title: String? = nil, at company: String? = "northlight"
  ) -> Person {
    var person = Person(id: .init(id), name: name)
    person.title = title
    person.company = company.map { .init($0) }
    return person
  }

  private static var ecosystem: Ecosystem {
    var made = Ecosystem()
    made.companies = Roster(
      ["northlight", "harbour"].map { Company(id: .init($0), name: $0.capitalized) })
    made.functions = Roster([
      Function(id: .init("reg"), name: "Regulatory", company: .init("harbour"))
    ])
    var regulator = person("cc", "Cleo Curie", at: nil)
    regulator.function = .init("reg")
    var seat = person("seat-1", "Chair of the JSC")
    seat.kind = .seat
    made.people = Roster([
      person("aa", "Ada Able", "Director"), person("bb", "Dr. Ben O'Brien, PhD", "Director"),
      regulator, person("dd", "Dana", at: nil),
      person("ee", "Eve Eden", "Assistant to Ada Able", at: "harbour"), seat,
    ])
    made.committees = Roster([Committee(id: .init("jsc"), name: "JSC")])
    made.memberships = [
      Membership(person: .init("aa"), committee: .init("jsc")),
      Membership(person: .init("seat-1"), committee: .init("jsc")),
    ]
    var tie = Relationship(from: .person(.init("aa")), to: .company(.init("harbour")))
    tie.owner = .init("cc")
    tie.label = "Able, Ada and BEN O’BRIEN talk weekly; Dana too, if Adam Able can"
    made.relationships = [tie]
    var view = SavedView(name: "around")
    view.focus = "aa"
    view.title = "Around Ada Able"
    made.views = [view]
    made.places = [
      Place(view: "around", key: "person-aa", x: 1, y: 2),
      Place(view: "around", key: "person-gone", x: 1, y: 2),
      Place(view: "around", key: "company-harbour", x: 3, y: 4),
    ]
    return made
  }

  @Test func titleAndCompanyTakeTheirPlace() {
    var names = RoleNames()
    let roles = Self.ecosystem.inRoles(&names)
    #expect(
      roles.people.map(\.name) == [
        "Director 1, Northlight", "Director 2, Northlight", "Person in Regulatory, Harbour",
        "Person", "Assistant to …, Harbour", "Chair of the JSC",
      ])
    #expect(
      roles.memberships.map { roles.name(of: .person($0.person)) } == [
        "Director 1, Northlight", "Chair of the JSC",
      ])
    #expect(roles.relationships[0].owner == roles.people[2].id)
    #expect(
      roles.relationships[0].label
        == "Director 1, Northlight and Director 2, Northlight talk weekly; Person too, if Adam Able can"
    )
    #expect(roles.views[0].focus == "Director 1, Northlight")
    #expect(roles.views[0].title == "Around Director 1, Northlight")
    #expect(roles.places.map(\.key) == ["person-person-1", "company-harbour"])
  }

  @Test func aLaterStateKeepsTheNames() {
    var names = RoleNames()
    _ = Self.ecosystem.inRoles(&names)
    var later = Self.ecosystem
    later.people = Roster(
      [Self.person("zz", "Zoe Zet", "Director")] + Array(later.people.dropFirst()))
    later.memberships = []
    later.relationships = []
    #expect(
      later.inRoles(&names).people.prefix(2).map(\.name)
        == ["Director 3, Northlight", "Director 2, Northlight"])
  }

  @Test func ownColumnsThatTellWhoItIsAreLeftOut() {
    var ecosystem = Self.ecosystem
    ecosystem.people = Roster(
      ecosystem.people.enumerated().map { row, person in
        var person = person
        person.attributes = Attributes([
          ("staff_number", "\(1000 + row)"), ("site", row < 3 ? "Basel" : "Kobe"),
          ("contact", row == 0 ? "aable@northlight.example" : "front desk"),
        ])
        return person
      })
    var names = RoleNames()
    let people = ecosystem.inRoles(&names).people
    #expect(
      people.map { $0.attributes["site"] } == ["Basel", "Basel", "Basel", "Kobe", "Kobe", "Kobe"])
    #expect(people.allSatisfy { $0.attributes["staff_number"] == nil })
    #expect(
      people[0].attributes["contact"] == nil && people[1].attributes["contact"] == "front desk")
  }

  @Test func whoeverWorksForAHiddenCompanyIsNotCalledByIt() {
    var names = RoleNames()
    var roles = Self.ecosystem.inRoles(&names)
    roles = roles.withholding([.company(.init("northlight"))])
    #expect(roles.people.first?.name == "Director 1")
  }
}
