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

@Suite(.serialized, .timeLimit(.minutes(60)))
struct ReviewTests {
  private static let pool = LayoutPool(PictureTests.worker)
  private static let limit = Duration.seconds(120)

  /// A name that tries everything: markup, Markdown, quotes, right-to-left, control characters, length.
  private static let hostile =
    "<script>alert(\"x\")</script> | **b** ](javascript:1) שלום \u{202E}evil \u{1}\u{8} 👩‍🚀 & "
    + String(repeating: "long ", count: 2_000)

  private static func review(
    of ecosystem: Ecosystem, title: String = "Review",
    _ change: (inout ReviewQuestion) -> Void = { _ in }
  ) throws -> Review {
    var question = ReviewQuestion(title: title)
    question.alliances = ecosystem.alliances.map(\.id)
    question.overview = .map(MapRequest(view: MapView(.ecosystem)), ecosystem.on(nil))
    question.depth = .briefing
    question.since = CalendarDate("2019")
    change(&question)
    return Review.make(question, of: ecosystem.on(nil), with: pool)
  }

  private static var hostileEcosystem: Ecosystem {
    var ecosystem = Ecosystem.sample
    for id in ecosystem.companies.map(\.id) { ecosystem.companies.update(id) { $0.name = hostile } }
    for id in ecosystem.alliances.map(\.id) {
      ecosystem.alliances.update(id) {
        $0.name = hostile
        $0.northStar = hostile
      }
    }
    for id in ecosystem.committees.map(\.id) {
      ecosystem.committees.update(id) { $0.name = hostile }
    }
    for id in ecosystem.people.map(\.id) { ecosystem.people.update(id) { $0.name = hostile } }
    return ecosystem
  }

  private static func html(_ review: Review) throws -> String {
    let files = try Report(review).files(.html, with: pool, timeLimit: limit)
    #expect(files.map(\.path) == ["report.html"])
    return String(decoding: files[0].bytes, as: UTF8.self)
  }

  @Test(arguments: [false, true])
  func deckIsValidAndItsLinksLeadToSlides(isHostile: Bool) throws {
    let ecosystem = isHostile ? Self.hostileEcosystem : .sample
    let deck = Deck(
      try Self.review(of: ecosystem, title: isHostile ? Self.hostile : "Review"))
    let bytes = try deck.presentation(PresentationOptions())
    let file = PresentationValidator(bytes)
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.slides.count == deck.count)
    let keys = deck.slides.map(\.key)
    #expect(Set(keys).count == keys.count)
    for target in deck.slides.flatMap(\.links.values) { #expect(keys.contains(target)) }
    #expect(try deck.presentation(PresentationOptions()) == bytes)
  }

  @Test func contentsNameTheRightSlides() throws {
    let deck = Deck(try Self.review(of: .sample))
    for slide in deck.slides {
      guard slide.key.hasPrefix("contents"), case .tables(let pages, _, let links) = slide.content
      else { continue }
      for row in pages.flatMap(\.rows) {
        let key = try #require(row.position.flatMap { links[$0] })
        let number = try #require(row.cells[0].first.flatMap { Int($0) })
        #expect(deck.slides[number - 1].key == key)
      }
    }
  }

  @Test func lettersOfTablesAreAtLeastNinePoints() throws {
    let deck = Deck(try Self.review(of: .sample))
    let file = PresentationValidator(try deck.presentation(PresentationOptions()))
    let tables = zip(deck.slides, file.slides).filter { slide, _ in
      if case .tables = slide.content { true } else { false }
    }
    let sizes = tables.compactMap { file.parts[$1] }.flatMap { $0.all("a:rPr") }
      .compactMap { $0["sz"].flatMap { Int($0) } }
    #expect(try #require(sizes.min()) >= 900)
  }

  @Test func pagesAreTheSameBytesEachTime() throws {
    let deck = Deck(try Self.review(of: .sample))
    let first = try deck.document(with: Self.pool, timeLimit: Self.limit)
    #expect(first.starts(with: Array("%PDF-".utf8)))
    #expect(try deck.document(with: Self.pool, timeLimit: Self.limit) == first)
  }

  @Test func picturesAreOneOfEachForEverySlide() throws {
    let deck = Deck(try Self.review(of: .sample))
    let files = try deck.pictures(with: Self.pool, timeLimit: Self.limit)
    #expect(files.count == 2 * deck.count)
    #expect(Set(files.map(\.name)).count == files.count)
    for file in files where file.name.hasSuffix(".svg") {
      #expect(XMLParser(data: Data(file.bytes)).parse(), "\(file.name) is no XML.")
    }
  }

