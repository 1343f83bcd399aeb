import GraphCore
import Testing

@testable import EcosystemModel

/// Whom dated committees share, against trying every day on which a seat begins.
@Suite struct SharingTests {
  private struct Moment: Equatable, Comparable {
    var shared: Int
    var lower: Int

    static func < (left: Self, right: Self) -> Bool {
      (left.shared, left.lower) < (right.shared, right.lower)
    }
  }

  private func ecosystem(_ seed: UInt64) -> Ecosystem {
    var random = SeededGenerator(seed: seed)
    var ecosystem = Ecosystem()
    let people = (0..<Int.random(in: 1...7, using: &random)).map {
      Person(id: .init("p\($0)"), name: "Person \($0)")
    }
    ecosystem.people = Roster(people)
    var lower = Committee(id: .init("lower"), name: "Lower")
    lower.parent = .init("upper")
    ecosystem.committees = Roster([lower, Committee(id: .init("upper"), name: "Upper")])
    func day() -> CalendarDate? {
      Bool.random(using: &random)
        ? nil : CalendarDate("2020-0\(Int.random(in: 1...9, using: &random))-01")
    }
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      guard let person = people.randomElement(using: &random) else { continue }
      var seat = Membership(
        person: person.id, committee: .init(Bool.random(using: &random) ? "lower" : "upper"))
      seat.role = MembershipRole.allCases.randomElement(using: &random) ?? .member
      seat.validity = Validity(since: day(), until: day())
      ecosystem.memberships.append(seat)
    }
    return ecosystem
  }

  private func moment(_ below: [Membership], _ above: [Membership]) -> Moment {
    let (lower, upper) = (Set(below.map(\.person)), Set(above.map(\.person)))
    return Moment(shared: lower.intersection(upper).count, lower: lower.count)
  }

  @Test(arguments: 0..<120 as Range<UInt64>) func theFullestDayCounts(seed: UInt64) throws {
    let ecosystem = ecosystem(seed)
    let seats = ecosystem.memberships.filter { $0.role != .observer }
    func on(_ committee: String, _ holds: (Validity) -> Bool = { _ in true }) -> [Membership] {
      seats.filter { $0.committee == .init(committee) && holds($0.validity) }
    }
    var expected = moment(on("lower"), on("upper"))
    if expected.shared > 0, seats.contains(where: { $0.validity != Validity() }) {
      let moments = Set(seats.map(\.validity).filter(\.isOrdered).map(\.since)).map { day in
        func holds(_ validity: Validity) -> Bool {
          validity.isOrdered && (day == nil ? validity.since == nil : validity.contains(day))
        }
        return moment(on("lower", holds), on("upper", holds))
      }
      expected = moments.max() ?? expected
    }
    let found = Seating(ecosystem.on(nil)).sharing(of: [0], with: [1])
    #expect(Moment(shared: found.shared.count, lower: found.lowerCount) == expected)
  }

  @Test func manyDaysTakeNoLonger() {
    var ecosystem = Ecosystem()
    ecosystem.people = Roster((0..<800).map { Person(id: .init("p\($0)"), name: "Person \($0)") })
    var lower = Committee(id: .init("lower"), name: "Lower")
    lower.parent = .init("upper")
    ecosystem.committees = Roster([lower, Committee(id: .init("upper"), name: "Upper")])
    for number in 0..<800 {
      for committee in ["lower", "upper"] {
        var seat = Membership(person: .init("p\(number)"), committee: .init(committee))
        seat.validity.since = CalendarDate(
          year: 1950 + number / 12, month: 1 + number % 12)
        ecosystem.memberships.append(seat)
      }
    }
    let found = Seating(ecosystem.on(nil)).sharing(of: [0], with: [1])
    #expect(found.shared.count == 800)
    #expect(found.judgement == .captured)
  }
}
