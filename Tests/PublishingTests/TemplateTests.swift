import Containers
import Cartography
import EcosystemModel
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite(.serialized, .timeLimit(.minutes(60)))
struct TemplateTests {
  private let map: LaidOutDiagram

  init() throws {
    map = try PictureTests.map(of: .sample, .governance)
  }

  private func publish(_ template: [UInt8]?) throws -> [UInt8] {
    var publisher = MapPublisher(worker: PictureTests.worker, timeLimit: .seconds(120))
    publisher.presentation = PresentationOptions(template: template)
    return try publisher.publish(map, as: [.pptx])[0]
  }

  /// A template as a corporation has it: 4:3, its own colours and font, a large title, an old slide, no notes.
  private func corporateTemplate() throws -> [UInt8] {
    var entries = try ZipArchive.unpacked(try publish(nil))
    entries.removeAll { $0.name.contains("notesMaster") || $0.name.contains("theme2") }
    for position in entries.indices {
      var text = String(decoding: entries[position].bytes, as: UTF8.self)
      switch entries[position].name {
      case "[Content_Types].xml":
        text = text.replacing("presentation.main+xml", with: "template.main+xml")
        text = text.replacing(#/<Override [^>]*(notesMaster|theme2)[^>]*>/#, with: "")
      case "ppt/presentation.xml":
        text = text.replacing(#/<p:notesMasterIdLst>.*?</p:notesMasterIdLst>/#, with: "")
        text = text.replacing(#/<p:sldSz [^>]*>/#, with: "<p:sldSz cx=\"9144000\" cy=\"6858000\"/>")
      case "ppt/_rels/presentation.xml.rels":
        text = text.replacing(#/<Relationship [^>]*notesMaster[^>]*>/#, with: "")
      case "ppt/theme/theme1.xml":
        text = text.replacing("0662AE", with: "8E24AA").replacing("Arial", with: "Georgia")
      case "ppt/slideMasters/slideMaster1.xml":
        text = text.replacing("sz=\"2000\"", with: "sz=\"4400\"")
      default: break
      }
      entries[position].bytes = Array(text.utf8)
    }
    return try ZipArchive.packed(entries)
  }

  @Test func mastersColoursFontsAndSizeAreTaken() throws {
    let file = PresentationValidator(try publish(try corporateTemplate()))
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.slides.count == 1)
    let size = file.parts["ppt/presentation.xml"]?.first("p:sldSz")
    #expect(size?["cx"] == "9144000")
    let theme = try #require(file.parts["ppt/theme/theme1.xml"])
    #expect(theme.all("a:latin").allSatisfy { $0["typeface"] == "Georgia" })
    #expect(theme.all("a:accent1").first?.children.first?["val"] == "8E24AA")
    #expect(file.parts.keys.contains { $0.hasPrefix("ppt/notesMasters/") })
    let slide = try #require(file.slides.first.flatMap { file.parts[$0] })
    // The large title is made smaller where it would not fit, and nothing of the map lies outside the slide.
    for offset in slide.all("a:xfrm") {
      let x = try #require(offset.first("a:off")?["x"].flatMap { Int($0) })
      let y = try #require(offset.first("a:off")?["y"].flatMap { Int($0) })
      let width = try #require(offset.first("a:ext")?["cx"].flatMap { Int($0) })
      let height = try #require(offset.first("a:ext")?["cy"].flatMap { Int($0) })
      #expect(x >= 0 && y >= 0 && x + width <= 9_144_000 && y + height <= 6_858_000)
    }
  }

  @Test func sameTemplateSameBytes() throws {
    let template = try corporateTemplate()
    let first = try publish(template)
    let isSame = try publish(template) == first
    #expect(isSame)
  }

  static let noTemplates: [[UInt8]] = [
    [], Array("name\nAlpha\n".utf8), Array("PK\u{3}\u{4}garbage".utf8),
    (try? ZipArchive.packed([.init(name: "word/document.xml", bytes: Array("<w/>".utf8))])) ?? [],
    (try? ZipArchive.packed([
      .init(name: "[Content_Types].xml", bytes: Array("<Types/>".utf8)),
      .init(
        name: "ppt/presentation.xml",
        bytes: Array("<!DOCTYPE p [<!ENTITY a \"b\">]><p:presentation>&a;</p:presentation>".utf8)),
    ])) ?? [],
  ]

  @Test(arguments: noTemplates)
  func whatIsNoTemplateIsRefused(bytes: [UInt8]) throws {
    let error = #expect(throws: PublishingError.self) {
      try PresentationBase(PresentationOptions(template: bytes), theme: .named(.light))
    }
    #expect(error?.code == .badTemplate)
    #expect(error?.message.hasSuffix(".") ?? false)
  }

  /// A sound template with one part changed.
  private func altered(
    _ part: String, _ change: (String) -> String
  ) throws -> PresentationOptions {
    var entries = try ZipArchive.unpacked(try corporateTemplate())
    for position in entries.indices where entries[position].name == part {
      let text = String(decoding: entries[position].bytes, as: UTF8.self)
      let changed = change(text)
      #expect(changed != text, "\(part) stays as it is.")
      entries[position].bytes = Array(changed.utf8)
    }
    return PresentationOptions(template: try ZipArchive.packed(entries))
  }

  private static let layout = "ppt/slideLayouts/slideLayout2.xml"
  private static let master = "ppt/slideMasters/slideMaster1.xml"

  @Test(arguments: ["9e300", "nan", "inf", "-1", "0", "914399", "51206401", "1e3", "wide"])
  func slideSizesAreThoseOfSlides(size: String) throws {
    let options = try altered("ppt/presentation.xml") {
      $0.replacing("cx=\"9144000\"", with: "cx=\"\(size)\"")
    }
    let error = #expect(throws: PublishingError.self) { try options.check() }
    #expect(error?.message.contains("width of “\(size)”") == true)
  }

  @Test(arguments: ["914400", "51206400"])
  func smallestAndLargestSlidesAreTaken(size: String) throws {
    try altered("ppt/presentation.xml") {
      $0.replacing("cx=\"9144000\"", with: "cx=\"\(size)\"")
    }.check()
  }

  @Test(arguments: ["inf", "99", "400001", "-5", "nan", "1e300"])
  func lettersAreThoseOfSlides(size: String) throws {
    let options = try altered(Self.master) {
      $0.replacing("sz=\"4400\"", with: "sz=\"\(size)\"")
    }
    let error = #expect(throws: PublishingError.self) { try options.check() }
    #expect(error?.message.contains("size “\(size)”") == true)
  }

  @Test(arguments: [("x", "1e300"), ("y", "nan"), ("x", "-inf"), ("y", "far")])
  func placesAreOnSlides(side: String, place: String) throws {
    let options = try altered(Self.master) {
      $0.replacing(side == "x" ? #/x="[0-9]+"/# : #/y="[0-9]+"/#, with: "\(side)=\"\(place)\"")
    }
    let error = #expect(throws: PublishingError.self) { try options.check() }
    #expect(error?.message.contains("“\(place)”") == true)
  }

  @Test(arguments: [layout, master, "ppt/presentation.xml", "ppt/theme/theme1.xml"])
  func documentTypesAndDepthAreRefusedInEveryPart(part: String) throws {
    let declared = try altered(part) {
      $0.replacing("?>\n", with: "?>\n<!DOCTYPE p [<!ENTITY e \"x\">]>\n")
    }
    let error = #expect(throws: PublishingError.self) { try declared.check() }
    #expect(
      error?.message.contains("in its part \(part), line 2, the file declares a document type")
        == true)
    let deep = try altered(part) { $0 + String(repeating: "<a>", count: 100_000) }
    #expect(throws: PublishingError.self) { try deep.check() }
  }

  @Test func whatWouldBeLoadedFromElsewhereIsLeftOut() throws {
    var entries = try ZipArchive.unpacked(try corporateTemplate())
    let address = "http://127.0.0.1:8899/track.png"
    for position in entries.indices {
      var text = String(decoding: entries[position].bytes, as: UTF8.self)
      if entries[position].name == Self.master {
        text = text.replacing(
          "</p:spTree>",
          with: "<p:pic><p:blipFill><a:blip r:link=\"rZ\"/></p:blipFill></p:pic></p:spTree>")
      } else if entries[position].name == "ppt/slideMasters/_rels/slideMaster1.xml.rels" {
        text = text.replacing(
          "</Relationships>",
          with:
            "<Relationship Id=\"rZ\" Type=\"http://x/image\" Target=\"\(address)\" TargetMode=\"External\"/></Relationships>"
        )
      }
      entries[position].bytes = Array(text.utf8)
    }
    let template = try ZipArchive.packed(entries)
    let leftOut = try PresentationOptions(template: template).check().leftOut
    #expect(leftOut == ["\(address) in \(Self.master)"])
    let made = try publish(template)
    #expect(PresentationValidator(made).faults.isEmpty)
    for entry in try ZipArchive.unpacked(made) {
      #expect(!String(decoding: entry.bytes, as: UTF8.self).contains(address), "\(entry.name)")
      #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("rZ"), "\(entry.name)")
    }
  }

  @Test func damagedTemplatesAreRefusedInWordsAboutReading() throws {
    let whole = try corporateTemplate()
    for bytes in [Array(whole.prefix(whole.count / 2)), Array("PK\u{3}\u{4}garbage".utf8)] {
      let error = #expect(throws: PublishingError.self) {
        try PresentationOptions(template: bytes).check()
      }
      #expect(error?.message.hasPrefix("The template cannot be read: ") == true)
      #expect(error?.message.contains("made") == false)
    }
  }

  @Test func wordsNeverBecomeMarkup() throws {
    let words = "<script>&\"'\u{0}\u{B}]]>\r\n\u{FFFE}👩‍👩‍👧 مرحبا"
    let element = Markup("a", ["name": words], text: words)
    let read = try Markup.root(of: element.document, names: .written)
    let shown = words.replacing("\u{0}", with: "\u{FFFD}").replacing("\u{B}", with: "\u{FFFD}")
      .replacing("\u{FFFE}", with: "\u{FFFD}")
    #expect(read.text == shown)
    #expect(read["name"] == shown)
  }
}
