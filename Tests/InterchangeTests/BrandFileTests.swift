import EcosystemModel
import Foundation
import TestSupport
import Testing

@testable import Interchange

struct BrandFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ text: String, as name: String = "brand.yaml") throws -> BrandFile {
    try folder.write(text, to: name)
    return try BrandFile.read(at: folder[name], colourKeys: ["text", "muted_text"])
  }

  @Test func wordsStandWhereTheyAreWritten() throws {
    try folder.write("png", to: "pictures/logo.png")
    let file = try read(
      """
      name: Meridian
      font: [Calibri, "Gill Sans"]
      font_width: 0.9
      logo: pictures/logo.png
      Logo-Height: 30
      colors:
        text: "#112233"
        Muted Text: 445566
        categories: ["#000", "#ffffff"]
      dark:
        colours: {text: "#eeeeee"}
      """)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
    #expect(file.name?.text == "Meridian")
    #expect(file.fonts.map(\.text) == ["Calibri", "Gill Sans"])
    #expect(file.fontWidth?.text == "0.9" && file.logoHeight?.text == "30")
    #expect(file.light.logo?.bytes == Array("png".utf8))
    #expect(file.light.colours.map(\.key) == ["text", "muted_text"])
    #expect(file.light.colours[1].text == "445566")
    #expect(file.light.colours[1].location.line == 8)
    #expect(file.light.categories.map(\.text) == ["#000", "#ffffff"])
    #expect(file.light.categories[1].location.column == 24)
    #expect(file.dark.colours.map(\.text) == ["#eeeeee"])
  }

  @Test func jsonIsReadAsWell() throws {
    let file = try read("{\"font\": \"Calibri\", \"colours\": {\"text\": \"#123\"}}", as: "b.json")
    #expect(file.diagnostics.isEmpty)
    #expect(file.fonts.first?.text == "Calibri")
    #expect(file.light.colours.first?.location.column == 41)
  }

  /// A file, the place of its fault, and what the message has to name.
  static let faults: [(text: String, place: String, hint: String)] = [
    ("colour:\n  text: red\n", "1:1", "did you mean \"colours\"?"),
    ("colours:\n  txt: red\n", "2:3", "did you mean \"text\"?"),
    ("colours:\n  shadow: red\n", "2:3", "muted_text and categories"),
    ("colours:\n  text: #112233\n", "2:3", "into quotes"),
    ("colours: [red]\n", "1:1", "not a list"),
    ("colours:\n  text: [a, b]\n", "2:9", "single value"),
    ("colours:\n  categories:\n    - {a: b}\n", "3:7", "not of an object"),
    ("dark:\n  font: Arial\n", "2:3", "colours and logo"),
    ("logo: nowhere.png\n", "1:7", "does not exist"),
    ("logo: .\n", "1:7", "is a folder"),
    ("font: Arial\nfont: Georgia\n", "2:1", "stands twice"),
    ("font: Arial\nFont: Georgia\n", "2:1", "stands twice"),
    ("- a\n", "1:1", "not a list"),
    ("", "", "not nothing"),
    ("a: [\n", "2:1", "no YAML"),
  ]

  @Test(arguments: faults.indices)
  func faultIsNamedAtItsPlace(position: Int) throws {
    let (text, place, hint) = Self.faults[position]
    let file = try read(text)
    let diagnostic = try #require(file.diagnostics.first)
    #expect(diagnostic.message.contains(hint), "\(diagnostic)")
    let path = folder["brand.yaml"]
    let found = diagnostic.location?.description ?? ""
    #expect(found == (place.isEmpty ? path : "\(path):\(place)"), "\(diagnostic)")
    #expect(diagnostic.severity == .error)
  }

  @Test func whatIsNoBrandFileIsRefused() throws {
    try folder.write("x", to: "brand.txt")
    try folder.write("x", to: "folder.yaml/x")
    for name in ["brand.txt", "folder.yaml", "nowhere.yaml"] {
      let error = #expect(throws: ReadError.self) {
        try BrandFile.read(at: folder[name], colourKeys: [])
      }
      #expect(error?.message.contains(name) ?? false)
    }
    try Data(count: 2 << 20).write(to: URL(fileURLWithPath: folder["large.yaml"]))
    let error = #expect(throws: ReadError.self) {
      try BrandFile.read(at: folder["large.yaml"], colourKeys: [])
    }
    #expect(error?.code == .tooLarge)
  }
}
