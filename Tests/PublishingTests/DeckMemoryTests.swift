import Containers
import Ecomap
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// What presentations carry along, and what an update does without it.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct DeckMemoryTests {
  @Test func withoutWhatWeWroteTheOldDataTellsIt() throws {
    // As a program leaves it that drops parts it does not know.
    var deck = try UpdatedDeckTests.Edit.move.apply(EditedSlides.deck())
    deck = try EditedSlides.edited(deck, "ppt/slides/_rels/slide1.xml.rels") {
      $0.children.removeAll { $0["Type"]?.hasSuffix("/customXml") == true }
    }
    deck = try EditedSlides.edited(deck) {
      $0.editAll("p:cSld") { $0.children.removeAll { $0.name == "p:custDataLst" } }
    }
    let blind = try EditedSlides.update(deck, .newChair)
    #expect(blind.report.conflicts.contains { $0.contains("“Sales”") }, "\(blind.report)")
    let told = try EditedSlides.update(deck, .newChair, from: EditedSlides.dataset())
    let now = try EditedSlides.shapes(told.bytes)
    #expect(now["committee-sales"]?.written.text.contains("Bo") == true, "\(told.report)")
    let was = try EditedSlides.shapes(deck)
    #expect(now["committee-sales"]?.frame == was["committee-sales"]?.frame)
    let newcomer = try EditedSlides.update(deck, .newcomer, from: EditedSlides.dataset())
    #expect(try EditedSlides.shapes(newcomer.bytes)["committee-skin"] != nil)
  }

  @Test func memoryHoldsNothingButWhatTheSlideShows() throws {
    let deck = try EditedSlides.deck()
    let written = try EditedSlides.part(deck, "customXml/item2.xml")
    #expect(written.name == "written")
    for name in ["Acme", "Bolt"] {
      let isShown = try EditedSlides.part(deck).fullText.contains(name)
      #expect(isShown || !written.fullText.contains(name))
    }
    var options = EditedSlides.drawing
    options.carriesMemory = false
    let bare = try EditedSlides.deck(options)
    #expect(try !ZipArchive.unpacked(bare).contains { $0.name.hasPrefix("customXml") })
    #expect(throws: EcomapError.self) { try EditedSlides.update(bare, .newcomer) }
  }

  @Test func whatIsNoDeckOfOursIsRefused() throws {
    for bytes in [[], Array("no deck".utf8), Array(try EditedSlides.deck().dropLast(900))] {
      #expect(throws: EcomapError.self) { try EditedSlides.update(bytes, .newcomer) }
    }
  }
}
