import EcosystemModel
import Foundation
import Insights
import TestSupport
import Testing

@testable import Cartography
import GraphvizKit

/// What a picture says is what it shows.
@Suite(.timeLimit(.minutes(60)))
struct ChartTruthTests {
  private let context = PictureContext(
    theme: .named(.light), companies: CompanyLooks(),
    provenance: Provenance(fingerprint: "0123456789"))

  /// Handoffs of two companies over six stages, more than there is room for, some of which nobody owns.
  private static func crowded(ownerless: Set<Int>) -> Ecosystem {
    var made = Ecosystem()
    let companies = [made.addCompany("One"), made.addCompany("Two")]
    let owner = made.addPerson("Ada Byron", at: companies[0])
    let functions = (0..<24).map { made.addFunction("Team \($0)", of: companies[$0 % 2]) }
    let stages = ["sourcing", "contracting", "development", "regulatory", "launch", "sunset"]
    for row in 0..<60 {
      made.addHandoff(
        from: .function(functions[row % 24]), to: .function(functions[(row * 7 + 5) % 24]),
        owner: ownerless.contains(row) ? nil : owner
      ) {
        $0.what = "Thing \(row)"
        $0.stage = stages[row % 6]
        $0.hours = Double(row + 1)
      }
    }
    return made
  }

  private func texts(of sheet: LaidOutDiagram) -> [String] {
    (sheet.sheet.beforeMap + sheet.sheet.afterMap).compactMap {
      if case .text(let line, _) = $0 { line.text } else { nil }
    }
      + sheet.diagram.nodes.flatMap { $0.lines.map(\.text) }
  }

  @Test(arguments: [[3], [1, 20, 40], [0, 13, 26, 39, 52]])
  func everyOwnerlessHandoffIsDrawn(rows: [Int]) throws {
    let review = try Self.crowded(ownerless: Set(rows)).on(nil).answer(HandoffReviewQuestion())
    let sheet = try #require(HandoffLanes.laidOut(review, context))
    #expect(sheet.diagram.title.contains("all \(rows.count) without an owner"))
    #expect(sheet.diagram.edges.count { $0.classes == ["ownerless"] } == rows.count)
    for row in rows {
      let names = sheet.diagram.edges.flatMap { $0.tooltip.split { "\n,".contains($0) } }
      // Of several things between two parties each says its time.
      #expect(
        names.contains { $0.trimmed == "Thing \(row)" || $0.trimmed.hasPrefix("Thing \(row) ") },
        "row \(row)")
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func titlesOfLanesCountWhatIsDrawn(seed: UInt64) throws {
    let ecosystem = seed == 0 ? Ecosystem.sample : .random(seed: seed, scale: seed < 6 ? 24 : 120)
    let review = try ecosystem.on(nil).answer(HandoffReviewQuestion())
    let stages = Set(review.flows.map { $0.stage.map { ColumnName.normalized($0) } ?? "" })
    for height in [150.0, 260, 420] {
      for slots in [4, 8, 12] {
        let plan = LanePlan.best(for: review.flows, in: .init(height: height, slotLimit: slots))
        let placed = plan.columns.flatMap { $0.slots.flatMap { $0 } }
        #expect(placed.map(\.bundle.rowCount).reduce(0, +) == plan.shownRows)
        #expect(placed.map(\.bundle.ownerlessCount).reduce(0, +) == plan.shownOwnerless)
        #expect(plan.columns.map(\.slots.count).reduce(0, +) <= slots)
        #expect(Double(plan.lanes.count) * 22 <= height)
        for bundle in placed {
          #expect(bundle.sources.count == 1 || bundle.targets.count == 1)
          #expect(Set(bundle.bundle.flows.map { $0.items.map(\.what) }).count == 1)
          #expect((bundle.sources + bundle.targets).allSatisfy(bundle.span.contains))
        }
        // A slot is no place for two texts.
        for slot in plan.columns.flatMap(\.slots) {
          for (number, one) in slot.enumerated() {
            #expect(slot.dropFirst(number + 1).allSatisfy { !$0.span.overlaps(one.span) })
          }
        }
        let drawn = Set(placed.map(\.bundle.stageKey))
        let named = Set(plan.missingStages.map { ColumnName.normalized($0) })
        #expect(drawn.union(named).isSuperset(of: stages.subtracting([""])) || plan.isByCompany)
      }
    }
  }

  /// One to many is a fan, many to one a funnel: each line leads from its own dot to its own tip past the others.
  @Test(arguments: UInt64(0)..<12)
  func nothingIsPassedOnBetween(seed: UInt64) throws {
    var made = Ecosystem()
    let company = made.addCompany("One")
    let count = 3 + Int(seed % 6)
    let teams = (0..<count).map { made.addFunction("Team \($0)", of: company) }
    let hub = teams[Int(seed) % count]
    for team in teams where team != hub {
      made.addHandoff(from: .function(hub), to: .function(team)) { $0.what = "Call" }
      made.addHandoff(from: .function(team), to: .function(hub)) { $0.what = "Answer" }
    }
    let ecosystem = seed < 8 ? made : Ecosystem.random(seed: seed, scale: 60)
    let sheet = try #require(
      HandoffLanes.laidOut(try ecosystem.on(nil).answer(HandoffReviewQuestion()), context))
    let places = Dictionary(
      zip(sheet.diagram.nodes.map(\.key), zip(sheet.diagram.nodes, sheet.boxes)),
      uniquingKeysWith: { first, _ in first })
    for (edge, route) in zip(sheet.diagram.edges, sheet.routes) {
      let (start, end) = try (#require(places[edge.from]), #require(places[edge.to]))
      #expect(start.0.classes == ["from"] && end.0.classes == ["to"])
      let points = route.curves.flatMap(\.points)
      for (key, place) in places where key != edge.from && key != edge.to {
        // The dots and tips of the same lanes are where lines of the same bundle begin and end.
        let isMine = place.1.middle == start.1.middle || place.1.middle == end.1.middle
        let room = place.0.classes == ["from"] ? 4.5 : 3.5
        #expect(
          isMine
            || points.indices.dropFirst().allSatisfy {
              Self.distance(of: place.1.middle, to: (points[$0 - 1], points[$0])) > room
            }, "\(edge.key) runs through \(key)")
      }
    }
  }

