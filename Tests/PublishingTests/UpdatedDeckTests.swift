import Containers
import Ecomap
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// New data goes into a presentation, and what people made of it stays.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct UpdatedDeckTests {
  typealias Change = EditedSlides.Change

  /// What somebody did to the slide.
  enum Edit: String, CaseIterable, Sendable {
    case move, resize, recolour, retype, delete, add, group, notes, retitle, rotate, embolden,
      addSlide,
      duplicate

    func apply(_ deck: [UInt8]) throws -> [UInt8] {
      switch self {
      case .notes:
        try EditedSlides.edited(deck, "ppt/notesSlides/notesSlide1.xml") {
          $0.editAll("a:t") { $0.text = "Ask about the budget." }
        }
      case .addSlide, .duplicate: try withSlide(deck)
      default:
        try EditedSlides.edited(deck) { root in
          root.editAll("p:spTree") { apply(to: &$0) }
        }
      }
    }

    private func apply(to tree: inout Markup) {
      switch self {
      case .move:
        tree.edit("committee-sales") {
          $0.editAll("a:off") { ($0["x"], $0["y"]) = ("8000000", "4800000") }
        }
      case .resize:
        tree.edit("committee-sales") {
          $0.editAll("a:ext") { ($0["cx"], $0["cy"]) = ("3000000", "1500000") }
        }
      case .recolour:
        tree.edit("committee-sales") { shape in
          shape.change("p:spPr") { look in
            look.change("a:solidFill") { $0.children = [Markup("a:srgbClr", ["val": "FF8800"])] }
          }
        }
      case .retype: tree.edit("committee-sales") { $0.retype("Sales of the world") }
      case .retitle: tree.edit("Title") { $0.retype("Who decides") }
      case .delete:
        tree.children.removeAll { $0.naming?["name"]?.hasSuffix("#committee-lung") == true }
        tree.children.removeAll { $0.naming?["name"]?.hasPrefix("Line: Lung") == true }
      case .add:
        var note = tree.children.last { $0.name == "p:sp" } ?? Markup("p:sp")
        note.rename(id: 900, name: "My remark", description: "A remark")
        note.move(to: SlideFrame(x: 300_000, y: 5_800_000, width: 2_000_000, height: 400_000))
        tree.children.append(note)
      case .group:
        let members = tree.children.filter { child in
          let name = child.naming?["name"] ?? ""
          return name.hasSuffix("#committee-lung") || name.hasSuffix("#committee-breast")
        }
        tree.children.removeAll { members.contains($0) }
        tree.children.append(Self.group(members))
      case .rotate:
        tree.edit("committee-sales") { $0.editAll("a:xfrm") { $0["rot"] = "600000" } }
      case .embolden: tree.edit("committee-sales") { $0.editAll("a:rPr") { $0["i"] = "1" } }
      case .notes, .addSlide, .duplicate: break
      }
    }

    private static func group(_ members: [Markup]) -> Markup {
      var box = SlideFrame(x: 0, y: 0, width: 12_192_000, height: 6_858_000)
      if let first = members.first?.transform?.slideFrame() {
        box = members.compactMap { $0.transform?.slideFrame() }.reduce(first) { $0.union($1) }
      }
      func place(_ name: String, _ extent: String) -> [Markup] {
        [
          Markup(name, ["x": Int(box.x), "y": Int(box.y)]),
          Markup(extent, ["cx": Int(box.width), "cy": Int(box.height)]),
        ]
      }
      return Markup(
        "p:grpSp", [:],
        [
          Markup(
            "p:nvGrpSpPr", [:],
            [
              Markup("p:cNvPr", ["id": 901, "name": "Both", "descr": "Both"]),
              Markup("p:cNvGrpSpPr"), Markup("p:nvPr"),
            ]),
          Markup(
            "p:grpSpPr", [:],
            [Markup("a:xfrm", [:], place("a:off", "a:ext") + place("a:chOff", "a:chExt"))]),
        ] + members)
    }

    /// A second slide: somebody's own, or a copy of the first with what it carries along.
    private func withSlide(_ deck: [UInt8]) throws -> [UInt8] {
      var package = try DeckPackage(deck)
      var root = try EditedSlides.part(deck)
      if self == .addSlide {
        root.editAll("p:spTree") { $0.children.removeLast($0.children.count - 2) }
        root.editAll("p:cSld") { $0.children.removeAll { $0.name == "p:custDataLst" } }
      }
      let path = "ppt/slides/slide2.xml"
      try package.add(PackagePart(path, type: OfficeNames.type("slide"), root))
      for reference in try package.references(of: EditedSlides.slide)
      where self == .duplicate || ["slideLayout", "notesSlide"].contains(reference.type) {
        _ = try package.refer(
          path, to: reference.target, type: reference.type, isExternal: reference.isExternal)
      }
      let id = try package.refer(DeckPackage.root, to: path, type: "slide")
      var list = try #require(try package.markup(DeckPackage.root))
      // In front, so that the order differs, too.
      list.change("p:sldIdLst") {
        $0.children.insert(Markup("p:sldId", ["id": 300, "r:id": id]), at: 0)
      }
      package.write(list.document, to: DeckPackage.root)
      return try package.document()
    }
  }

  @Test(arguments: Edit.allCases, Change.allCases)
  func editsStayAndDataComesIn(edit: Edit, change: Change) throws {
    let deck = try edit.apply(EditedSlides.deck())
    let updated = try EditedSlides.update(deck, change)
    let (was, now) = (try EditedSlides.shapes(deck), try EditedSlides.shapes(updated.bytes))
    let report = updated.report
    if change == .nothing {
      // Lines follow what was moved by a program that lets them be.
      let leavesLines = edit == .move || edit == .resize
      #expect(leavesLines ? report.conflicts.isEmpty : updated.bytes == deck, "\(report)")
      return
    }
    let faults = PresentationValidator(updated.bytes).faults
    #expect(faults.isEmpty, "\(faults)")
    check(edit, was, now, updated.bytes, change, report)
    // The data came in.
    let slide = try EditedSlides.part(updated.bytes)
    let glued = slide.all("p:cxnSp").filter { $0.descendant("a:stCxn") != nil }
    switch change {
    case .nothing: break
    case .newcomer:
      let skin = try #require(now["committee-skin"]?.frame)
      #expect(now["line:committee-skin→committee-sales"] != nil, "\(now.keys)")
      for (key, other) in now where key != "committee-skin" && other.kind == .shape {
        if let frame = other.frame { #expect(!frame.meets(skin), "on \(key)") }
      }
    case .departure:
      #expect(report.changes.contains { $0.contains("gone, and faded: “Breast”") }, "\(report)")
      #expect(now["committee-breast"]?.written.fill.contains("alpha=35000") == true)
    case .newChair:
      let isTold =
        edit == .retype
        ? report.conflicts.contains { $0.contains("Sales of the world") }
        : now["committee-sales"]?.written.text.contains("Bo") == true
      #expect(isTold, "\(report) \(now["committee-sales"]?.written.text ?? "")")
    case .newParent: #expect(now["line:committee-breast→committee-sales"] != nil)
    }
    #expect(glued.count >= (edit == .delete ? 3 : 4))
    // A second time nothing is left to do.
    let again = try EditedSlides.update(updated.bytes, change)
    #expect(again.bytes == updated.bytes, "\(again.report)")
  }

  private func check(
    _ edit: Edit, _ was: [String: SlideShape], _ now: [String: SlideShape], _ deck: [UInt8],
    _ change: Change, _ report: UpdateReport
  ) {
    let key = "committee-sales"
    switch edit {
    case .move: #expect(now[key]?.frame == was[key]?.frame)
    case .resize:
      #expect(now[key]?.frame?.width == was[key]?.frame?.width)
      #expect(now[key]?.frame == was[key]?.frame)
    case .recolour: #expect(now[key]?.written.fill == "#FF8800")
    case .retype: #expect(now[key]?.written.text == "Sales of the world")
    case .retitle: #expect(now["role:title"]?.written.text == "Who decides")
    case .delete: #expect(now["committee-lung"] == nil)
    case .add:
      #expect(
        now["My remark"] == was["My remark"] || now["My remark"]?.frame == was["My remark"]?.frame)
    case .group: #expect(now["committee-lung"]?.path.count == 2)
    case .notes:
      let notes = try? EditedSlides.part(deck, "ppt/notesSlides/notesSlide1.xml")
      #expect(notes?.fullText.contains("Ask about the budget.") == true)
    case .rotate:
      let slide = try? EditedSlides.part(deck)
      #expect(slide?.all("a:xfrm").contains { $0["rot"] == "600000" } == true)
    case .embolden:
      let slide = try? EditedSlides.part(deck)
      var isLeaning = false
      var copy = slide
      copy?.edit(key) { isLeaning = $0.all("a:rPr").allSatisfy { $0["i"] == "1" } }
      #expect(isLeaning)
    case .addSlide: #expect(report.notes.contains { $0.contains("slide 1 is somebody's own") })
    case .duplicate: #expect((try? EditedSlides.part(deck, "ppt/slides/slide2.xml")) != nil)
    }
  }

  @Test(arguments: Change.allCases)
  func anUneditedDeckShowsWhatAFreshOneInItsPlacesShows(change: Change) throws {
    let deck = try EditedSlides.deck()
    let updated = try EditedSlides.update(deck, change, removesGone: true)
    let folder = try TemporaryFolder()
    try Data(deck).write(to: URL(fileURLWithPath: folder["board.pptx"]))
    var options = EditedSlides.drawing
    try options.keep(placesOf: folder["board.pptx"])
    let fresh = try EditedSlides.dataset(change).draw(ViewRequest("governance"), options)
      .bytes(as: .pptx)
    #expect(updated.bytes.isEmpty == false)
    #expect(try EditedSlides.part(updated.bytes) == EditedSlides.part(fresh))
    if change == .nothing { #expect(updated.bytes == deck) }
    #expect(DeckSeal.standing(of: updated.bytes) == .untouched)
  }
}
