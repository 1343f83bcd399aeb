import Cartography
import Containers
import EcosystemModel
import Foundation
import GraphvizKit
import Insights
@testable import Publishing
import TestSupport
import Testing

/// No byte of what is published about an alliance names what its firewalls keep from it, whatever the ecosystem.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct WithholdingPublishingTests {
  private static let pool = LayoutPool(PictureTests.worker)

  /// A random ecosystem with firewalls, whose names and ids are words that stand nowhere else.
  private static func walled(_ seed: UInt64) -> Ecosystem {
    var ecosystem = Ecosystem.random(seed: seed, scale: 18)
    for id in ecosystem.people.map(\.id) {
      ecosystem.people.update(id) { $0.name = "Person\(id.rawValue)Zq" }
    }
    for id in ecosystem.committees.map(\.id) {
      ecosystem.committees.update(id) { $0.name = "Body\(id.rawValue)Zq" }
    }
    for id in ecosystem.alliances.map(\.id) {
      ecosystem.alliances.update(id) { $0.name = "Alliance\(id.rawValue)Zq" }
    }
    for id in ecosystem.companies.map(\.id) {
      ecosystem.companies.update(id) { $0.name = "Company\(id.rawValue)Zq" }
    }
    let ids = ecosystem.alliances.map(\.id)
    ecosystem.conflicts.append(Conflict(a: .alliance(ids[0]), b: .alliance(ids[1])))
    return ecosystem
  }

  private static func expectNone(
    of hidden: [String], in bytes: [UInt8], _ file: String
  ) throws {
    if bytes.starts(with: Array("PK".utf8)) {
      var archive = try ZipArchive(bytes)
      for name in archive.names {
        try expectNone(of: hidden, in: try archive.bytes(of: name) ?? [], "\(file)!\(name)")
      }
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    for name in hidden { #expect(!text.contains(name), "\(file) names \(name).") }
  }

  @Test(arguments: Seeds.upTo(20)) func nothingIsNamed(seed: UInt64) throws {
    let whole = Self.walled(seed)
    var findings = FindingsTable(
      id: "open", title: "Open", method: "All.", columns: [.init("Finding")])
    for (one, other) in zip(whole.references, whole.references.reversed()) {
      findings.append([
        .text("“\(whole.name(of: one))” is not “\(whole.name(of: other))”; see \(one.rawID)")
      ])
    }
    for alliance in whole.alliances.prefix(2) {
      let hidden = whole.on(nil).within(alliance.id).hidden.map(whole.name(of:))
        .filter { $0.hasSuffix("Zq") }
      #expect(!hidden.isEmpty)
      var question = ReviewQuestion(title: "Briefing")
      question.alliances = [alliance.id]
      question.depth = .briefing
      question.hasPortfolio = false
      question.since = CalendarDate("2005")
      question.dataFindings = findings
      question.effort = .quick
      let review = Review.make(question, of: whole.on(nil), with: Self.pool)
      let report = Report(review)
      for format in [ReportFormat.html, .markdown] {
        for file in try report.files(format, with: Self.pool, timeLimit: .seconds(120)) {
          try Self.expectNone(of: hidden, in: file.bytes, file.path)
        }
      }
      let deck = Deck(review)
      try Self.expectNone(
        of: hidden, in: try deck.presentation(PresentationOptions()), "deck.pptx")
      for file in try deck.pictures(with: Self.pool, timeLimit: .seconds(120))
      where file.name.hasSuffix("svg") {
        try Self.expectNone(of: hidden, in: file.bytes, file.name)
      }
    }
  }

  /// A deck of the house itself says so on each slide that names both sides of a firewall, and only there.
  @Test("hours behind a firewall are not counted where its other side reads")
  func hoursAreWithheld() throws {
    var made = Ecosystem()
    let hub = made.addCompany("Hub")
    let ida = made.addPerson("Ida Krog", at: hub) { $0.capacityHours = 20 }
    let alliances = ["One", "Two"].map { name in
      let alliance = made.addAlliance("Alliance \(name)", of: [hub, made.addCompany(name)])
      let committee = made.addCommittee("Committee \(name)", of: alliance) {
        $0.cadence = Cadence("monthly")
        $0.hours = name == "One" ? 3 : 11
      }
      made.seat(ida, on: committee)
      return alliance
    }
    func hours() -> [FindingsTable.Cell] {
      var question = ReviewQuestion(title: "Briefing")
      question.alliances = [alliances[0]]
      question.depth = .briefing
      question.hasPortfolio = false
      question.effort = .quick
      let review = Review.make(question, of: made.on(nil), with: Self.pool)
      let sections = review.chapters.flatMap(\.sections)
      return sections.first { $0.key.hasSuffix("--load") }?.tables.first?.rows.first ?? []
    }
    let open = hours()
    made.conflicts.append(Conflict(a: .alliance(alliances[0]), b: .alliance(alliances[1])))
    let walled = hours()
    let alone = made.on(nil).told(to: alliances[0])
    let load = try alone.answer(LoadQuestion(limit: nil)).people.first
    #expect(open.count > 6 && walled.count > 6)
    #expect(open[2] != walled[2] && walled[2] == .number(load?.hours))
    #expect(walled[6] == .integer(0))
  }

  @Test(arguments: Seeds.upTo(5)) func slidesThatNameBothSidesAreInternal(seed: UInt64) throws {
    let whole = Self.walled(seed)
    var question = ReviewQuestion(title: "Portfolio")
    var view = MapView(.ecosystem)
    view.title = "Everything"
    question.overview = .map(MapRequest(view: view, style: MapStyle()), whole.on(nil))
    question.alliances = whole.alliances.prefix(2).map(\.id)
    question.effort = .quick
    let review = Review.make(question, of: whole.on(nil), with: Self.pool)
    let names = whole.alliances.prefix(2).map(\.name)
    let slides = Deck(review).slides
    for slide in slides {
      let text = slide.texts.joined(separator: " ")
      if names.allSatisfy(text.contains) {
        #expect(slide.mark == "internal", "\(slide.key)")
        #expect(slide.notes.hasPrefix("For internal use only."))
      }
    }
    #expect(slides.contains { $0.mark != nil })
    #expect(slides.contains { $0.mark == nil })
    for chapter in review.chapters {
      #expect(slides.first { $0.key == chapter.key }?.mark == nil, "\(chapter.key)")
    }
    var open = whole
    open.conflicts = []
    #expect(
      Deck(Review.make(question, of: open.on(nil), with: Self.pool)).slides
        .allSatisfy { $0.mark == nil })
  }
}
