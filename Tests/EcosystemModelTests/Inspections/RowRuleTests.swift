import Foundation
import TestSupport
import Testing

@testable import EcosystemModel

/// The rules that look at one row at a time: ties, values, companies of functions.
@Suite struct RowRuleTests {
  @Test func ownerlessHandoffs() throws {
    func handoffs(_ owners: [Bool]) -> Ecosystem {
      .made { made in
        let ann = made.addPerson("Ann")
        let bob = made.addPerson("Bob")
        for isOwned in owners {
          made.addHandoff(from: .person(ann), to: .person(bob), owner: isOwned ? ann : nil)
        }
      }
    }
    let rule = "handoff.owner.missing"
    let some = try findings(of: rule, in: handoffs([true, false, false]))
    #expect(some.compactMap(\.row?.position) == [1, 2])
    #expect(some.allSatisfy { $0.severity == .warning && $0.column == "owner" })
    #expect(try findings(of: rule, in: handoffs([false, false])).map(\.row) == [nil])
    #expect(try findings(of: rule, in: handoffs([false])).map(\.row) == [.init(.handoffs, 0)])
    #expect(try findings(of: rule, in: handoffs([true])) == [])
  }

  @Test func tiesWithOneself() throws {
    for rule in ["handoff.self", "relationship.self", "conflict.self"] {
      let found = try findings(of: rule, in: .breakingEveryRule)
      #expect(found.map(\.severity) == [.warning], "\(rule)")
      #expect(found[0].row?.position == 0)
    }
  }

  @Test func conflictsOfPeopleAreErrors() throws {
    let found = try findings(of: "conflict.subject", in: .breakingEveryRule)
    #expect(found.map(\.severity) == [.error])
    #expect(found[0].row == .init(.conflicts, 1))
    #expect(found[0].column == "a")
  }

  @Test(arguments: [
    ("Europe/Zurch", "Europe/Zurich"), ("asia/tokyo", "Asia/Tokyo"), ("Tokyo", "Asia/Tokyo"),
    ("New York", "America/New_York"), ("US/New_York", "America/New_York"), ("JST", "Asia/Tokyo"),
    ("UTC+9", "Etc/GMT-9"), ("gmt -5", "Etc/GMT+5"), ("Europe/Kyv", "Europe/Kyiv"),
  ])
  func unknownTimeZonesAreAskedAbout(zone: String, meant: String) throws {
    let ecosystem = Ecosystem.made { $0.addCompany("Alpha") }
    var asked = ecosystem
    asked.companies.update(.init("alpha")) { $0.timeZone = zone }
    let found = try findings(of: "time-zone.unknown", in: asked)
    #expect(found.map(\.severity) == [.error])
    #expect(found[0].column == "time_zone")
    #expect(found[0].message.hasSuffix("did you mean \"\(meant)\"?"), "\(found[0].message)")
  }

  @Test(arguments: ["", "Mars/Olympus Mons", "UTC+5:30", "GMT+99", "99", "Ωmega"])
  func otherTextsGetAnExample(zone: String) throws {
    let ecosystem = Ecosystem.made { $0.addPerson("Ann") { $0.timeZone = zone } }
    let found = try findings(of: "time-zone.unknown", in: ecosystem)
    #expect(found.first?.message.contains("use an IANA name such as") == true, "\(found)")
  }

  @Test(arguments: [
    "Asia/Tokyo", "UTC", "Etc/GMT-14", "Asia/Calcutta", "US/Eastern",
    "America/Argentina/ComodRivadavia", "Europe/Kyiv", "Japan", "GB",
  ])
  func knownTimeZones(zone: String) throws {
    let ecosystem = Ecosystem.made { made in
      made.addFunction("F", of: made.addCompany("Alpha")) { $0.timeZone = zone }
    }
    #expect(try findings(of: "time-zone.unknown", in: ecosystem) == [])
  }

