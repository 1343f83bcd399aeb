import TestSupport
import Testing

@testable import EcosystemModel

/// What encodings say of an entity is what a filter finds it by.
@Suite(.timeLimit(.minutes(60)))
struct ColumnReadingTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func whatIsSaidOfARowIsWhatAFilterFindsItBy(seed: UInt64) throws {
    let snapshot = Ecosystem.random(seed: seed, scale: 40).on(nil)
    for column in snapshot.ecosystem.columnNames where TableName(thing: column) == nil {
      let reading = ColumnReading(column, in: snapshot)
      for kind in EntityReference.Kind.allCases {
        let references = snapshot.ecosystem.references.filter { $0.kind == kind }
        guard let source = reading.source(for: kind) else { continue }
        let stated = "\(source.rawValue).\(column)"
        for value in Set(references.flatMap { reading.statements(about: $0).map(\.text) }).prefix(4)
        where !value.contains("|") && !value.contains(",") {
          let condition = Condition(stated, .equal, [value])
          let scope = ConditionScope(condition, in: snapshot.ecosystem)
          let belonging = Belonging(snapshot.ecosystem, snapshot.hierarchy)
          for (row, reference) in references.enumerated() {
            let said = reading.statements(about: reference).contains { $0.text == value }
            let owners = belonging.owners(of: row, in: kind.table, among: source)
            if said { #expect(scope.isMet(through: owners, of: source), "\(column) \(reference)") }
          }
        }
      }
    }
  }

  @Test func parentsSpeakForTheirChildren() {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(["a", "b"].map { Company(id: .init($0), name: $0.uppercased()) })
    var alliance = Alliance(id: .init("x"), name: "X")
    alliance.companies = [.init("a"), .init("b")]
    (alliance.area, alliance.valueInUSDollars) = ("bone", 5)
    ecosystem.alliances = Roster([alliance])
    var top = Committee(id: .init("top"), name: "Top")
    top.alliance = .init("x")
    var below = Committee(id: .init("below"), name: "Below")
    below.parent = .init("top")
    ecosystem.committees = Roster([top, below])
    let snapshot = ecosystem.on(nil)
    let area = ColumnReading("area", in: snapshot)
    #expect(area.source(for: .committee) == .alliances)
    #expect(area.statements(about: .committee(.init("below"))).map(\.text) == ["bone"])
    // Both partners belong to one alliance, whose value counts once.
    let value = ColumnReading("value_usd", in: snapshot)
    let both = value.statements(about: [.company(.init("a")), .company(.init("b"))])
    #expect(both.map(\.text) == ["5"] && value.combination == .sum)
    let alliances = ColumnReading("alliance", in: snapshot)
    #expect(alliances.statements(about: .committee(.init("below"))).map(\.text) == ["X"])
    #expect(alliances.statements(about: .company(.init("a"))).map(\.text) == ["X"])
    // An alliance is nobody's company, and has no region of theirs.
    #expect(ColumnReading("company", in: snapshot).source(for: .committee) == nil)
  }

  @Test func whoStaysForANameOnlyDoesNotMakeAFilterMet() throws {
    var ecosystem = Ecosystem()
    ecosystem.companies = Roster(
      [("us", "US", "supplier"), ("jp", "Japan", "biotech")].map { id, region, kind in
        var company = Company(id: .init(id), name: id)
        (company.region, company.kind) = (region, kind)
        return company
      })
    var function = Function(id: .init("f"), name: "F", company: .init("us"))
    function.region = "Japan"
    ecosystem.functions = Roster([function])
    var person = Person(id: .init("p"), name: "P")
    person.function = .init("f")
    ecosystem.people = Roster([person])
    // Somebody meets both, in a company that meets one.
    var filter = Filter(
      [Condition("region", .equal, ["Japan"]), Condition("kind", .equal, ["supplier"])],
      showing: [.people])
    let snapshot = try ecosystem.on(nil).filtered(by: filter)
    #expect(snapshot.count(of: .people) == 1)
    #expect(snapshot.bystanders.contains(.company(.init("us"))))
    #expect(snapshot.count(of: .companies) == 0 && snapshot.ecosystem.companies.count == 1)
    filter.subjects = [.companies]
    #expect(throws: FilterFault.self) { try ecosystem.on(nil).filtered(by: filter) }
  }
}
