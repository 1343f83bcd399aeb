import EcosystemModel
import TestSupport
import Testing

@testable import Insights

/// Handoffs laid out in time, against a plain search over all chains.
@Suite("Work")
struct WorkTests {
  private func made() -> (Ecosystem, [EntityReference]) {
    var made = Ecosystem()
    let one = made.addCompany("One")
    let ends = ["Maker", "Plant", "Packer", "Shop"].map {
      EntityReference.function(made.addFunction($0, of: one))
    }
    return (made, ends)
  }

  @Test("the longest chain of needs decides, and the rest may wait")
  func criticalPath() throws {
    var (ecosystem, ends) = made()
    func add(_ from: Int, _ to: Int, _ what: String, _ hours: Double?, _ needs: [String] = []) {
      ecosystem.addHandoff(from: ends[from], to: ends[to]) {
        $0.what = what
        $0.hours = hours
        $0.needs = needs
      }
    }
    add(0, 1, "Ingredient", 240)
    add(3, 1, "Forecast", 48)
    add(1, 2, "Bulk", 72, ["ingredient", "Forecast"])
    add(0, 2, "Label", 24)
    add(2, 3, "Stock", 24, ["Bulk", "Label", "Leaflet"])
    add(3, 0, "Review", 8)
    let found = try ecosystem.on(nil).answer(WorkQuestion())
    #expect(found.path.map { found.activities[$0].what } == ["Ingredient", "Bulk", "Stock"])
    #expect(found.hours == 336 && found.ends.map(\.count) == [5])
    let slack = Dictionary(
      found.activities.map { ($0.what ?? "", $0.slack) }, uniquingKeysWith: { $1 })
    #expect(slack["Forecast"] == 192 && slack["Label"] == 288 && slack["Bulk"] == 0)
    #expect(slack["Review"] == .some(nil))
    #expect(found.missing.map(\.need) == ["Leaflet"])
    let part = try ecosystem.on(nil).answer(WorkQuestion(goal: "BULK"))
    #expect(part.hours == 312 && part.path.count == 2)
    #expect(throws: InsightError.self) { try ecosystem.on(nil).answer(WorkQuestion(goal: "Gold")) }
  }

  @Test("late and lost cases a year come from limits and frequencies")
  func lateAndLost() throws {
    var (ecosystem, ends) = made()
    func add(
      _ from: Int, _ to: Int, _ what: String, _ minutes: Double, _ perYear: Double,
      _ needs: [String] = []
    ) {
      ecosystem.addHandoff(from: ends[from], to: ends[to]) {
        $0.what = what
        $0.minutes = minutes
        $0.limitHours = 0.25
        $0.perYear = perYear
        $0.needs = needs
      }
    }
    add(0, 1, "Call", 3, 600)
    add(0, 1, "Call", 16, 300)
    add(1, 2, "Transfer", 6, 850, ["Call"])
    add(1, 2, "Transfer", 15, 10, ["Call"])
    let found = try ecosystem.on(nil).answer(WorkQuestion())
    #expect(found.activities.count == 2)
    #expect(found.activities[0].latePerYear == 300 && found.activities[0].lateShare == 1.0 / 3)
    // A quarter of an hour is no longer than it may be.
    #expect(found.activities[1].latePerYear == 0 && found.activities[1].lostPerYear == 40)
    #expect(found.latePerYear == 300 && found.lostPerYear == 40)
  }

  @Test("what waits for itself is named, and the rest is timed")
  func circles() throws {
    var (ecosystem, ends) = made()
    for (what, need) in [("A", "B"), ("B", "A"), ("C", "A"), ("D", ""), ("E", "D")] {
      ecosystem.addHandoff(from: ends[0], to: ends[1]) {
        $0.what = what
        $0.hours = 1
        $0.needs = need.isEmpty ? [] : [need]
      }
    }
    let found = try ecosystem.on(nil).answer(WorkQuestion())
    #expect(found.loops.map { $0.map { found.activities[$0].what } } == [["A", "B"]])
    #expect(found.activities.map(\.start) == [nil, nil, nil, 0, 1])
    #expect(found.hours == 2)
    #expect(throws: InsightError.self) { try ecosystem.on(nil).answer(WorkQuestion(goal: "A")) }
  }

  /// When each has arrived, by following every chain.
  private func arrival(_ position: Int, _ needs: [[Int]], _ hours: [Double]) -> Double {
    hours[position] + (needs[position].map { arrival($0, needs, hours) }.max() ?? 0)
  }

  @Test("equal to a plain search, and slack is what can be added", arguments: UInt64(1)...40)
  func plain(seed: UInt64) throws {
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var (ecosystem, ends) = made()
    let needs = (0..<11).map { position in (0..<position).filter { _ in next(4) == 0 } }
    let hours = needs.map { _ in Double(next(9)) }
    for (position, before) in needs.enumerated() {
      ecosystem.addHandoff(from: ends[next(4)], to: ends[next(4)]) {
        $0.what = "W\(position)"
        $0.hours = hours[position]
        $0.needs = before.map { "w \($0)" }
      }
    }
    let found = try ecosystem.on(nil).answer(WorkQuestion())
    for position in needs.indices {
      #expect(found.activities[position].finish == arrival(position, needs, hours))
    }
    let needed = Set(needs.joined())
    let last = needs.indices.filter { !needs[$0].isEmpty && !needed.contains($0) }
      .map { arrival($0, needs, hours) }.max()
    #expect(found.hours == last)
    guard let end = found.path.last else { return }
    #expect(found.path.reduce(0) { $0 + hours[$1] } == last)
    for (position, activity) in found.activities.enumerated() {
      guard let slack = activity.slack else { continue }
      for (more, isLate) in [(slack, false), (slack + 1, true)] {
        var slower = hours
        slower[position] += more
        #expect((arrival(end, needs, slower) > arrival(end, needs, hours)) == isLate)
      }
    }
  }
}
