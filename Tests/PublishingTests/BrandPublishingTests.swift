import Containers
import Cartography
import EcosystemModel
import Foundation
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite(.serialized, .timeLimit(.minutes(60)))
struct BrandPublishingTests {
  private static func brand(logo: [UInt8]? = nil) throws -> Brand {
    var brand = Brand()
    brand.name = "Meridian & Söhne"
    brand.typeface = Typeface("Verdana", fallbacks: ["DejaVu Sans"])
    brand.light.logo = try Logo(logo ?? SampleLogo.png(), label: "Logo of “Meridian & Söhne”")
    brand.light.categories = [try #require(Colour("#c8102e"))]
    return brand
  }

  private static func map(_ kind: MapKind, _ brand: Brand) throws -> LaidOutDiagram {
    var style = MapStyle()
    style.theme = Theme.named(.light).branded(with: brand)
    let content = MapContent.make(of: Ecosystem.sample.on(nil), view: MapView(kind))
    let diagram = Diagram.make(of: content, style: style)
    return try DiagramLayout(pool: LayoutPool(PictureTests.worker), timeLimit: .seconds(120))
      .layOut(diagram)
  }

  @Test(arguments: [MapKind.people, .governance])
  func pictureNamesFontAndHoldsLogo(kind: MapKind) throws {
    let map = try Self.map(kind, Self.brand())
    let bytes = try PictureTests.publish(map, .svg)[0]
    let text = String(decoding: bytes, as: UTF8.self)
    let families = text.components(separatedBy: "font-family=\"").dropFirst()
    #expect(families.count > 5)
    #expect(families.allSatisfy { $0.hasPrefix("Verdana, 'DejaVu Sans', Arial, ") })
    let logo = try Data(SampleLogo.png()).base64EncodedString()
    #expect(text.components(separatedBy: "data:image/png;base64,\(logo)").count == 2)
    #expect(text.contains("<title>Logo of “Meridian &amp; Söhne”</title>"))
    #expect(XMLParser(data: Data(bytes)).parse())
    // Letters are set smaller by as much as they are wider, on a sheet that is enlarged until footers have 9 pt.
    let sizes = text.components(separatedBy: "font-size=\"").dropFirst().compactMap {
      Double($0.prefix { $0 != "\"" })
    }
    let plainMap = try Self.map(kind, Brand())
    let plain = try PictureTests.publish(plainMap, .svg)[0]
    let others = String(decoding: plain, as: UTF8.self).components(separatedBy: "font-size=\"")
      .dropFirst().compactMap { Double($0.prefix { $0 != "\"" }) }
    #expect(sizes.count == others.count)
    let title = (sizes.max() ?? 0) * map.slideScale
    let plainTitle = (others.max() ?? 1) * plainMap.slideScale
    #expect(abs(title / plainTitle - 9 / 9.5) < 0.01)
    #expect(9 / 9.5 > Typeface("Verdana").scale)
    let isSame = try PictureTests.publish(Self.map(kind, Self.brand()), .svg)[0] == bytes
    #expect(isSame)
  }

  @Test func dotsAndPagesHoldTheLogo() throws {
    let files = try [nil, SampleLogo.jpeg].map { logo in
      try PictureTests.publish(Self.map(.governance, Self.brand(logo: logo)), .png, .pdf)
    }
    var without = try Self.map(.governance, Self.brand())
    without.sheet.logo = nil
    let plain = try PictureTests.publish(without, .png, .pdf)
    #expect(Set(files.map { $0[0] } + [plain[0]]).count == 3)
    for file in files { #expect(file[1].count > plain[1].count) }
    let again = try PictureTests.publish(Self.map(.governance, Self.brand()), .png, .pdf)
    #expect(again == files[0])
  }

  /// The picture is drawn where the sheet has it, and nowhere else.
  @Test func graphHasTheLogoAtItsPlace() throws {
    let map = try Self.map(.governance, Self.brand())
    let frame = try #require(map.sheet.logo)
    let node = try #require(
      map.positionedGraph(withOrnaments: true).nodes.first { $0.attributes["image"] != nil })
    #expect(
      node.attributes["pos"]
        == .position(x: frame.x + frame.width / 2, y: frame.y + frame.height / 2))
    #expect(!map.positionedGraph(withOrnaments: false).text.contains("image="))
    #expect(!map.positionedGraph(withOrnaments: true).text.contains("fontname=\"Liberation Sans\""))
  }

  @Test(arguments: [false, true])
  func presentationHasTheLogoInItsMaster(isJPEG: Bool) throws {
    let brand = try Self.brand(logo: isJPEG ? SampleLogo.jpeg : nil)
    let bytes = try PictureTests.publish(Self.map(.governance, brand), .pptx)[0]
    let file = PresentationValidator(bytes)
    #expect(file.faults.isEmpty, "\(file.faults)")
    let ending = isJPEG ? "jpg" : "png"
    let entries = try ZipArchive.unpacked(bytes)
    let media = try #require(entries.first { $0.name == "ppt/media/logo.\(ending)" })
    #expect(media.bytes == brand.light.logo?.bytes)
    let master = try #require(file.parts["ppt/slideMasters/slideMaster1.xml"])
    #expect(master.all("p:pic").count == 1)
    #expect(
      master.all("p:pic").first?.all("p:cNvPr").first?["descr"] == "Logo of “Meridian & Söhne”")
    let theme = try #require(file.parts["ppt/theme/theme1.xml"])
    #expect(theme.all("a:latin").allSatisfy { $0["typeface"] == "Verdana" })
    // The title ends before the logo.
    let logo = try #require(master.all("p:pic").first?.all("a:off").first?["x"].flatMap { Int($0) })
    for shape in [file.parts[file.slides[0]], master].compactMap({ $0?.all("p:sp").first }) {
      let x = shape.all("a:off").first?["x"].flatMap { Int($0) } ?? 0
      let width = shape.all("a:ext").first?["cx"].flatMap { Int($0) } ?? .max
      #expect(x + width < logo)
    }
    let isSame = try PictureTests.publish(Self.map(.governance, brand), .pptx)[0] == bytes
    #expect(isSame)
  }

  @Test func templatesKeepTheirFontAndHaveNoLogo() throws {
    let template = try PictureTests.publish(Self.map(.governance, Brand()), .pptx)[0]
    var publisher = MapPublisher(worker: PictureTests.worker, timeLimit: .seconds(120))
    publisher.presentation = PresentationOptions(template: template)
    let map = try Self.map(.governance, Self.brand())
    let file = PresentationValidator(try publisher.publish(map, as: [.pptx])[0])
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.parts.values.allSatisfy { $0.all("p:pic").isEmpty })
    let theme = try #require(file.parts["ppt/theme/theme1.xml"])
    #expect(theme.all("a:latin").allSatisfy { $0["typeface"] == "Arial" })
  }

  @Test func fontsThatAreNotThereAreNoticed() {
    #expect(!PictureTests.worker.draws(in: Typeface("No Such Font At All")))
    #expect(PictureTests.worker.draws(in: Typeface("Liberation Mono")))
    #expect(PictureTests.worker.draws(in: Typeface("Arial")))
  }

  /// A file that only looks like a picture must not vanish from the drawing without a word.
  @Test func logoThatCannotBeDrawnIsAnError() throws {
    var map = try Self.map(.governance, Self.brand())
    let broken: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 8, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF,
      0xD9,
    ]
    map.diagram.theme.logo = try Logo(broken)
    #expect(throws: PublishingError.self) { try PictureTests.publish(map, .png) }
  }
}
