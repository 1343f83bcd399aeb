import EcosystemModel
import GraphCore
import Interchange
import TestSupport
import Testing

@testable import Insights

/// What check, overlap, escalation and load advise agrees: nothing that one proposes would be a fault for another.
@Suite("Advice")
struct AdviceTests {
  /// A packaged dataset, of all days.
  static func packaged(_ name: String) throws -> Ecosystem {
    try Dataset.read(at: PackageRoot.path("datasets/\(name)")).ecosystem
  }

  /// Two partners, three to six committees in layers, many people on several of them, and too little time.
  static func governed(seed: UInt64) -> Ecosystem {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }
    var made = Ecosystem()
    let partners = [made.addCompany("A"), made.addCompany("B"), made.addCompany("C")]
    let alliance = made.addAlliance("Pact", of: Array(partners.prefix(number(0...3) == 0 ? 3 : 2)))
    let people = (0..<number(6...18)).map { place in
      made.addPerson("P\(place)", at: partners[number(0...9) == 0 ? 2 : number(0...1)]) {
        $0.capacityHours = Double(number(1...12))
        if number(0...9) == 0 { $0.title = "Alliance manager" }
      }
    }
    var committees: [Committee.ID] = []
    for place in 0..<number(3...6) {
      let parent = place == 0 || number(0...5) == 0 ? nil : committees[number(0...place - 1)]
      committees.append(
        made.addCommittee("K\(place)", of: number(0...6) == 0 ? nil : alliance, under: parent) {
          $0.cadence = Cadence("monthly")
          $0.hours = Double(number(1...4))
          $0.quorum = number(0...1) == 0 ? number(1...5) : nil
        })
    }
    for person in people {
      for committee in committees where number(0...2) == 0 {
        made.seat(person, on: committee, as: MembershipRole.allCases[number(0...4)])
      }
    }
    return made
  }

  /// Every finding of check about committees and alliances, and every fault that overlap and escalation name, by what it is of.
  private func faults(_ ecosystem: Ecosystem) throws -> Set<String> {
    var found: Set<String> = []
    let snapshot = ecosystem.on(nil)
    for inspection in InspectionCatalog.all {
      let rule = type(of: inspection).rule
      guard
        ["committee", "alliance", "governance", "membership"].contains(
          rule.split(separator: ".")[0])
      else { continue }
      for finding in inspection.findings(in: snapshot) {
        switch finding.row?.table {
        case .committees?:
          found.insert("\(rule) \(ecosystem.committees[finding.row?.position ?? 0].id)")
        case .alliances?:
          found.insert("\(rule) \(ecosystem.alliances[finding.row?.position ?? 0].id)")
        default: continue
        }
      }
    }
    guard !ecosystem.memberships.isEmpty else { return found }
    for layer in OverlapLayers(snapshot).all(touching: nil) where layer.isFault {
      found.insert("overlap \(layer.judgement) \(layer.lower) \(layer.upper)")
    }
    for fault in try snapshot.answer(EscalationQuestion()).faults
    where fault.kind == .captured || fault.kind == .oneSided {
      found.insert("escalation \(fault.kind) \(fault.committees)")
    }
    return found
  }

  private func bridges(_ ecosystem: Ecosystem) -> Set<String> {
    Set(
      OverlapLayers(ecosystem.on(nil)).all(touching: nil).filter { $0.judgement == "bridging" }
        .map { "\($0.lower) \($0.upper)" })
  }

  /// Goes from a seat as proposed: hands it to somebody new of the same company, or gives it up.
  private func followed(
    _ relief: PersonLoad.Relief, of person: Person.ID, in ecosystem: Ecosystem, _ number: Int
  ) -> Ecosystem {
    var after = ecosystem
    func isMeant(_ seat: Membership) -> Bool {
      seat.person == person && seat.committee == relief.seat.committee
    }
    guard relief.successorOf != nil else {
      after.memberships.removeAll(where: isMeant)
      return after
    }
    let company = after.memberships.first(where: isMeant).flatMap { ecosystem.company(of: $0) }
    let successor = after.addPerson("Successor \(number)", at: company)
    for place in after.memberships.indices where isMeant(after.memberships[place]) {
      let old = after.memberships[place]
      after.memberships[place] = Membership(person: successor, committee: old.committee)
      after.memberships[place].role = old.role
      after.memberships[place].company = old.company
      after.memberships[place].validity = old.validity
    }
    return after
  }

  private func expectSafeRelief(_ ecosystem: Ecosystem, _ name: String) throws -> Int {
    guard !ecosystem.memberships.isEmpty else { return 0 }
    let found = try ecosystem.on(nil).answer(LoadQuestion(limit: nil))
    let before = try faults(ecosystem)
    let bridged = bridges(ecosystem)
    var all = ecosystem
    var count = 0
    let total = found.people.reduce(0) { $0 + $1.relief.count }
    // Of many proposals a sample is followed one by one; all together are followed once.
    let stride = total / 8 + 1
    for person in found.people {
      for relief in person.relief {
        count += 1
        all = followed(relief, of: person.person, in: all, count)
        guard count % stride == 0 else { continue }
        let one = followed(relief, of: person.person, in: ecosystem, count)
        let new = try faults(one).subtracting(before)
        #expect(new.isEmpty, "\(name): \(person.name) \(relief.text) makes \(new)")
        #expect(bridges(one).isSuperset(of: bridged), "\(name): \(person.name) \(relief.text)")
      }
    }
    #expect(try faults(all).subtracting(before).isEmpty, "\(name): all together")
    #expect(bridges(all).isSuperset(of: bridged), "\(name): all together")
    return count
  }

  @Test("no relief that load proposes makes a finding or breaks a bridge")
  func reliefIsSafe() throws {
    var count = 0
    for seed in UInt64(0)..<40 {
      count += try expectSafeRelief(Self.governed(seed: seed), "governed \(seed)")
    }
    #expect(count > 60)
    for seed in UInt64(0)..<12 { _ = try expectSafeRelief(.random(seed: seed), "random \(seed)") }
  }

  @Test(
    "no relief in a dataset makes a finding or breaks a bridge",
    arguments: [
      ("enhertu", "2020-06-01"), ("takeda-portfolio", "2015-09-11"), ("evenity", "2019-01-01"),
      ("digital-spaghetti", "2020-06-01"), ("sos-workplace-options", "2020-01-01"),
      ("upsher-smith-handoffs", "2020-01-01"),
    ])
  func reliefIsSafe(name: String, day: String) throws {
    let count = try expectSafeRelief(Self.packaged(name).on(.on(day)).ecosystem, name)
    if name == "enhertu" || name == "takeda-portfolio" { #expect(count > 0) }
  }

  @Test(
    "no merger that overlap proposes makes a finding, and none joins a committee with one above it")
  func mergersAreSafe() throws {
    var count = 0
    for seed in UInt64(0)..<110 {
      let ecosystem = seed < 100 ? Self.governed(seed: seed) : .random(seed: seed)
      guard !ecosystem.memberships.isEmpty else { continue }
      let before = try faults(ecosystem)
      for candidate in try ecosystem.on(nil).answer(OverlapQuestion(limit: nil)).mergeCandidates {
        count += 1
        let (old, new) = (candidate.smaller.committees[0], candidate.larger.committees[0])
        for (lower, upper) in [(old, new), (new, old)] {
          var parent = ecosystem.committees[lower]?.parent
          while let next = parent {
            #expect(next != upper, "\(seed): \(lower) stands below \(upper)")
            parent = ecosystem.committees[next]?.parent
          }
        }
        var after = ecosystem
        let present = Set(after.memberships.filter { $0.committee == new }.map(\.person))
        for seat in ecosystem.memberships
        where seat.committee == old && !present.contains(seat.person) {
          after.seat(
            seat.person, on: new, as: seat.role.isChairing ? .member : seat.role, for: seat.company,
            seat.validity)
        }
        after.memberships.removeAll { $0.committee == old }
        after.committees = after.committees.filter { $0.id != old }
        for committee in after.committees where committee.parent == old {
          after.committees.update(committee.id) { $0.parent = new }
        }
        // Whoever was an outsider on the committee that ends is one on the other.
        let moved = before.filter { $0.contains("outsider") }.map {
          $0.replacing("\(old)", with: "\(new)")
        }
        let made = try faults(after).subtracting(before).subtracting(moved)
        #expect(made.isEmpty, "\(seed): \(old) into \(new) makes \(made)")
      }
    }
    #expect(count > 5)
  }

  /// The judgement by its definition, from the rows as they stand on a day.
  private func judgement(_ lower: Committee, _ upper: Committee, in day: Ecosystem) -> String {
    let seats = day.memberships.filter { $0.committee == lower.id && $0.role != .observer }
    let above = Set(
      day.memberships.filter { $0.committee == upper.id && $0.role != .observer }.map(\.person))
    let members = Set(seats.map(\.person))
    let shared = members.intersection(above)
    var chain = [lower]
    while chain.last?.alliance == nil, let next = day.committees[chain.last?.parent],
      !chain.contains(where: { $0.id == next.id })
    {
      chain.append(next)
    }
    let alliance = day.alliances[chain.last?.alliance]
    func owner(_ company: Company.ID?) -> Company.ID? {
      var next = company
      var seen: Set<Company.ID> = []
      guard let alliance, !alliance.companies.isEmpty else { return company }
      while let current = next, seen.insert(current).inserted {
        if alliance.companies.contains(current) { return current }
        next = day.companies[current]?.parent
      }
      return nil
    }
    func partner(_ person: Person.ID) -> Company.ID? {
      seats.filter { $0.person == person }.compactMap { owner(day.company(of: $0)) }.first
    }
    func isManager(_ id: Person.ID) -> Bool {
      guard let person = day.people[id] else { return false }
      let texts =
        [person.title, day.functions[person.function]?.name]
        + (person.kind == .seat ? [person.name] : [])
      return alliance?.manager == id
        || texts.contains { $0?.lowercased().contains("alliance") ?? false }
    }
    let deciders = shared.filter { !isManager($0) }
    let partners =
      alliance.map { Set($0.companies) } ?? Set(members.compactMap(partner))
    let joined = Set(shared.compactMap(partner)).intersection(partners)
    if shared.isEmpty { return "apart" }
    if !deciders.isEmpty, deciders.count * 2 >= members.count { return "captured" }
    if joined.isEmpty { return "partners unknown" }
    if joined == partners { return "bridging" }
    if deciders.isEmpty { return "joined by alliance managers" }
    if joined.count > 1 { return "bridging in part" }
    return shared.contains { partner($0) == nil } ? "partners unknown" : "one-sided"
  }

  @Test(
    "the judgement of shared seats equals its definition, on every day", arguments: UInt64(0)..<40)
  func judgementsByDefinition(seed: UInt64) throws {
    let whole = seed < 30 ? Self.governed(seed: seed) : Ecosystem.random(seed: seed, scale: 30)
    for day: CalendarDate? in [.on("2012"), .on("2014-06"), .on("2017")] {
      let present = whole.on(day).ecosystem
      guard !present.memberships.isEmpty else { continue }
      let layers = try whole.on(day).answer(OverlapQuestion(limit: nil)).layers
      for layer in layers {
        let lower = try #require(present.committees[layer.lowerCommittees[0]])
        let upper = try #require(present.committees[layer.upperCommittees[0]])
        #expect(
          layer.judgement == judgement(lower, upper, in: present), "\(seed) \(layer.sentence)")
      }
      let faults = Set(layers.filter(\.isFault).map { [$0.lower, $0.upper] })
      let escalated = try whole.on(day).answer(EscalationQuestion()).faults.filter {
        $0.kind == .captured || $0.kind == .oneSided
      }
      #expect(faults.isSubset(of: Set(escalated.map(\.committees))))
    }
  }

  @Test("Enhertu: Breast is captured, Lung and Gastric bridge, and so do all JLTs with the JDC")
  func enhertu() throws {
    let whole = try Self.packaged("enhertu")
    let day = CalendarDate.on("2020-06-01")
    let layers = try whole.on(day).answer(OverlapQuestion(limit: nil)).layers
    func layer(_ name: String) throws -> OverlapLayer {
      try #require(
        layers.first { $0.lower == name && $0.upper == "Joint Development Committee" })
    }
    #expect(try layer("Breast JLT").judgement == "captured")
    #expect(try (layer("Breast JLT").shared, layer("Breast JLT").lowerCount) == (5, 8))
    #expect(try layer("Breast JLT").chairs.count == 2)
    #expect(try layer("Lung JLT").judgement == "bridging")
    #expect(try layer("Gastric JLT").judgement == "bridging")
    #expect(try layer("Colorectal JLT").judgement == "apart")
    let kinds = try whole.on(day).answer(OverlapQuestion("JLT", "JDC"))
    #expect(kinds.layers.map(\.judgement) == ["bridging"] && kinds.layers[0].shared == 7)
    #expect(kinds.summary[0].contains("29 % (7 of 24)"))
    #expect(kinds.statedAims.count == 2 && kinds.testCount == 1)
    #expect(kinds.pair?.adjustedPValue == kinds.pair?.pValue)
    #expect(!kinds.summary.joined().contains("correct"))
    // Nobody proposes to merge a team into the committee above it.
    #expect(try whole.on(day).answer(OverlapQuestion(limit: nil)).mergeCandidates.isEmpty)
    let faults = try whole.on(day).answer(EscalationQuestion()).faults
    #expect(faults.filter { $0.kind == .captured }.map { $0.committees[0] } == ["Breast JLT"])
    #expect(!faults.contains { $0.kind == .oneSided })
    let rule = try #require(
      InspectionCatalog.all.first { type(of: $0).rule == "governance.layers.shared" })
    #expect(rule.findings(in: whole.on(nil)).count == 1)
  }
}
