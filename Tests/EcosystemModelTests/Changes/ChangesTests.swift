import Foundation
import GraphCore
import TestSupport
import Testing

@testable import EcosystemModel

@Suite struct ChangesTests {
  @Test(arguments: Seeds.upTo(30))
  func appliedToTheOldStateChangesGiveTheNewOne(seed: UInt64) {
    let old = Ecosystem.random(seed: seed)
    let other = Ecosystem.random(seed: seed + 1000)
    var edits = RandomEdits(seed: seed, in: old)
    for new in [other, old.rewritten(by: &edits)] {
      for isSameDataset in [true, false] {
        let changes = EcosystemChanges(from: old, to: new, isSameDataset: isSameDataset)
        #expect(old.applying(changes).rowCounts == new.rowCounts)
      }
    }
  }

  @Test(arguments: Seeds.upTo(30))
  func nothingIsReportedButWhatChanged(seed: UInt64) {
    let old = Ecosystem.random(seed: seed)
    var edits = RandomEdits(seed: seed, in: old)
    let new = old.rewritten(by: &edits)
    let changes = EcosystemChanges(from: old, to: new, isSameDataset: false)
    #expect(changes.recognised.allSatisfy { $0.ground == .id })
    let found = changes.changes.map { change in
      RandomEdits.Edit(
        table: change.table, act: change.act,
        columns: change.act == .changed ? change.cells.map(\.column).sorted() : [])
    }
    #expect(found.sorted() == edits.made.sorted())
  }

  @Test(arguments: TableName.allCases)
  func everyColumnOfEveryTableIsCompared(table: TableName) {
    func check<Row: TableRow>(_ type: Row.Type) {
      let old = Ecosystem.random(seed: 5)
      for column in Row.stated where !column.isID {
        var edit = CellEdit<Row>(column: column, in: old)
        let new = old.rewritten(by: &edit)
        let changes = EcosystemChanges(from: old, to: new, isSameDataset: false).changes
        #expect(edit.isDone, "\(table).\(column.name)")
        #expect(
          old.applying(.init(from: old, to: new, isSameDataset: true)).rowCounts == new.rowCounts)
        // Who joins others is another row where it joins two others.
        guard !column.isRequired || Row.table.kind != nil else { continue }
        #expect(changes.map(\.act) == [.changed], "\(table).\(column.name)")
        #expect(changes.first?.cells.map(\.column) == [column.name])
      }
    }
    check(table.rowType)
  }

  @Test func theOrderOfRowsIsNoChange() {
    let old = Ecosystem.random(seed: 3)
    var shuffle = Shuffle(random: SplitMix64(state: 1))
    let new = old.rewritten(by: &shuffle)
    #expect(EcosystemChanges(from: old, to: new, isSameDataset: false).isEmpty)
  }

  @Test func changesAreCodable() throws {
    let changes = EcosystemChanges(
      from: .random(seed: 1), to: .random(seed: 2), isSameDataset: false)
    let data = try JSONEncoder().encode(changes)
    #expect(try JSONDecoder().decode(EcosystemChanges.self, from: data) == changes)
  }
}

@Suite struct RecognitionTests {
  /// A committee with its members, under a name and an id.
  private func joint(
    committee: String, id: String? = nil, people: [String] = ["Ann Lee", "Bo Ek", "Cy Ito"]
  ) -> Ecosystem {
    var made = Ecosystem()
    let company = made.addCompany("Acme")
    let other = made.addCompany("Bolt")
    let alliance = made.addAlliance("Orion", of: [company, other])
    let top = made.addCommittee("JSC", of: alliance)
    let body = made.addCommittee(committee, of: alliance, id: id) { $0.parent = top }
    for (place, name) in people.enumerated() {
      let person = made.addPerson(name, at: place == 0 ? company : other)
      made.seat(person, on: body, as: place == 0 ? .chair : .member)
      made.seat(person, on: top)
    }
    return made
  }

  private func matches(_ old: Ecosystem, _ new: Ecosystem) -> [EntityMatch] {
    EcosystemChanges(from: old, to: new, isSameDataset: false).recognised
  }

  @Test func aRenamedCommitteeIsRecognisedByItsSeats() {
    let (old, new) = (joint(committee: "JDC"), joint(committee: "Development Board"))
    let changes = EcosystemChanges(from: old, to: new, isSameDataset: false)
    #expect(changes.recognised.map(\.ground) == [.links])
    #expect(changes.recognised.map(\.newName) == ["Development Board"])
    #expect(changes.changes.map(\.sorts) == [[.renamed, .changed]])
    #expect(changes.changes.first?.cells.map(\.column) == ["name", "id"])
  }

  @Test func anIdThatStaysIsAKey() {
    let match = matches(joint(committee: "JDC", id: "k"), joint(committee: "Board", id: "k"))
    #expect(match.map(\.ground) == [.id])
  }

  @Test func aNameThatStaysIsAKeyWhereIdsAreNew() {
    let match = matches(joint(committee: "JDC", id: "k1"), joint(committee: "JDC", id: "k2"))
    #expect(match.map(\.ground) == [.name])
  }

  @Test func anotherSpellingIsTheSameName() {
    let match = matches(joint(committee: "J.D.C."), joint(committee: "jdc"))
    #expect(match.map(\.ground).contains(.spelling) || match.map(\.ground) == [.id])
  }

  @Test func aNewSurnameIsTheSamePersonAndASuccessorIsNot() {
    let old = joint(committee: "JDC")
    let married = joint(committee: "JDC", people: ["Ann Holm", "Bo Ek", "Cy Ito"])
    #expect(matches(old, married).map(\.newName) == ["Ann Holm"])
    let successor = joint(committee: "JDC", people: ["Di Roy", "Bo Ek", "Cy Ito"])
    #expect(matches(old, successor).isEmpty)
  }

  @Test func whoeverIsNamedElsewhereGoesWithTheName() {
    let (old, new) = (joint(committee: "JDC"), joint(committee: "Development Board"))
    let back = EcosystemChanges(from: new, to: old, isSameDataset: false)
    #expect(back.changes.count == 1)
    #expect(new.applying(back).rowCounts == old.rowCounts)
  }
}