  @Test func theTableOfTimeZonesIsWhole() {
    // What the machine's own database names, where there is one; its placeholder for installers is no zone.
    let zones =
      (try? String(contentsOfFile: "/usr/share/zoneinfo/tzdata.zi", encoding: .utf8)) ?? ""
    var names: Set<String> = []
    for line in zones.split(separator: "\n") {
      let words: [Substring] = line.split(separator: " ")
      if words.first == "Z" { names.insert(String(words[1])) }
      if words.first == "L" { names.insert(String(words[2])) }
    }
    #expect(names.subtracting(["Factory"]).subtracting(TimeZones.all).isEmpty)
    #expect(
      TimeZones.all == TimeZones.all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(TimeZones.all).count == TimeZones.all.count)
  }

  @Test func hostileTimeZonesCostNoSearchEach() throws {
    let ecosystem = Ecosystem.made { made in
      for row in 0..<manyRows { made.addPerson("P\(row)") { $0.timeZone = "Europe/X\(row)y" } }
    }
    #expect(try findings(of: "time-zone.unknown", in: ecosystem).count == manyRows)
  }

  @Test(arguments: [(-0.1, false), (0, true), (1, true), (1.01, false), (85, false), (.nan, false)])
  func shares(value: Double, isFine: Bool) throws {
    let ecosystem = Ecosystem.made { made in
      made.addCommittee("Board") { $0.approvalRate = value }
      made.addAffiliation(made.addPerson("Ann"), at: made.addCompany("Alpha")) { $0.share = value }
    }
    let found = try findings(of: "value.range", in: ecosystem)
    #expect(found.map(\.severity) == (isFine ? [] : [.error, .error]))
    #expect(found.map(\.column) == (isFine ? [] : ["share", "approval_rate"]))
    if value == 85 {
      #expect(found.allSatisfy { $0.message.hasSuffix("write 0.85 if 85 % is meant.") })
    }
  }

  @Test(arguments: [(0, 1), (1, 0), (5, 0), (6, 1)])
  func seniorities(value: Int, count: Int) throws {
    let ecosystem = Ecosystem.made { $0.addPerson("Ann") { $0.seniority = value } }
    #expect(try findings(of: "value.range", in: ecosystem).count == count)
  }

  @Test(arguments: [(-1.0, 9), (0, 0), (.infinity, 7), (2, 0)])
  func negativeValues(value: Double, count: Int) throws {
    let ecosystem = Ecosystem.made { made in
      let ann = made.addPerson("Ann") { $0.capacityHours = value }
      made.addAlliance("Pact", of: []) { $0.valueInUSDollars = value }
      made.addCommittee("Board") {
        $0.hours = value
        $0.preparationHours = value
        $0.maxDays = value
        $0.quorum = Int(exactly: value)
      }
      made.addRelationship(from: .person(ann), to: .person(ann)) { $0.weight = value }
      made.addHandoff(from: .person(ann), to: .person(ann)) { $0.hours = value }
      var conflict = Conflict(a: .person(ann), b: .person(ann))
      conflict.coolingOffDays = Int(exactly: value)
      made.conflicts.append(conflict)
    }
    let found = try findings(of: "value.range", in: ecosystem)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.severity == .error && $0.column != nil })
  }

  @Test func functionsOfOtherCompanies() throws {
    let ecosystem = Ecosystem.made { made in
      let alpha = made.addCompany("Alpha")
      let lab = made.addCompany("Lab") { $0.parent = alpha }
      let beta = made.addCompany("Beta")
      let head = made.addFunction("Head", of: alpha)
      made.addFunction("Bench", of: lab) { $0.parent = head }
      made.addFunction("Sales", of: beta) { $0.parent = head }
      made.addPerson("Ann", at: beta) { $0.function = head }
      let lou = made.addPerson("Lou", at: lab) { $0.function = head }
      made.addPerson("Zoe") { $0.function = head }
      made.addAffiliation(lou, at: beta) { $0.function = head }
    }
    let parents = try findings(of: "function.parent.foreign", in: ecosystem)
    #expect(parents.map(\.row) == [.init(.functions, 2)])
    let people = try findings(of: "person.function.foreign", in: ecosystem)
    #expect(people.map(\.row) == [.init(.people, 0), .init(.affiliations, 0)])
    #expect((parents + people).allSatisfy { $0.severity == .warning })
  }

  @Test func companiesAndPeopleWithoutTies() throws {
    var ecosystem = Ecosystem.sample
    ecosystem.addCompany("Lonely")
    ecosystem.addPerson("Nobody")
    let companies = try findings(of: "company.isolated", in: ecosystem)
    #expect(companies.map(\.severity) == [.note])
    #expect(companies[0].message.contains("Lonely"))
    #expect(try findings(of: "person.company.missing", in: ecosystem).count == 1)
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("abcd", "acbd", 1), ("", "abc", 3), ("abc", "", 3),
    ("same", "same", 0),
    ("compnay", "company", 1), ("ca", "abc", 3), ("Müller", "Muller", 1),
  ])
  func editDistances(left: String, right: String, distance: Int) {
    #expect(editDistance(left.letters, right.letters, limit: 3) == distance)
    #expect(editDistance(left.letters, right.letters, limit: distance - 1) == nil)
  }
}
