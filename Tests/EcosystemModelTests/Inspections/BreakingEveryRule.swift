import EcosystemModel
import TestSupport

extension Ecosystem {
  /// An ecosystem with a row against each rule of the catalogue.
  static let breakingEveryRule = Ecosystem.made { all in
    let red = all.addCompany("Red Hat") { $0.timeZone = "Europe/Zurch" }
    let hat = all.addCompany("RedHat") { $0.parent = .init("loop") }
    let loop = all.addCompany("Loop") { $0.parent = .init("redhat") }
    all.addCompany("TBD") { $0.kind = "C-R-O" }
    all.addCompany("Sample House") {
      $0.kind = "cro"
      $0.assumed = ["colur"]
    }
    all.alliances.append(Alliance(id: .init("ada"), name: "One"))
    all.alliances.append(Alliance(id: .init("\u{430}da"), name: "Two"))
    all.programs.append(Program(id: .init("p1"), name: "Phase One", alliance: .init("ada")))
    all.programs.append(Program(id: .init("p2"), name: "phase-one", alliance: .init("ada")))
    let third = all.addCompany("Double  Space")
    let unit = all.addFunction("Unit", of: red) { $0.parent = .init("other") }
    all.addFunction("Other", of: loop) { $0.parent = .init("unit") }
    let ann = all.addPerson("Ann Lee", at: red) {
      $0.seniority = 9
      $0.manager = .init("bob")
    }
    let bob = all.addPerson("Bob", at: hat) {
      $0.manager = .init("ann-lee")
      $0.function = unit
      $0.capacityHours = -1
    }
    let cem = all.addPerson("Cem")
    all.addPerson("Dan")
    all.addPerson("ann  lee", at: red, id: "ann2")
    all.addAffiliation(cem, at: loop, .from("2010", until: "2015")) { $0.share = 50 }
    let gil = all.addPerson("Gil", at: third)
    let pact = all.addAlliance("Pact", of: [red, hat]) { $0.manager = gil }
    let lone = all.addAlliance("Lone", of: [red]) { $0.validity = .from("2020", until: "2019") }
    all.addAlliance("Absent", of: [red, loop])
    let top = all.addCommittee("Top", of: pact) {
      $0.approvalRate = 80
      $0.quorum = 9
      $0.cadence = Cadence("monthly")
      $0.validity = .from("2012")
    }
    let second = all.addCommittee("Second", of: pact) {
      $0.quorum = 1
      $0.designee = .committee(.init("second"))
    }
    let low = all.addCommittee("Low", of: pact, under: top)
    all.addCommittee("Empty", of: lone, under: top)
    all.addCommittee("Round", under: .init("tail"))
    all.addCommittee("Tail", under: .init("round"))
    let absent = all.addCommittee("Absent board", of: .init("absent"))
    all.seat(ann, on: top, as: .chair, .from("2011"))
    all.seat(bob, on: top, as: .chair)
    all.seat(ann, on: top, as: .chair, .from("2013"))
    all.seat(ann, on: top, as: .observer)
    all.seat(ann, on: top)
    all.seat(cem, on: top, .from("2009"))
    all.seat(bob, on: top)
    all.seat(gil, on: top)
    all.seat(ann, on: low)
    all.seat(ann, on: second)
    all.seat(ann, on: absent)
    all.addHandoff(from: .person(ann), to: .person(ann))
    all.addHandoff(from: .person(ann), to: .person(bob), owner: ann)
    all.addRelationship(from: .company(red), to: .company(red)) { $0.weight = -2 }
    all.addRelationship(from: .company(red), to: .person(ann)) { $0.weight = 3 }
    all.addRelationship(from: .company(red), to: .person(bob)) { $0.weight = 0 }
    all.addRelationship(from: .company(red), to: .person(cem))
    all.conflicts.append(Conflict(a: .company(red), b: .company(red)))
    all.conflicts.append(Conflict(a: .person(ann), b: .company(red)))
    all.addCommittee("Stray", of: lone, under: top)
    let eva = all.addPerson("Eva", at: red)
    let pair = all.addCommittee("Pair")
    all.seat(eva, on: pair, as: .coChair, .from(until: "2018"))
    all.seat(gil, on: pair, as: .coChair)
    all.addRelationship(from: .company(red), to: .company(hat)) { $0.owner = eva }
    all.decide("open", top, .consulted)
    all.decide("budget", top, .decides)
    all.decide("budget", second, .decides)
    all.decide("budget", second, .informed)
    all.decide("budget", low, .informed) { $0.alliance = lone }
  }
}
