import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite("Review of the handoffs")
struct HandoffReviewTests {
  private func made(
    _ rows: [(String, String)], _ change: (Int, inout Handoff) -> Void = { _, _ in }
  ) -> Ecosystem {
    var made = Ecosystem()
    let company = made.addCompany("One")
    for name in Set(rows.flatMap { [$0.0, $0.1] }).sorted() {
      made.addFunction(name, of: company)
    }
    for (position, row) in rows.enumerated() {
      made.addHandoff(from: .function(.init(row.0)), to: .function(.init(row.1))) {
        change(position, &$0)
      }
    }
    return made
  }

  private func function(_ name: String) -> EntityReference { .function(.init(name)) }

  @Test("a case that goes straight back is a return, a pair of directions alone is not")
  func pingPong() throws {
    let review = try made([("a", "b"), ("b", "a"), ("a", "b"), ("b", "c"), ("c", "b")]) {
      row, handoff in
      handoff.what = row < 4 ? "case 1" : "case 2"
    }.on(nil).answer(HandoffReviewQuestion())
    #expect(review.pingPongs.map { [$0.forth, $0.back, $0.returns] } == [[2, 1, 2], [1, 1, 0]])
  }

  @Test("loops are of three or more; each way round is found once")
  func loops() throws {
    let review = try made([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "c"), ("d", "e")])
      .on(nil).answer(HandoffReviewQuestion())
    #expect(review.loops.count == 1)
    #expect(review.loops.first?.members.count == 4)
    #expect(
      review.loops.first?.ways == [[function("a"), function("b"), function("c"), function("a")]])
    #expect(review.ends.map(\.party) == [function("e")])
    #expect(review.starts.isEmpty)
  }

  @Test("cut points name those whom they cut off; directions do not matter")
  func cutPoints() throws {
    // A triangle with a tail: ANALYTICS' oracle, articulation {3, 4}.
    let review = try made([("1", "2"), ("2", "3"), ("3", "1"), ("4", "3"), ("4", "5")]).on(nil)
      .answer(HandoffReviewQuestion())
    #expect(review.cutPoints.map(\.party) == [function("3"), function("4")])
    #expect(review.cutPoints.first?.cutOff == [function("4"), function("5")])
    #expect(review.cutPoints.last?.cutOff == [function("5")])
  }

  @Test("slow is relative to the stage where it has five links, uneven to the own median")
  func slow() throws {
    let rows = (0..<6).map { ("s\($0)", "t\($0)") } + [("s0", "t0"), ("s0", "t0")]
    let review = try made(rows) { row, handoff in
      handoff.stage = "launch"
      handoff.hours = row == 5 ? 100 : row == 7 ? 50 : Double(10 + row)
    }.on(nil).answer(HandoffReviewQuestion())
    #expect(review.slowLinks.map(\.reason) == [.slow, .uneven])
    #expect(review.slowLinks.map(\.link.fromName) == ["s5", "s0"])
    #expect(review.slowLinks.first?.group == "launch")
  }

  @Test("a handoff earlier than anything its sender gets violates the order")
  func stages() throws {
    let stages = ["development", "sourcing", "launch", "odd"]
    let review = try made([("a", "b"), ("b", "c"), ("b", "d"), ("d", "e")]) {
      $1.stage = stages[$0]
    }.on(nil).answer(HandoffReviewQuestion())
    #expect(review.stageBreaches.map(\.stage) == ["sourcing"])
    #expect(review.stageBreaches.first?.earliestIncoming == "development")
    #expect(review.unorderedStages == ["odd"])
    let turned = try made([("a", "b"), ("b", "c"), ("b", "d"), ("d", "e")]) {
      $1.stage = stages[$0]
    }.on(nil).answer(HandoffReviewQuestion(stages: ["sourcing", "launch", "odd", "development"]))
    #expect(turned.stageBreaches.map(\.stage) == ["sourcing", "launch"])
    #expect(turned.unorderedStages.isEmpty)
  }

  @Test("an owner has left once the employment is over on the day, not before and not elsewhere")
  func deserted() throws {
    var ecosystem = made([("a", "b")])
    let owner = ecosystem.addPerson("Ada")
    ecosystem.addAffiliation(owner, at: .init("one"), .from("2018", until: "2020"))
    ecosystem.handoffs[0].owner = owner
    #expect(
      try ecosystem.on(nil).answer(HandoffReviewQuestion()).deserted.map(\.left) == [.on("2020")])
    #expect(try ecosystem.on(.on("2020")).answer(HandoffReviewQuestion()).deserted.count == 1)
    #expect(try ecosystem.on(.on("2019-12-31")).answer(HandoffReviewQuestion()).deserted.isEmpty)
    let other = ecosystem.addCompany("Other")
    ecosystem.addAffiliation(owner, at: other, .from("2020"))
    #expect(try ecosystem.on(.on("2021")).answer(HandoffReviewQuestion()).deserted.count == 1)
    #expect(try ecosystem.on(nil).answer(HandoffReviewQuestion()).ownerless.isEmpty)
  }

  @Test("handoffs to oneself are counted and left out")
  func selves() throws {
    let review = try made([("a", "a"), ("a", "b")]).on(nil).answer(HandoffReviewQuestion())
    #expect(review.selfCount == 1 && review.linkCount == 1 && review.ownerless.count == 1)
  }

  @Test(
    "every table of a random ecosystem has a method and whole rows",
    arguments: 0..<24 as Range<UInt64>)
  func random(seed: UInt64) throws {
    let review = try Ecosystem.random(seed: seed).on(nil).answer(HandoffReviewQuestion())
    #expect(review.tables.allSatisfy { !$0.method.isEmpty })
    #expect(Set(review.tables.map(\.id)).count == review.tables.count)
    #expect(review.links.reduce(0) { $0 + $1.rowCount } + review.selfCount == review.handoffCount)
  }

  @Test("an ecosystem without handoffs says which table is missing")
  func empty() {
    let error = #expect(throws: InsightError.self) {
      try Ecosystem().on(nil).answer(HandoffReviewQuestion())
    }
    #expect(error?.code == .missingData && error?.message.contains("“handoffs”") == true)
  }
}
