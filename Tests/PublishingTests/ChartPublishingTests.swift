import Containers
import Cartography
import EcosystemModel
import Foundation
import GraphvizKit
import Insights
import TestSupport
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pictures of answers in the formats of the web and of presentations.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct ChartPublishingTests {
  private static func sheets(of ecosystem: Ecosystem) throws -> [(String, LaidOutDiagram)] {
    let names = ecosystem.committees.prefix(2).map(\.id.rawValue)
    let answers: [any Findings] = [
      try ecosystem.on(nil).answer(OverlapQuestion()),
      try ecosystem.on(nil).answer(OverlapQuestion(names[0], names[1])),
      try ecosystem.on(nil).answer(LoadQuestion()),
      try ecosystem.on(nil).answer(EscalationQuestion()),
      try ecosystem.on(.on("2021-06-01")).answer(
        EscalationComparisonQuestion(before: .on("2019-06-01"))),
      try ecosystem.on(nil).answer(HandoffReviewQuestion()),
      try ecosystem.on(nil).answer(FirewallQuestion()),
      try ecosystem.on(nil).answer(PortfolioQuestion()),
      try ecosystem.on(nil).answer(TimelineQuestion()),
      try ecosystem.on(nil).answer(PeerQuestion(of: #require(ecosystem.alliances.first).id)),
    ]
    return answers.flatMap { answer in
      ChartCatalog.all.compactMap { chart in
        chart.laidOut(answer, PictureContext()).map { ("\(type(of: answer)) \(chart.name)", $0) }
      }
    }
  }

  @Test func textsStandAtTheirPointsInEveryFormat() {
    let theme = Theme.named(.light)
    for (alignment, side) in [
      (Diagram.TextLine.Alignment.start, -1), (.middle, 0), (.end, 1),
    ] {
      var line = Diagram.TextLine(text: "Takeda", size: 10, colour: theme.text)
      line.alignment = alignment
      let ornaments = [LaidOutDiagram.Ornament.text(line, at: .init(x: 100, y: 20))]
      let svg = SVGOrnaments(ornaments, theme: theme).lines.joined()
      #expect(svg.contains("text-anchor=\"\(alignment.rawValue)\" x=\"100\""))
      let drawing = XDotDrawing(ornaments, theme: theme).text
      #expect(drawing.contains("T 100 -22 \(side) "), "\(drawing)")
      let frame = MapFigure.frame(of: line, at: .init(x: 100, y: 20), scale: 1)
      #expect(
        abs(frame.x + frame.width * Double(side + 1) / 2 - 100) < 1e-9, "\(alignment)")
    }
  }

  @Test(arguments: [(30.0, 14.0), (12, 12), (9, 40)])
  func roundedSamplesAreRound(width: Double, height: Double) {
    let frame = LaidOutDiagram.Rectangle(x: 5, y: 7, width: width, height: height)
    let corners = frame.corners(of: .roundedRectangle)
    let sides = corners.indices.map { place in
      let (one, other) = (corners[place], corners[(place + 1) % corners.count])
      return (x: other.x - one.x, y: other.y - one.y)
    }
    // No bend is sharper than a quarter of a right angle, and all turn the same way.
    for (place, side) in sides.enumerated() {
      let next = sides[(place + 1) % sides.count]
      let turn = (side.x * next.y - side.y * next.x)
      let lengths =
        (side.x * side.x + side.y * side.y).squareRoot()
        * (next.x * next.x + next.y * next.y).squareRoot()
      #expect(turn >= -1e-9 && turn <= lengths * 0.39)
    }
    #expect(abs((corners.map(\.x).max() ?? 0) - 5 - width) < 1e-9)
    #expect(abs((corners.map(\.y).min() ?? 0) - 7) < 1e-9)
  }

  /// An alliance in which every name looks like markup.
  private static var hostile: Ecosystem {
    func name(_ text: String) -> String { "<b>\(text)</b> & \"]]>\" 👩‍🔬" }
    var made = Ecosystem()
    let companies = ["One", "Two"].map { made.addCompany(name($0), id: $0) }
    let alliance = made.addAlliance(name("Pact"), of: companies, id: "pact") {
      $0.validity.since = CalendarDate("2019-03-29")
    }
    let steering = made.addCommittee(name("JSC"), of: alliance, id: "jsc") {
      $0.cadence = Cadence("monthly")
      $0.hours = 2
    }
    let development = made.addCommittee(name("JDC"), of: alliance, under: steering, id: "jdc") {
      $0.cadence = Cadence("monthly")
      $0.hours = 2
    }
    for (position, company) in companies.enumerated() {
      let function = made.addFunction(name("R&D"), of: company, id: "f\(position)") {
        $0.timeZone = "Europe/Zurich"
      }
      for number in 0..<3 {
        let person = made.addPerson(
          name("P\(number)"), at: company, id: "p\(position)\(number)"
        ) { $0.function = function }
        if number != 1 { made.seat(person, on: steering) }
        if number != 2 { made.seat(person, on: development) }
      }
    }
    made.addHandoff(
      from: .function(.init("f0")), to: .function(.init("f1")), owner: .init("p00")
    ) { $0.what = name("plan") }
    made.addHandoff(from: .function(.init("f1")), to: .function(.init("f0")))
    made.conflicts.append(Conflict(a: .company(companies[0]), b: .company(companies[1])))
    return made
  }

  @Test(arguments: [false, true])
  func picturesAreWellFormedInEveryFormat(isHostile: Bool) throws {
    let sheets = try Self.sheets(of: isHostile ? Self.hostile : .sample)
    #expect(sheets.count >= 9)
    for (name, sheet) in sheets {
      let files = try PictureTests.publish(sheet, .svg, .pptx)
      let parser = XMLParser(data: Data(files[0]))
      #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
      let svg = String(decoding: files[0], as: UTF8.self)
      for font in svg.components(separatedBy: "font-family=\"").dropFirst() {
        #expect(font.hasPrefix("Arial, "), "\(name): \(font.prefix(40))")
      }
      let file = PresentationValidator(files[1])
      #expect(file.faults.isEmpty, "\(name): \(file.faults)")
      let slide = try #require(file.slides.first.flatMap { file.parts[$0] })
      let texts = slide.all("a:t").compactMap(\.text)
      #expect(texts.count { $0 == sheet.diagram.title } == 1, "\(name): \(texts.prefix(5))")
      #expect(texts.contains(sheet.diagram.footer), "\(name)")
      let names = slide.all("p:cNvPr").compactMap { $0["name"] }
      #expect(sheet.sheet.guides.isEmpty || names.contains("Scale"), "\(name)")
    }
  }
}
