import Containers
import Ecomap
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A small hierarchy of committees before and after changes, and its presentation, for tests of updates.
enum EditedSlides {
  static let committees =
    "name,parent,kind\nBoard,,JEC\nTrials,Board,JDC\nSales,Board,JCC\nLung,Trials,JLT\nBreast,Trials,JLT\n"
  static let memberships =
    "person,committee,role\nAnn,Board,chair\nBo,Board,member\nCy,Trials,chair\nDi,Sales,chair\nEd,Lung,chair\nAnn,Trials,member\nBo,Lung,member\nCy,Breast,chair\n"
  private static let people = "name,company\nAnn,Acme\nBo,Bolt\nCy,Acme\nDi,Bolt\nEd,Acme\n"

  /// What the data did.
  enum Change: String, CaseIterable, Sendable {
    case nothing, newcomer, departure, newChair, newParent

    /// The committees and the seats after it.
    var tables: (committees: String, memberships: String) {
      let (committees, memberships) = (EditedSlides.committees, EditedSlides.memberships)
      return switch self {
      case .nothing: (committees, memberships)
      case .newcomer: (committees + "Skin,Sales,JLT\n", memberships + "Bo,Skin,chair\n")
      case .departure:
        (
          committees.replacing("Breast,Trials,JLT\n", with: ""),
          memberships.replacing("Cy,Breast,chair\n", with: "")
        )
      case .newChair: (committees, memberships.replacing("Di,Sales,chair", with: "Bo,Sales,chair"))
      case .newParent: (committees.replacing("Breast,Trials", with: "Breast,Sales"), memberships)
      }
    }
  }

  static func dataset(_ change: Change = .nothing) throws -> Dataset {
    let folder = try TemporaryFolder()
    let tables = change.tables
    try folder.write(tables.committees, to: "data/committees.csv")
    try folder.write(tables.memberships, to: "data/memberships.csv")
    try folder.write(people, to: "data/people.csv")
    return try Dataset(at: folder["data"])
  }

  static var drawing: DrawingOptions {
    var options = DrawingOptions()
    options.effort = .quick
    return options
  }

  /// The slide of the committees.
  static func deck(_ options: DrawingOptions = drawing) throws -> [UInt8] {
    try dataset().draw(ViewRequest("governance"), options).bytes(as: .pptx)
  }

  /// The presentation with new data in it.
  static func update(
    _ deck: [UInt8], _ change: Change, from old: Dataset? = nil, removesGone: Bool = false
  ) throws -> UpdatedDeck {
    var options = UpdateOptions()
    options.drawing = drawing
    options.removesGone = removesGone
    return try dataset(change).update(deck, named: "board.pptx", from: old, options)
  }

  static let slide = "ppt/slides/slide1.xml"

  static func part(_ deck: [UInt8], _ path: String = slide) throws -> Markup {
    let entry = try ZipArchive.unpacked(deck).first { $0.name == path }
    return try Markup.root(of: try #require(entry).bytes, names: .written)
  }

  /// The presentation with a part changed as another program would.
  static func edited(
    _ deck: [UInt8], _ path: String = slide, _ body: (inout Markup) -> Void
  ) throws -> [UInt8] {
    var root = try part(deck, path)
    body(&root)
    return try ZipArchive.edited(deck, with: [.init(name: path, bytes: root.document)])
  }

  /// The shapes of a slide by their keys.
  static func shapes(_ deck: [UInt8], _ path: String = slide) throws -> [String: SlideShape] {
    let tree = try #require(try part(deck, path).descendant("p:spTree"))
    return Dictionary(
      SlideShapes(tree).all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Markup {
  /// Changes the shape on a slide whose name ends in a key.
  mutating func edit(_ key: String, _ body: (inout Markup) -> Void) {
    if naming?["name"]?.hasSuffix("#" + key) == true || naming?["name"] == key {
      body(&self)
      return
    }
    for place in children.indices { children[place].edit(key, body) }
  }

  /// Changes all elements of a name.
  mutating func editAll(_ name: String, _ body: (inout Markup) -> Void) {
    if self.name == name { body(&self) }
    for place in children.indices { children[place].editAll(name, body) }
  }
}

extension Markup {
  /// Lets all of a shape's text be one line.
  mutating func retype(_ words: String) {
    change("p:txBody") { body in
      guard var first = body.first("a:p"), let run = first.first("a:r") else { return }
      var kept = run
      kept.change("a:t") { $0.text = words }
      first.children = first.children.filter { $0.name == "a:pPr" } + [kept]
      body.children = body.children.filter { $0.name != "a:p" } + [first]
    }
  }
}