  /// The distance of a point from a straight line.
  private static func distance(
    of point: LaidOutDiagram.Point, to line: (LaidOutDiagram.Point, LaidOutDiagram.Point)
  ) -> Double {
    let (across, down) = (line.1.x - line.0.x, line.1.y - line.0.y)
    let length = across * across + down * down
    let share = ((point.x - line.0.x) * across + (point.y - line.0.y) * down) / max(length, 1e-9)
    let near = min(1, max(0, share))
    let (x, y) = (line.0.x + near * across - point.x, line.0.y + near * down - point.y)
    return (x * x + y * y).squareRoot()
  }

  @Test(arguments: UInt64(0)..<10)
  func smallerRoomsKeepTheLevel(seed: UInt64) throws {
    let ecosystem: Ecosystem =
      seed == 0 ? Self.crowded(ownerless: []) : .random(seed: seed, scale: seed < 6 ? 24 : 120)
    let flows = try ecosystem.on(nil).answer(HandoffReviewQuestion()).flows
    let levels = [120.0, 200, 300, 380, 420].flatMap { height in
      [3, 6, 9, 11].map {
        LanePlan.best(for: flows, in: .init(height: height, slotLimit: $0)).isByCompany
      }
    }
    #expect(Set(levels).count == 1)
  }

  @Test func handoffsAlikeShareAnArrow() throws {
    var made = Ecosystem()
    let company = made.addCompany("One")
    let centre = made.addFunction("Centre", of: company)
    for number in 0..<5 {
      let team = made.addFunction("Team \(number)", of: company)
      made.addHandoff(from: .function(centre), to: .function(team)) { $0.what = "Call" }
      made.addHandoff(from: .function(team), to: .function(centre)) { $0.what = "Answer \(number)" }
    }
    let plan = LanePlan.best(
      for: try made.on(nil).answer(HandoffReviewQuestion()).flows,
      in: .init(height: 400, slotLimit: 12))
    #expect(plan.shownRows == 10)
    #expect(plan.bundles.map(\.flows.count).sorted() == [1, 1, 1, 1, 1, 5])
  }

