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
struct PictureTests {
  static let worker = LayoutWorker(program: .init(path: BuiltProduct.ecomap ?? "ecomap"))

  static func map(
    of ecosystem: Ecosystem, _ kind: MapKind, theme: Theme.Name = .light
  ) throws -> LaidOutDiagram {
    var view = MapView(kind)
    view.focus = ecosystem.references.first
    var style = MapStyle()
    style.theme = .named(theme)
    let content = MapContent.make(of: ecosystem.on(nil), view: view)
    let diagram = Diagram.make(of: content, style: style)
    return try DiagramLayout(pool: LayoutPool(worker), timeLimit: .seconds(120)).layOut(diagram)
  }

  static func publish(_ map: LaidOutDiagram, _ formats: OutputFormat...) throws -> [[UInt8]] {
    try MapPublisher(worker: worker, timeLimit: .seconds(120)).publish(map, as: formats)
  }

  @Test(arguments: MapKind.allCases, Theme.Name.allCases)
  func pictureIsNamedDescribedAndComplete(kind: MapKind, theme: Theme.Name) throws {
    let map = try Self.map(of: .sample, kind, theme: theme)
    let files = try Self.publish(map, .svg)
    let picture = try #require(Picture(files[0]))
    #expect(picture.root["role"] == "img")
    #expect(picture.root["width"] == "960pt" && picture.root["height"] == "540pt")
    #expect(picture.titles.first == map.diagram.title)
    let description = try #require(picture.descriptions.first)
    #expect(picture.descriptions.count == 1)
    #expect(description.hasPrefix("\(map.diagram.summary) \(map.diagram.footer)"))
    #expect(description.hasSuffix(". Made with \(Program.title)."))
    let classes = picture.groups.compactMap { $0["class"] }
    #expect(classes.count { $0.hasPrefix("node") } == map.diagram.nodes.count)
    #expect(classes.count { $0.hasPrefix("edge") } == map.diagram.edges.count)
    let ids = picture.groups.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    // The map is read between its title and its legend.
    #expect(ids.first == "sheet" && ids.last == "legend")
    for node in map.diagram.nodes { #expect(ids.contains(node.key)) }
    let text = picture.text
    for section in map.diagram.legend { #expect(text.contains(section.title)) }
    #expect(text.contains(String(map.diagram.title.prefix(20))))
  }

  @Test(arguments: MapKind.allCases)
  func hostileNamesStayText(kind: MapKind) throws {
    let names = [
      "<script>alert(1)</script>", "\"quoted\" \\N \\G \\l", "]]> & &amp; <b>", "مرحبا بالعالم",
      "👩‍👩‍👧 team", String(repeating: "long ", count: 2_000), "a\u{0}b\u{7}c\u{1B}[31m", "-> -- : ;",
      "%s%n",
    ]
    var ecosystem = Ecosystem()
    for (number, name) in names.enumerated() {
      var company = Company(id: .init("c\(number)"), name: name)
      company.url = number % 2 == 0 ? "javascript:alert(1)" : "https://x.example/?a=\"<&"
      company.kind = name
      ecosystem.companies.append(company)
      var person = Person(id: .init("p\(number)"), name: name)
      person.company = company.id
      ecosystem.people.append(person)
      var committee = Committee(id: .init("j\(number)"), name: name)
      committee.parent = number > 0 ? .init("j0") : nil
      ecosystem.committees.append(committee)
      ecosystem.memberships.append(Membership(person: person.id, committee: committee.id))
      var tie = Relationship(
        from: .company(company.id), to: .company(.init("c\((number + 1) % names.count)")))
      tie.label = name
      ecosystem.relationships.append(tie)
    }
    let files = try Self.publish(Self.map(of: ecosystem, kind), .svg, .pdf, .png, .pptx)
    let picture = try #require(Picture(files[0]), "The picture is not well-formed XML.")
    #expect(picture.elements["script"] == nil)
    #expect(!picture.links.contains { $0.lowercased().contains("javascript") })
    #expect(files[1].starts(with: Array("%PDF".utf8)))
    #expect(files[2].starts(with: [0x89] + Array("PNG".utf8)))
    let slides = PresentationValidator(files[3])
    #expect(slides.faults.isEmpty, "\(slides.faults)")
    #expect(!slides.parts.values.contains { !$0.all("script").isEmpty })
  }

  @Test func rasterHasTheSizeOfAScreen() throws {
    let png = try Self.publish(Self.map(of: .sample, .governance), .png)[0]
    // The header chunk: width and height as big-endian numbers at bytes 16 and 20.
    func number(_ start: Int) -> Int { png[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    #expect(abs(number(16) - 1920) <= 2)
    #expect(abs(number(20) - 1080) <= 2)
    // A sheet with nothing on it takes a tenth of that.
    #expect(png.count > 30_000)
  }

  /// Letters that no font has are drawn wider than measured, which does not widen the sheet.
  @Test func rasterKeepsItsSizeWhateverTheFonts() throws {
    var ecosystem = Ecosystem.sample
    ecosystem.companies = Roster(
      ecosystem.companies.map { company in
        var company = company
        company.name = String(repeating: "武田薬品工業", count: 6)
        return company
      })
    let png = try Self.publish(Self.map(of: ecosystem, .governance), .png)[0]
    #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == 1920)
    #expect(png[20..<24].reduce(0) { $0 << 8 | Int($1) } == 1080)
  }

  @Test func documentsDoNotTellWhenTheyWereMade() async throws {
    let map = try Self.map(of: .sample, .governance)
    let first = try Self.publish(map, .pdf)
    // Dates in PDF count seconds.
    try await Task.sleep(for: .milliseconds(1100))
    #expect(try Self.publish(map, .pdf) == first)
  }

  @Test(arguments: MapKind.allCases)
  func sameMapSameBytes(kind: MapKind) throws {
    let formats: [OutputFormat] = [.svg, .png, .pptx, .dot, .diagramJSON, .laidOutJSON]
    let publisher = MapPublisher(worker: Self.worker, timeLimit: .seconds(120))
    let first = try publisher.publish(Self.map(of: .sample, kind), as: formats)
    let other = LayoutWorker(program: .init(path: BuiltProduct.ecomap ?? "ecomap"))
    let second = try MapPublisher(worker: other, timeLimit: .seconds(120))
      .publish(Self.map(of: .sample, kind), as: formats)
    for (format, pair) in zip(formats, zip(first, second)) {
      // Compared outside the macro, which would print a million bytes.
      let isSame = pair.0 == pair.1
      #expect(isSame, "\(kind.rawValue) as \(format.rawValue)")
    }
  }

  @Test func laidOutMapSurvivesItsJSON() throws {
    let map = try Self.map(of: .sample, .ecosystem)
    let json = try Self.publish(map, .laidOutJSON)[0]
    #expect(try JSONDecoder().decode(LaidOutDiagram.self, from: Data(json)) == map)
  }

  @Test(arguments: MapKind.allCases)
  func boxesStandApartAndInsideTheSheet(kind: MapKind) throws {
    let map = try Self.map(of: .sample, kind)
    #expect(map.legibility().boxOverlaps == 0)
    #expect(abs(map.width / map.height - 16.0 / 9) < 0.001)
    for box in map.boxes {
      #expect(box.x >= 0 && box.y >= 0)
      #expect(box.x + box.width <= map.width && box.y + box.height <= map.height)
    }
    #expect(map.routes.count == map.diagram.edges.count)
    #expect(map.routes.allSatisfy { !$0.curves.isEmpty })
  }
}

/// What a picture holds, read as XML.
private final class Picture: NSObject, XMLParserDelegate {
  private(set) var root: [String: String] = [:]
  private(set) var titles: [String] = []
  private(set) var descriptions: [String] = []
  private(set) var groups: [[String: String]] = []
  private(set) var links: [String] = []
  private(set) var elements: [String: Int] = [:]
  private var texts: [String] = []
  private var content = ""

  var text: String { texts.joined(separator: "\n") }

  init?(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    content = ""
    if name == "svg" { root = attributes }
    if name == "g" { groups.append(attributes) }
    if let link = attributes["xlink:href"] { links.append(link) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { content += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "title": titles.append(content)
    case "desc": descriptions.append(content)
    case "text": texts.append(content)
    default: break
    }
    content = ""
  }
}
