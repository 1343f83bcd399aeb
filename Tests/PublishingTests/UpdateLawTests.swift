import Cartography
import Containers
import Ecomap
import EcosystemModel
import Foundation
import GraphCore
import Insights
import Interchange
import TestSupport
import Testing

@testable import Publishing

/// Laws of updates over edits at random, and what an update takes over or refuses.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct UpdateLawTests {
  /// What somebody did to one shape.
  private enum Edit: Int { case move, resize, recolour, retype, delete, nothing }

  private static let keys = ["board", "trials", "sales", "lung", "breast"].map { "committee-\($0)" }

  /// The slide, drawn once.
  private static let drawn = Result { try EditedSlides.deck() }

  @Test(arguments: Seeds.upTo(20))
  func editsAtRandomStay(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let change = EditedSlides.Change.allCases[generator.below(5)]
    let edits = Self.keys.map { ($0, Edit(rawValue: generator.below(6)) ?? .nothing) }
    let places = Self.keys.map { _ in
      (generator.below(9_000_000), generator.below(5_500_000) + 600_000)
    }
    let deck = try EditedSlides.edited(Self.drawn.get()) { root in
      root.editAll("p:spTree") { tree in
        for ((key, edit), place) in zip(edits, places) { apply(edit, to: key, place, &tree) }
      }
    }
    let updated = try EditedSlides.update(deck, change)
    let (was, now) = (try EditedSlides.shapes(deck), try EditedSlides.shapes(updated.bytes))
    #expect(PresentationValidator(updated.bytes).faults.isEmpty)
    for (key, edit) in edits {
      // What is gone is faded, whatever was done to it.
      let isGone = change == .departure && key == "committee-breast"
      switch edit {
      case .move:
        let (one, other) = (try #require(was[key]?.frame), try #require(now[key]?.frame))
        #expect(one.stands(where: other, within: 2), "\(key) \(change)")
      case .resize: #expect(now[key]?.frame == was[key]?.frame, "\(key) \(change)")
      case .recolour where !isGone: #expect(now[key]?.written.fill == "#FF8800", "\(key)")
      case .retype: #expect(now[key]?.written.text == "Somebody's words", "\(key) \(change)")
      case .delete: #expect(now[key] == nil, "\(key) \(change)")
      default: break
      }
    }
    // Nothing else was taken off, and every line still leads to a shape.
    let lost = was.keys.filter { now[$0] == nil && !$0.hasPrefix("line:") }
    #expect(lost.isEmpty)
    let ids = Set(now.values.map { shape in shape.id })
    for line in now.values where line.kind == .line {
      let ends = [line.from, line.to].compactMap { $0 }
      let isOfTheDeleted = edits.contains { key, edit in
        edit == Edit.delete && line.key.contains(key)
      }
      #expect(isOfTheDeleted || ends.allSatisfy(ids.contains), "\(line.key)")
    }
    let again = try EditedSlides.update(updated.bytes, change)
    #expect(again.bytes == updated.bytes, "\(change) \(edits): \(again.report)")
  }

  private func apply(
    _ edit: Edit, to key: String, _ place: (x: Int, y: Int), _ tree: inout Markup
  ) {
    switch edit {
    case .move:
      tree.edit(key) { $0.editAll("a:off") { ($0["x"], $0["y"]) = ("\(place.x)", "\(place.y)") } }
    case .resize:
      tree.edit(key) { $0.editAll("a:ext") { ($0["cx"], $0["cy"]) = ("2900000", "1300000") } }
    case .recolour:
      tree.edit(key) { shape in
        shape.change("p:spPr") { look in
          look.change("a:solidFill") { $0.children = [Markup("a:srgbClr", ["val": "FF8800"])] }
        }
      }
    case .retype: tree.edit(key) { $0.retype("Somebody's words") }
    case .delete:
      var id: String?
      tree.edit(key) { id = $0.naming?["id"] }
      tree.children.removeAll { $0.naming?["name"]?.hasSuffix("#" + key) == true }
      // As PowerPoint does, which lets the lines lie.
      tree.editAll("p:cNvCxnSpPr") { $0.children.removeAll { $0["id"] == id } }
    case .nothing: break
    }
  }

  private func companies(_ url: String) throws -> Dataset {
    let folder = try TemporaryFolder()
    try folder.write(
      "name,url\nAcme,https://\(url)\nBolt,https://bolt.example\nCole,\n", to: "data/companies.csv")
    try folder.write("from,to\nAcme,Bolt\nBolt,Cole\n", to: "data/relationships.csv")
    return try Dataset(at: folder["data"])
  }

  @Test(arguments: [false, true])
  func clicksLeadWhereTheDataSays(isUnlinked: Bool) throws {
    var options = UpdateOptions()
    options.drawing = EditedSlides.drawing
    let deck = try companies("acme.example").draw(ViewRequest("ecosystem"), options.drawing)
      .bytes(as: .pptx)
    let edited = try EditedSlides.edited(deck) { root in
      root.editAll("p:spTree") { tree in
        tree.edit("company-acme") { shape in
          shape.editAll("a:off") { $0["x"] = "5000000" }
          if isUnlinked {
            shape.editAll("p:cNvPr") { $0.children.removeAll { $0.name == "a:hlinkClick" } }
          }
        }
      }
    }
    let updated = try companies("acme.org").update(
      edited, named: "board.pptx", from: nil, options)
    let package = try DeckPackage(updated.bytes)
    let targets = Dictionary(
      try package.references(of: EditedSlides.slide).map { ($0.id, $0.target) }
    ) { first, _ in first }
    var link: String?
    var slide = try EditedSlides.part(updated.bytes)
    slide.edit("company-acme") { link = $0.naming?.first("a:hlinkClick")?["r:id"] }
    #expect(link.flatMap { targets[$0] } == (isUnlinked ? nil : "https://acme.org"))
    #expect(
      updated.report.conflicts.contains { $0.contains("leads nowhere") } == isUnlinked,
      "\(updated.report)")
    let again = try companies("acme.org").update(
      updated.bytes, named: "board.pptx", from: nil, options)
    #expect(again.bytes == updated.bytes)
  }

  @Test func slidesThatCannotBeDrawnAnewSayWhy() throws {
    let dataset = try EditedSlides.dataset()
    var options = UpdateOptions()
    options.drawing = EditedSlides.drawing
    let answer = try dataset.draw(
      dataset.ecosystem.on(nil).answer(OverlapQuestion()), as: nil, theme: .light,
      options.drawing)
    let other = try EditedSlides.dataset(.newcomer)
    let states = [DatasetState(dataset, on: nil)]
    let changes = try other.draw(
      other.changeMap(ViewRequest("governance"), since: states), options.drawing)
    let panels = try other.draw(
      other.changeMap(ViewRequest("governance"), since: states, inPanels: true), options.drawing)
    for (drawn, word) in [
      (answer, "answer of a command"), (changes, "what changed"), (panels, "what changed"),
    ] {
      let deck = try drawn.bytes(as: .pptx)
      do {
        _ = try dataset.update(deck, named: "board.pptx", from: nil, options)
        Issue.record("It was updated.")
      } catch {
        #expect(error.code == .unreadable && error.message.contains(word), "\(error.message)")
      }
    }
  }
}