  @Test(arguments: UInt64(1)..<8)
  func titlesOfWaysNameTheFirst(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    for handoff in ecosystem.handoffs.prefix(4) {
      guard
        let findings = try? ecosystem.on(nil).answer(
          HandoffPathsQuestion(
            from: handoff.from, to: ecosystem.handoffs[ecosystem.handoffs.count - 1].to)),
        let hours = findings.paths.first?.hours,
        let sheet = HandoffWays.laidOut(findings, context)
      else { continue }
      #expect(
        sheet.diagram.title.contains("and \(PictureText.duration(hours: hours)) by a shortest"),
        "\(sheet.diagram.title)")
    }
  }

  @Test func wallsWithoutPeopleAreNotCalledSafe() throws {
    var made = Ecosystem()
    let hub = made.addCompany("Hub")
    let alliances = ["a", "b"].map { made.addAlliance($0, of: [hub, made.addCompany("P \($0)")]) }
    let committee = made.addCommittee("jsc a", of: alliances[0])
    made.seat(made.addPerson("Ada"), on: committee)
    made.conflicts.append(Conflict(a: .alliance(alliances[0]), b: .alliance(alliances[1])))
    let findings = try made.on(nil).answer(FirewallQuestion())
    #expect(findings.pairs.map(\.status) == [.unknown])
    #expect(findings.pairs[0].emptySides == ["b"])
    let sheet = try #require(FirewallSides.laidOut(findings, context))
    #expect(sheet.diagram.title.contains("cannot be judged"))
    #expect(sheet.diagram.summary.contains("cannot be judged"))
    #expect(!texts(of: sheet).contains { $0.contains("holds") })
  }

  @Test(arguments: UInt64(0)..<8)
  func barsOfLoadLieBesideEachOther(seed: UInt64) throws {
    let ecosystem = seed == 0 ? Ecosystem.sample : .random(seed: seed, scale: seed < 5 ? 24 : 120)
    let findings = try ecosystem.on(nil).answer(LoadQuestion(limit: nil))
    let sheet = try #require(LoadBars.laidOut(findings, context))
    #expect(sheet.legibility().boxOverlaps == 0)
    // Nobody has 1 handoffs.
    let words = sheet.diagram.nodes.flatMap { node in
      node.lines.map(\.text) + node.tooltip.split(separator: "\n").map(String.init)
    }
    #expect(!words.contains { $0.contains(/^1 (direct )?\w+s\b/) })
    // Whoever carries too much: what the bar does not show comes first, and the hours only where nothing else is said.
    for person in findings.people where person.isOverloaded {
      let lines = LoadReasons(person).lines(width: 250, size: ChartSheet.small, limit: 2)
      let others = person.reasons.filter { $0.kind != .capacity }
      let told = others.isEmpty ? person.reasons : others
      let first = told.first(where: \.isOverload) ?? told[0]
      #expect(lines.count <= 2)
      #expect(
        [.hours, .hats].contains(first.kind)
          || lines.joined(separator: " ").hasPrefix(
            "▲ " + first.text.prefix { !":;(".contains($0) }.trimmed),
        "\(lines) for \(first.text)")
      #expect(!lines.contains { $0.hasSuffix("…") })
    }
  }

  @Test func textsEndWhereTheyShould() {
    var sheet = ChartSheet(LoadBars.kind, title: "Title", legend: [], context: context)
    let texts = ["Takeda", "WAVE Type VA", "iiii", "Ünïcode 東京"]
    for text in texts {
      sheet.write(text, x: 300, y: 20, isBold: true, .end)
      sheet.write(text, x: 300, y: 40, .middle)
    }
    let laidOut = sheet.finished("test", footer: "", summary: "")
    let points = laidOut.sheet.guides.compactMap { ornament -> (Double, Diagram.TextLine)? in
      if case .text(let line, let point) = ornament { (point.x, line) } else { nil }
    }
    #expect(Set(points.map(\.0)).count == 1)
    #expect(points.map(\.1.alignment) == texts.flatMap { _ in [.end, .middle] })
  }

  @Test func namesKeepTheirNumbers() {
    let size = ChartSheet.small
    let name = "Gastroenterology scientist 05"
    let short = PictureText.shortened(name, to: 100, size: size)
    #expect(short.hasPrefix("Gastro") && short.hasSuffix("… 05"))
    for width in stride(from: 30.0, to: 200, by: 10) {
      let text = PictureText.shortened(name, to: width, size: size)
      #expect(TextMetrics.width(of: text, size: size) <= width)
    }
    #expect(PictureText.place(ofTimeZone: "America/New_York") == "New York")
    #expect(PictureText.place(ofTimeZone: "America/Argentina/Buenos_Aires") == "Buenos Aires")
    #expect(PictureText.place(ofTimeZone: "UTC") == "UTC")
    #expect(PictureText.place(ofTimeZone: "Etc/GMT+5") == "Etc/GMT+5")
  }
}
