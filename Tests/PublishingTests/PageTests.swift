import Cartography
import Containers
import EcosystemModel
import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct PageTests {
  static func page(of ecosystem: Ecosystem, _ kind: MapKind) throws -> (
    page: String, map: LaidOutDiagram
  ) {
    let map = try PictureTests.map(of: ecosystem, kind)
    let snapshot = ecosystem.on(nil)
    let bytes = try MapPublisher(worker: PictureTests.worker).publish(
      map,
      facts: { PageFacts(of: map.diagram, in: snapshot) { "\($0.rawValue).csv:\($1 + 2)" } },
      as: [.html])
    return (String(decoding: bytes[0], as: UTF8.self), map)
  }

  /// The text between two marks, the first of each.
  static func part(of page: String, from start: String, to end: String) throws -> String {
    let rest = page[try #require(page.firstRange(of: start)).upperBound...]
    return String(rest[..<(try #require(rest.firstRange(of: end))).lowerBound])
  }

  static func facts(in page: String) throws -> [String: Any] {
    let json = try part(of: page, from: "id=\"ui-facts\">", to: "</script>")
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func policyLetsInNothingButItsOwnScriptAndStyle() throws {
    let page = try Self.page(of: .sample, .ecosystem).page
    let policy = try Self.part(
      of: page, from: "http-equiv=\"Content-Security-Policy\" content=\"", to: "\"")
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    let parts = [
      ("style-src", try Self.part(of: page, from: "<style>", to: "</style>")),
      ("script-src", try Self.part(of: page, from: "<script>", to: "</script>")),
    ]
    for (name, text) in parts {
      let hash = Data(SHA256.hash(of: Array(text.utf8))).base64EncodedString()
      #expect(policy.contains("\(name) 'sha256-\(hash)'"))
    }
    #expect(page.components(separatedBy: "<script").count == 3, "the facts and one script")
    let addresses = page.components(separatedBy: "http").dropFirst()
      .filter { !$0.hasPrefix("-equiv") && !$0.hasPrefix("://www.w3.org/") }
    #expect(addresses.isEmpty, "nothing is loaded from elsewhere")
  }

  @Test func scriptAndStyleStaySmall() {
    #expect(MapPage.script.count + MapPage.style.count <= 64 << 10)
  }

  @Test func namesStayText() throws {
    var ecosystem = Ecosystem.sample
    let name = "</script><script>alert(1)</script><!-- & \u{2028} \"quoted\""
    ecosystem.companies = Roster(
      ecosystem.companies.map {
        var company = $0
        company.name = name + company.name
        return company
      })
    let page = try Self.page(of: ecosystem, .ecosystem).page
    #expect(page.components(separatedBy: "</script>").count == 3)
    #expect(!page.contains("<script>alert"))
    let entities = try #require(try Self.facts(in: page)["entities"] as? [[String: Any]])
    #expect(entities.contains { ($0["name"] as? String)?.hasPrefix(name) == true })
  }

  @Test(arguments: MapKind.allCases)
  func factsAreThoseOfTheMap(kind: MapKind) throws {
    let (page, map) = try Self.page(of: .sample, kind)
    let facts = try Self.facts(in: page)
    let nodes = try #require(facts["nodes"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["id"] as? String } == map.diagram.nodes.map(\.key))
    let edges = try #require(facts["edges"] as? [[String: Any]])
    #expect(edges.compactMap { $0["id"] as? String } == map.diagram.edges.map(\.key))
    let entities = try #require(facts["entities"] as? [[String: Any]])
    let keys = Set(entities.compactMap { $0["key"] as? String })
    for member in map.diagram.nodes.flatMap({ $0.members ?? [] }) {
      #expect(keys.contains(member.key))
    }
    for row in try #require(facts["rows"] as? [[String: Any]]) {
      let ends = try #require(row["ends"] as? [String])
      #expect(ends.allSatisfy { keys.contains($0) })
      let table = try #require(row["table"] as? String)
      #expect((row["at"] as? String)?.hasPrefix("\(table).csv:") == true)
    }
  }

  @Test func whatWasFilteredOutIsNotInThePage() throws {
    let ecosystem = Ecosystem.sample
    let kept = try #require(ecosystem.companies.first)
    let condition = try #require(Condition("company=\(kept.name)"))
    let snapshot = try ecosystem.on(nil).filtered(
      by: Filter([condition], showing: [.companies]))
    let map = try PictureTests.map(of: snapshot.ecosystem, .ecosystem)
    let facts = PageFacts(of: map.diagram, in: snapshot) { _, _ in nil }
    let json = String(decoding: try JSONEncoder().encode(facts), as: UTF8.self)
    let gone = ecosystem.references.filter { !snapshot.ecosystem.contains($0) }
    #expect(!gone.isEmpty)
    for reference in gone { #expect(!json.contains("\"\(reference.description)\"")) }
  }

  @Test func ownColumnsOfPeopleStayOut() throws {
    var ecosystem = Ecosystem.sample
    ecosystem.people = Roster(
      ecosystem.people.map {
        var person = $0
        person.attributes["salary"] = "95000"
        return person
      })
    let page = try Self.page(of: ecosystem, .people).page
    #expect(!page.contains("95000") && !page.contains("salary"))
  }
}
