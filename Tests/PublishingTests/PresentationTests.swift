import Containers
import Cartography
import EcosystemModel
import Foundation
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

@Suite(.serialized, .timeLimit(.minutes(60)))
struct PresentationTests {
  /// The presentation of a map, read back.
  private static func read(
    _ map: LaidOutDiagram, _ options: PresentationOptions = PresentationOptions()
  ) throws -> PresentationValidator {
    var publisher = MapPublisher(worker: PictureTests.worker, timeLimit: .seconds(120))
    publisher.presentation = options
    return PresentationValidator(try publisher.publish(map, as: [.pptx])[0])
  }

  private static func slide(_ file: PresentationValidator) throws -> Markup {
    try #require(file.slides.first.flatMap { file.parts[$0] })
  }

  @Test(arguments: MapKind.allCases, LineStyle.allCases)
  func slideHoldsTheWholeMap(kind: MapKind, lines: LineStyle) throws {
    let map = try PictureTests.map(of: .sample, kind)
    let file = try Self.read(map, PresentationOptions(lines: lines))
    #expect(file.faults.isEmpty, "\(file.faults)")
    let slide = try Self.slide(file)
    let names = slide.all("p:cNvPr").compactMap { $0["name"] }
    for node in map.diagram.nodes {
      #expect(names.contains(node.title.prefix(118 - node.key.count) + " #" + node.key))
    }
    let lineCount = names.count { $0.hasPrefix("Line: ") }
    #expect(lineCount == map.diagram.edges.count)
    let glued = slide.all("p:cxnSp").filter {
      !$0.all("a:stCxn").isEmpty && !$0.all("a:endCxn").isEmpty
    }
    let free = map.diagram.edges.count { $0.from == $0.to }
    #expect(glued.count == (lines == .glued ? map.diagram.edges.count - free : 0))
    #expect(
      slide.all("p:grpSp").count { $0.all("p:cNvPr").first?["name"]?.hasPrefix("Group: ") ?? false }
        == map.frames.count { $0 != nil })
    let text = slide.all("a:t").compactMap(\.text)
    #expect(text.contains(map.diagram.title))
    #expect(text.contains(map.diagram.footer))
    for section in map.diagram.legend { #expect(text.contains(section.title)) }
    let notes = file.parts["ppt/notesSlides/notesSlide1.xml"]?.all("a:t").compactMap(\.text) ?? []
    #expect(notes.contains(map.diagram.summary))
  }

