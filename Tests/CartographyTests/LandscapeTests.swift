import EcosystemModel
import GraphCore
import GraphvizKit
import TestSupport
import Testing

@testable import Cartography

/// Landscapes name companies in frames of their own, as many as can be read.
@Suite(.timeLimit(.minutes(60)))
struct LandscapeTests {
  /// So many companies of a roster that grows.
  static func roster(_ count: Int) -> Ecosystem { .growing(.network, to: count, seed: 1) }

  /// The landscape that fits a slide, and its measures; no engine is asked.
  static func fitted(_ ecosystem: Ecosystem, _ view: MapView = MapView(.landscape))
    -> LaidOutDiagram?
  {
    var fit = SlideFit(of: ecosystem.on(nil), view: view, goal: .slide)
    var (best, last): (LaidOutDiagram?, Legibility?)
    while let content = fit.next(after: last) {
      guard content.view.kind == .landscape,
        let map = try? DiagramLayout(pool: .inProcess).layOut(Diagram.make(of: content))
      else { return nil }
      let measures = map.legibility()
      last = measures
      if best.map({ FitGoal.slide.prefers(measures, to: $0.legibility()) }) ?? true { best = map }
    }
    return best
  }

  @Test(arguments: [3, 12, 40, 60, 100])
  func everybodyStandsInTheirOwnFrameAtReadableLetters(count: Int) throws {
    let map = try #require(Self.fitted(Self.roster(count)))
    let measures = map.legibility()
    #expect(measures.smallestLabel >= 9)
    #expect(measures.boxOverlaps == 0 && measures.linesThroughBoxes == 0)
    #expect(measures.named >= min(count, 90))
    let frames = Dictionary(
      zip(map.diagram.clusters.map(\.key), map.frames), uniquingKeysWith: { first, _ in first })
    for (node, box) in zip(map.diagram.nodes, map.boxes) {
      for (key, frame) in frames {
        let frame = try #require(frame)
        let isInside =
          box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width
          && box.y + box.height <= frame.y + frame.height
        #expect(isInside == (key == node.cluster) && frame.intersects(box) == isInside)
      }
      // What is said to be read stands there.
      let text = node.lines.map(\.text).joined()
      for member in node.members ?? [] where member.shown {
        let name = member.text ?? member.name
        let plain = text.filter { !$0.isWhitespace && $0 != "-" }
        #expect(plain == name.filter { !$0.isWhitespace && $0 != "-" } || node.isCentre)
      }
      for line in node.lines {
        #expect(TextMetrics.width(of: line.text, size: line.size) <= box.width)
      }
    }
    let members = map.diagram.nodes.flatMap { $0.members ?? [] }
    #expect(Set(members.map(\.key)).count == count && members.count == count)
    #expect(
      count < 12 || map.diagram.clusters.contains { $0.label.text.hasPrefix("No region given (") })
    #expect(Self.fitted(Self.roster(count)) == map)
  }

  /// One company more takes at most three names off.
  @Test(arguments: [40, 75, 105, 120, 130, 159, 239])
  func namesAreMonotone(count: Int) throws {
    let before = try #require(Self.fitted(Self.roster(count))).legibility()
    let after = try #require(Self.fitted(Self.roster(count + 1))).legibility()
    #expect(after.named >= before.named - 3, "\(before.named) → \(after.named)")
    #expect(after.smallestLabel >= 9)
  }

  @Test func networkThatCannotBeReadBecomesOne() {
    let content = Self.roster(300).on(nil)
    var fit = SlideFit(of: content, view: MapView(.ecosystem), goal: .slide)
    #expect(fit.next(after: nil)?.view.kind == .landscape)
    for change in [
      { $0.rollUp = .companies }, { $0.limit = 50 }, { $0.highlightsUnowned = true },
      { $0.reduction.leastLinks = 2 }, { $0.community = .company(.init("c0")) },
    ] as [(inout MapView) -> Void] {
      var asked = MapView(.ecosystem)
      change(&asked)
      var other = SlideFit(of: content, view: asked, goal: .slide)
      #expect(other.next(after: nil)?.view.kind == .ecosystem)
    }
    var whole = SlideFit(of: content, view: MapView(.ecosystem), goal: .none)
    #expect(whole.next(after: nil)?.view.kind == .ecosystem)
  }

  /// Too many lines for the companies, or too many names, make a landscape; fewer than 40 companies never do.
  @Test(
    arguments: [
      (.network, 39, MapKind.ecosystem), (.network, 45, .landscape), (.hub, 39, .ecosystem),
      (.hub, 50, .ecosystem), (.hub, 80, .landscape), (.hub, 400, .landscape),
      (.hub, 450, .ecosystem),
    ] as [(Growth, Int, MapKind)])
  func dataDecideWhetherItIsOne(growth: Growth, count: Int, kind: MapKind) {
    let content = Ecosystem.growing(growth, to: count, seed: 1).on(nil)
    var fit = SlideFit(of: content, view: MapView(.ecosystem), goal: .slide)
    #expect(fit.next(after: nil)?.view.kind == kind)
  }

  @Test func whoIsLinkedToMostStandsAbove() throws {
    var ecosystem = Self.roster(12)
    ecosystem.relationships = (1..<12).map {
      Relationship(from: .company(.init("c0")), to: .company(.init("c\($0)")))
    }
    let content = MapContent.make(of: ecosystem.on(nil), view: MapView(.landscape))
    let centre = try #require(content.nodes.first { $0.isCentre })
    #expect(centre.reference == .company(.init("c0")) && centre.group == nil)
    #expect(centre.lines == ["linked to 11 of 11 others"])
    #expect(content.nodes.count { $0.isCentre } == 1)
    var view = MapView(.landscape)
    view.focus = .company(.init("c5"))
    let focused = MapContent.make(of: ecosystem.on(nil), view: view)
    #expect(focused.nodes.first { $0.isCentre }?.reference == view.focus)
    #expect(focused.drawnTies.count == 1 && content.drawnTies.isEmpty)
    #expect(Diagram.make(of: content).footer.contains("11 links between them not drawn"))
  }

  /// The lines of a focus run between frames and chips, and each part is drawn once.
  @Test(arguments: [20, 60, 90])
  func linesOfAFocusRunOverNobody(count: Int) throws {
    let ecosystem = Self.roster(count)
    var view = MapView(.landscape)
    view.focus = .company(.init("c0"))
    view.highlights = [.company(.init("c0"))]
    let map = try #require(Self.fitted(ecosystem, view))
    let measures = map.legibility()
    #expect(map.diagram.edges.count >= 3 && map.routes.allSatisfy { !$0.curves.isEmpty })
    #expect(measures.linesThroughBoxes == 0 && measures.crossings == 0)
    #expect(measures.struckLabels == 0 && measures.smallestLabel >= 9)
    for (edge, route) in zip(map.diagram.edges, map.routes) {
      let end = try #require(
        map.diagram.nodePositions[edge.from == "company-c0" ? edge.to : edge.from])
      let tips = route.curves.flatMap { [$0.points[0], $0.points[$0.points.count - 1]] }
      #expect(
        tips.contains {
          abs($0.x - map.boxes[end].middle.x) < 0.1 && abs($0.y - map.boxes[end].y) < 0.1
        })
    }
  }

  /// A hundred companies with names of some fifty letters.
  private static func longNames(_ count: Int) -> Ecosystem {
    var made = roster(count)
    let ends = [
      "Biopharmaceutical Manufacturing", "International Holdings", "Research Institute of Medicine",
    ]
    var companies = Array(made.companies)
    for position in companies.indices {
      companies[position].name += " Therapeutics " + ends[position % 3]
    }
    made.companies = Roster(companies)
    return made
  }

  /// Long words that names have in common are shortened where not everybody could be named otherwise, and the legend says so.
  @Test(arguments: [90, 100, 101])
  func longNamesAreShortenedRatherThanLeftOut(count: Int) throws {
    let map = try #require(Self.fitted(Self.longNames(count)))
    let measures = map.legibility()
    #expect(measures.named >= min(count, 90) && measures.smallestLabel >= 9)
    let legend = map.diagram.legend.first { $0.title == "Short forms" }
    let forms = Dictionary(
      (legend?.entries ?? []).map { $0.text.split(separator: " = ").map(String.init) }
        .map { ($0[0], $0[$0.count - 1]) }, uniquingKeysWith: { first, _ in first })
    for member in map.diagram.nodes.flatMap({ $0.members ?? [] }) where member.shown {
      let text = member.text ?? member.name
      let whole = text.split(separator: " ").map { forms[String($0)] ?? String($0) }
      let plain = whole.joined(separator: " ").replacing("- ", with: "")
      #expect(plain == member.name.replacing("- ", with: ""))
    }
  }

  @Test func fewLongNamesStandWhole() throws {
    let map = try #require(Self.fitted(Self.longNames(40)))
    #expect(!map.diagram.legend.contains { $0.title == "Short forms" })
    #expect(map.legibility().named == 40)
  }

  @Test func shortFormsAreUsualOnesAndUnique() {
    let names =
      (0..<6).map { "Umbra \($0) Biopharmaceutical Manufacturing" }
      + ["Royal Institution", "Royal Institute", "Labs Laboratories", "Ōsaka 医院"]
      + (0..<4).map { "Astronautics \($0)" }
    let forms = Abbreviations(of: names)
    #expect(forms.shortened(names[0]) == "Umbra 0 Biopharm. Mfg.")
    #expect(forms.shortened("Royal Institution") == "Royal Instn.")
    #expect(forms.shortened("Royal Institute") == "Royal Inst.")
    #expect(forms.shortened("Astronautics 1") == "Astron. 1")
    #expect(forms.shortened("Ōsaka 医院") == nil)
    #expect(Set(forms.entries.map(\.short)).count == forms.entries.count)
    #expect(forms.entries(in: ["Royal Institute"]).map(\.word) == ["Institute"])
    #expect(!forms.entries.contains { $0.word == "Umbra" || $0.word == "Royal" })
  }

  @Test func wordsBreakAtSyllables() {
    let breaks = Syllables.breaks(of: "Manufacturing").map(\.head)
    #expect(breaks.contains("Manufac-") && breaks.contains("Manu-") && !breaks.contains("M-"))
    #expect(Syllables.breaks(of: "BioNTech").map(\.head) == ["Bio-"])
    let text = ChipText("Umbra Biologics Manufacturing", width: 70, limit: 4, least: 12)
    #expect(!text.isShortened)
    #expect(text.lines.allSatisfy { TextMetrics.width(of: $0, size: text.size) <= 70 })
    let long = ChipText(String(repeating: "Donau", count: 24), width: 60, limit: 2, least: 9)
    #expect(long.isShortened && long.size >= 9)
  }
}
