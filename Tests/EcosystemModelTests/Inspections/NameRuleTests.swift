import EcosystemModel
import TestSupport
import Testing

@Suite struct NameRuleTests {
  private func companies(_ names: [String]) -> Ecosystem {
    .made { made in
      for (position, name) in names.enumerated() { made.addCompany(name, id: "c\(position)") }
    }
  }

  @Test(arguments: [
    ["Red Hat", "RedHat"], ["Red Hat", " Red Hat"], ["Red Hat", "RED-HAT, Inc."],
    ["Société Générale", "Societe Generale SA"], ["Johnson & Johnson", "Johnson and Johnson"],
    ["J.P. Morgan", "JP Morgan"], ["Bayer AG", "bayer"], ["Novo Nordisk A/S", "Novo-Nordisk"],
    ["Müller GmbH & Co. KG", "Muller"], ["The Medicines Company", "Medicines Company"],
    ["Ｄaiichi", "Daiichi"], ["Straße", "Strasse"], ["L’Oréal", "L'Oreal"], ["Łódź", "Lodz"],
  ])
  func spellingsOfOneCompanyAreFound(names: [String]) throws {
    let found = try findings(of: "company.name.similar", in: companies(names))
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.row == .init(.companies, 1))
  }

  @Test(arguments: [
    ["Seat 1", "Seat 2"], ["Novartis", "Novartis Pharmaceuticals"], ["東京", "大阪"], ["???", "!!!"],
    ["Company", "Corp"], ["C", "C++"], ["R+D", "R&D"],
    ["ExThera Europe BV", "ExThera Corporation"],
  ])
  func differentCompaniesAreNot(names: [String]) throws {
    #expect(try findings(of: "company.name.similar", in: companies(names)) == [])
  }

  @Test func differentLegalFormsAreOnlyNoted() throws {
    let found = try findings(
      of: "company.name.similar", in: companies(["Merck KGaA", "Merck & Co., Inc."]))
    #expect(found.map(\.severity) == [.note])
  }

  @Test func aCompanyAndItsStatedOwnerAreTwo() throws {
    let ecosystem = Ecosystem.made { made in
      let owner = made.addCompany("Bayer")
      made.addCompany("Bayer AG") { $0.parent = owner }
    }
    #expect(try findings(of: "company.name.similar", in: ecosystem) == [])
  }

  @Test func oneFindingForAllSpellingsOfOneName() throws {
    let found = try findings(
      of: "company.name.similar", in: companies(["Red Hat", "Acme", "RedHat", "red hat", "ACME"]))
    #expect(found.count == 2)
    #expect(found[0].message.contains(#""Red Hat", "RedHat" and "red hat""#))
    #expect(found.map(\.row) == [.init(.companies, 2), .init(.companies, 4)])
  }

  @Test func manyCompaniesTakeLinearTime() throws {
    let different = companies((0..<manyRows).map { "Company number \($0)" })
    #expect(try findings(of: "company.name.similar", in: different) == [])
    let same = companies((0..<manyRows).map { _ in "Acme" })
    #expect(try findings(of: "company.name.similar", in: same).count == 1)
  }

  @Test(arguments: [
    ("John Smith", "Smith, Dr. John"), ("José Núñez", "jose nunez"), ("Ann Lee", "ANN LEE"),
    ("Ann Marie Lee", "Annmarie Lee"), ("J.P. O'Neil", "JP ONeil"),
    ("Anne-Lise Dahl", "Anne Lise Dahl"),
    ("Zoe\u{308} Bell", "Zoë Bell"), ("Kim Park, PhD", "Kim Park"),
  ])
  func spellingsOfOnePersonAreFound(first: String, second: String) throws {
    let ecosystem = Ecosystem.made {
      $0.addPerson(first, id: "a")
      $0.addPerson(second, id: "b")
    }
    #expect(
      try findings(of: "person.name.similar", in: ecosystem).map(\.severity) == [.warning])
  }

  @Test func namesakesAtDifferentCompaniesAreNotedAndSeatsAreTold() throws {
    let ecosystem = Ecosystem.made { made in
      let alpha = made.addCompany("Alpha")
      let beta = made.addCompany("Beta")
      made.addPerson("Ann Lee", at: alpha, id: "a")
      made.addPerson("Ann Lee", at: beta, id: "b")
      made.addPerson("Oncology lead", at: alpha, id: "s1") { $0.kind = .seat }
      made.addPerson("Oncology lead", at: beta, id: "s2") { $0.kind = .seat }
      made.addPerson("Prof", id: "p1")
      made.addPerson("Dr", id: "p2")
    }
    let found = try findings(of: "person.name.similar", in: ecosystem)
    #expect(found.map(\.severity) == [.note])
    #expect(found.first?.row == .init(.people, 1))
  }

  @Test(arguments: ["TBD", "n/a", "?", "#REF!", "#N/A", "--", "To be confirmed", "#DIV/0!"])
  func placeholdersAreFound(name: String) throws {
    #expect(
      try findings(of: "name.placeholder", in: companies([name])).map(\.severity) == [.warning])
  }

  @Test(arguments: ["NA", "3M", "Tbd Media", "日本", "X", "Nil Nordic", "Ω"])
  func namesThatLookOddAreNames(name: String) throws {
    #expect(try findings(of: "name.placeholder", in: companies([name])) == [])
  }

  @Test(arguments: [
    (" A", "a space before it"), ("A ", "a space after it"), ("A  B", "two spaces in a row"),
    ("A\u{7}B", "U+0007"), ("A\u{200B}", "U+200B"), ("A\u{A0}B", "U+00A0"), ("A\tB", "U+0009"),
    ("A\u{202E}B", "U+202E"),
  ])
  func untidyNamesAreFound(name: String, fault: String) throws {
    let found = try findings(of: "name.untidy", in: companies([name]))
    #expect(found.count == 1)
    #expect(found.first?.message.contains(fault) == true, "\(found)")
    let isPrintable = found.first?.message.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    #expect(isPrintable == true)
  }

  @Test(arguments: ["A B", "Ä", "👩‍🔬 Lab", "می‌خواهم", "東京　支店"])
  func tidyNamesAreNot(name: String) throws {
    #expect(try findings(of: "name.untidy", in: companies([name])) == [])
  }
}