  @Test(arguments: MapKind.allCases)
  func lettersKeepTheirSize(kind: MapKind) throws {
    let map = try PictureTests.map(of: .sample, kind)
    let sizes = try Self.slide(try Self.read(map)).all("a:rPr").compactMap {
      $0["sz"].flatMap { Int($0) }
    }
    let smallest = Double(try #require(sizes.min())) / 100
    // The size is cut to tenths; the legend and the footer have fixed sizes of 9.5 pt and more.
    #expect(smallest >= min(map.smallestLabel, 9.5) - 0.1)
    #expect(smallest >= 9)
  }

  @Test func connectorsEndOnTheirSites() throws {
    for kind in MapKind.allCases {
      let map = try PictureTests.map(of: .sample, kind)
      for (edge, line) in zip(map.diagram.edges, GluedLines(map).lines) {
        guard let line else { continue }
        for (key, site) in [(edge.from, line.from), (edge.to, line.to)] {
          let position = try #require(map.diagram.nodes.firstIndex { $0.key == key })
          let sites = ConnectionSite.all(on: map.diagram.nodes[position].shape, map.boxes[position])
          #expect(sites[site.index] == site)
          let box = map.boxes[position]
          #expect(site.place.x >= box.x - 0.01 && site.place.x <= box.x + box.width + 0.01)
          #expect(site.place.y >= box.y - 0.01 && site.place.y <= box.y + box.height + 0.01)
        }
      }
    }
  }

  /// A line with two bends is mirrored and turned; applying that to the preset's corners must give the line back.
  @Test(arguments: [(10.0, 90.0, 60.0, 20.0), (60, 90, 10, 20), (10, 20, 60, 90), (60, 20, 10, 90)])
  func bentConnectorStartsAndEndsWhereItShould(ends: (Double, Double, Double, Double)) throws {
    let transform = Elbow([
      .init(x: ends.0, y: ends.1), .init(x: ends.0, y: 50), .init(x: ends.2, y: 50),
      .init(x: ends.2, y: ends.3),
    ]).transform
    func value(_ child: String, _ name: String) throws -> Double {
      try #require(transform.first(child)?[name].flatMap(Double.init)) / 12_700
    }
    let (width, height) = (try value("a:ext", "cx"), try value("a:ext", "cy"))
    let middle = (try value("a:off", "x") + width / 2, try value("a:off", "y") + height / 2)
    let angle = try #require(transform["rot"].flatMap(Double.init)) / 60_000 * .pi / 180
    let mirror = transform["flipV"] == "1" ? -1.0 : 1
    func moved(_ x: Double, _ y: Double) -> (Double, Double) {
      let y = y * mirror
      return (
        middle.0 + x * cos(angle) - y * sin(angle), middle.1 + x * sin(angle) + y * cos(angle)
      )
    }
    let (start, end) = (moved(-width / 2, -height / 2), moved(width / 2, height / 2))
    for (got, wanted) in [(start.0, ends.0), (start.1, ends.1), (end.0, ends.2), (end.1, ends.3)] {
      #expect(abs(got - wanted) < 0.01)
    }
  }

  /// Colours of the theme are changed in hue, saturation and lightness until they are the wanted ones.
  @Test(arguments: Theme.Name.allCases)
  func coloursComeOutAsDrawn(name: Theme.Name) throws {
    let theme = Theme.named(name)
    let palette = ThemePalette(theme)
    var colours = [
      theme.background, theme.text, theme.mutedText, theme.fill, theme.border, theme.line,
      theme.clusterFill, theme.clusterBorder,
    ]
    for position in 0...8 {
      let colour = theme.category(position)
      colours += [colour, theme.tinted(colour), theme.background.mixed(with: colour, share: 0.35)]
    }
    let slots = [palette.text, palette.background, palette.muted, palette.quiet] + palette.accents
    for colour in colours {
      let markup = palette.markup(colour)
      guard markup.name == "a:schemeClr" else { continue }
      let slot = try #require(slots.first { $0.name == markup["val"] })
      let shown = ShownColour(slot.colour).changed(by: markup.children)
      for part in [\Colour.red, \.green, \.blue] {
        #expect(
          abs(Int(shown[keyPath: part]) - Int(colour[keyPath: part])) <= 2,
          "\(colour) comes out as \(shown) by \(markup)")
      }
    }
    for colour in colours.prefix(8) { #expect(palette.markup(colour).name == "a:schemeClr") }
    #expect(palette.markup(theme.tinted(theme.category(0)))["val"] == "accent1")
    // The colour of a company is its own.
    let brand = Colour(red: 0x83, green: 0x00, blue: 0x51)
    #expect(palette.markup(brand).name == "a:srgbClr")
  }

  @Test func sameMapSameBytes() throws {
    let map = try PictureTests.map(of: .sample, .governance)
    let files = try (0..<2).map { _ in try PictureTests.publish(map, .pptx)[0] }
    let isSame = files[0] == files[1]
    #expect(isSame)
  }

  @Test func thousandBoxesAreOneSlide() throws {
    var map = try PictureTests.map(of: .sample, .ecosystem)
    let (node, box) = (map.diagram.nodes[0], map.boxes[0])
    for number in 0..<1_000 {
      var copy = node
      copy.key = "copy-\(number)"
      map.diagram.nodes.append(copy)
      map.boxes.append(box)
    }
    let file = try Self.read(map)
    #expect(file.faults.isEmpty, "\(file.faults.prefix(3))")
  }
}

/// A colour as programs compute it from a colour of the theme and its changes.
private struct ShownColour {
  private var hue: Double
  private var saturation: Double
  private var lightness: Double

  init(_ colour: Colour) {
    let parts = [colour.red, colour.green, colour.blue].map { Double($0) / 255 }
    let (high, low) = (parts.max() ?? 0, parts.min() ?? 0)
    lightness = (high + low) / 2
    saturation = high == low ? 0 : (high - low) / (1 - abs(high + low - 1))
    let extent = max(high - low, 1e-9)
    let sextant =
      high == parts[0]
      ? (parts[1] - parts[2]) / extent
      : high == parts[1]
        ? 2 + (parts[2] - parts[0]) / extent : 4 + (parts[0] - parts[1]) / extent
    hue = (sextant * 60 + 360).truncatingRemainder(dividingBy: 360)
  }

  func changed(by changes: [Markup]) -> Colour {
    var shown = self
    for change in changes {
      let value = change["val"].flatMap(Double.init) ?? 0
      switch change.name {
      case "a:hueOff": shown.hue += value / 60_000
      case "a:satMod": shown.saturation = min(1, shown.saturation * value / 100_000)
      case "a:lumMod": shown.lightness *= value / 100_000
      case "a:lumOff": shown.lightness += value / 100_000
      default: Issue.record("\(change.name) is not a change of a colour.")
      }
    }
    return shown.colour
  }

  private var colour: Colour {
    let chroma = (1 - abs(2 * lightness - 1)) * saturation
    func part(_ shift: Double) -> UInt8 {
      let place = (shift + hue / 30 + 24).truncatingRemainder(dividingBy: 12)
      let value = lightness - chroma / 2 * max(-1, min(place - 3, 9 - place, 1))
      return UInt8((min(max(value, 0), 1) * 255).rounded())
    }
    return Colour(red: part(0), green: part(8), blue: part(4))
  }
}