  @Test(arguments: [false, true])
  func pageIsXMLAndAsksForNothing(isHostile: Bool) throws {
    let page = try Self.html(
      try Self.review(of: isHostile ? Self.hostileEcosystem : .sample))
    let parser = XMLParser(data: Data(page.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    for word in ["<script", "<img", "<link", "<iframe", "@import", "url(", " src=", " onload="] {
      #expect(!page.contains(word), "\(word) is on the page.")
    }
    // In a picture each text stands for itself; in prose an override would turn the rest of its line around.
    let prose = page.components(separatedBy: "<svg").map {
      $0.components(separatedBy: "</svg>").last ?? ""
    }
    #expect(prose.allSatisfy { !$0.unicodeScalars.contains("\u{202E}") })
  }

  @Test func idsOfThePageAreUniqueAndLinksHaveTargets() throws {
    let page = try Self.html(try Self.review(of: .sample))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for match in page.matches(of: /href="#([^"]*)"/) {
      #expect(ids.contains(String(match.output.1)))
    }
  }

  @Test func everySectionSaysSomething() throws {
    let review = try Self.review(of: .sample)
    let sections =
      [review.overview] + review.views + review.rosters + review.findings
      + review.chapters.flatMap(\.sections)
    for section in sections {
      let hasContent =
        !section.sentences.isEmpty || !section.figures.isEmpty || !section.tables.isEmpty
      #expect(hasContent != (section.missing != nil), "\(section.key)")
    }
    let page = try Self.html(review)
    for section in sections where section.missing != nil {
      #expect(page.contains(XMLText.escaped(section.missing ?? "")))
    }
  }

  @Test func emptyEcosystemIsTold() throws {
    let review = try Self.review(of: Ecosystem())
    #expect(review.findings.allSatisfy { $0.missing != nil })
    #expect(PresentationValidator(try Deck(review).presentation(.init())).faults.isEmpty)
    #expect(try Self.html(review).contains("class=\"missing\""))
  }

  @Test func markdownNamesItsPictures() throws {
    let files = try Report(try Self.review(of: Self.hostileEcosystem))
      .files(.markdown, with: Self.pool, timeLimit: Self.limit)
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    for file in files.dropFirst() { #expect(text.contains("](\(file.path))")) }
    // The backslash takes the meaning from the sign that follows it.
    #expect(!text.replacingOccurrences(of: "\\<", with: "").contains("<script"))
  }

  @Test func printedPagesAreTheSameBytesEachTime() throws {
    let report = Report(try Self.review(of: .sample))
    let first = try report.files(.pdf, with: Self.pool, timeLimit: Self.limit)
    let second = try report.files(.pdf, with: Self.pool, timeLimit: Self.limit)
    #expect(first.map(\.bytes) == second.map(\.bytes))
  }

  @Test func briefingCountsWhatTheAnswerCounts() throws {
    let ecosystem = Ecosystem.sample
    let alliance = try #require(ecosystem.alliances.first)
    let here = ecosystem.on(nil).within(alliance.id).ecosystem
    let review = try Self.review(of: ecosystem)
    let chapter = try #require(review.chapters.first { $0.alliance == alliance.id })
    let seats = chapter.sections.flatMap(\.tables).first { $0.id == "seats" }
    #expect(seats?.rows.count ?? 0 == here.memberships.count)
  }

  /// A committee without an alliance belongs to that of the nearest committee above it, in the report as everywhere.
  @Test func briefingHasTheCommitteesThatInheritTheAlliance() throws {
    var ecosystem = Ecosystem()
    let partners = ["A", "B"].map { ecosystem.addCompany($0) }
    let alliance = ecosystem.addAlliance("X", of: partners)
    let top = ecosystem.addCommittee("Steering", of: alliance)
    let team = ecosystem.addCommittee("Team", under: top)
    let cell = ecosystem.addCommittee("Cell", under: team)
    for (number, committee) in [top, team, cell].enumerated() {
      ecosystem.seat(ecosystem.addPerson("P \(number)", at: partners[0]), on: committee, as: .chair)
      ecosystem.seat(.init("p-0"), on: committee)
    }
    let chapter = try #require(try Self.review(of: ecosystem).chapters.first)
    let tables = chapter.sections.flatMap(\.tables)
    #expect(tables.first { $0.id == "charters" }?.rows.count == 3)
    #expect(tables.first { $0.id == "seats" }?.rows.count == 6)
    let found = try ecosystem.on(nil).answer(OverlapQuestion())
    #expect(tables.first { $0.id == "pairs" }?.rows.count == found.pairs.count)
    #expect(found.pairs.count == 3 && found.universe == .alliance)
    let map = chapter.sections.flatMap(\.figures).map(\.references)
    #expect(map.contains { Set($0) == Set([top, team, cell].map { .committee($0) }) })
  }
}
