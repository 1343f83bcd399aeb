import GraphCore
import EcosystemModel
import TestSupport
import Testing

@testable import Interchange

/// Broken and hostile files of other tools: refused or read as far as they go, at a place.
struct ExchangeFaultTests {
  private static let lol = """
    <?xml version="1.0"?>
    <!DOCTYPE graphml [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <graphml><graph><node id="&b;"/></graph></graphml>
    """
  private static let external = """
    <?xml version="1.0"?>
    <!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <gexf><graph><nodes><node id="1" label="&x;"/></nodes></graph></gexf>
    """

  @Test(arguments: [
    ("n.graphml", lol, "n.graphml:2:"), ("n.gexf", external, "n.gexf:2:"),
    ("n.graphml", "<graphml><graph><node id='&x;'/></graph></graphml>", "n.graphml:1:"),
    ("n.graphml", "<graphml>\n<graph>\n <node id='a'>\n</graph></graphml>", "n.graphml:4:"),
    ("n.graphml", "<svg/>", "n.graphml:1:"), ("n.gexf", "<gexf/>", "n.gexf:1:"),
    ("n.gexf", "", "n.gexf:1:"), ("n.vna", "nothing of it", "n.vna:1:1"),
    ("n.vna", "*Tie data\nfrom to\na", "n.vna:3:1"), ("n.dl", "x", "n.dl:1:1"),
    ("n.dl", "dl n=2\ndata:\n0 1\n1 q", "n.dl:4:1"),
    ("n.dl", "dl n=2 format=edgelist1\ndata:\n1 2 x\n", "n.dl:3:1"),
    ("n.dl", "dl n=99999999 format=edgelist1\ndata:\n1 2\n", "n.dl:1:1"),
  ])
  func faultsAreLocated(name: String, text: String, place: String) throws {
    let dataset = try read((name, text))
    #expect(dataset.hasErrors)
    let first = try #require(dataset.diagnostics.first { $0.severity == .error })
    #expect(first.description.hasPrefix(place), "\(first)")
    #expect(dataset.ecosystem.companies.isEmpty)
  }

  @Test func documentTypesAreRefusedWithWhatToDo() throws {
    for (name, text) in [("n.graphml", Self.lol), ("n.gexf", Self.external)] {
      let dataset = try read((name, text))
      #expect(dataset.rules.contains("xml.doctype"))
      #expect(!dataset.lines.joined().contains("root:"))
    }
  }

  @Test func dotWithoutAReaderIsRefused() {
    let error = #expect(throws: ReadError.self) { try read(("n.dot", "graph {a}")) }
    #expect(error?.code == .unsupportedFormat)
  }

  @Test func edgesWithoutAnEndAreLocated() throws {
    let dataset = try read(
      ("nodes.csv", "Id,Label\n1,One\n"), ("edges.csv", "Source,Target\n1,1\n1,\n"))
    #expect(dataset.lines.contains { $0.hasPrefix("edges.csv:3:") && $0.contains("lacks an end") })
    #expect(dataset.ecosystem.relationships.count == 1)
  }

  @Test func ambiguousEndsAreLocated() throws {
    let dataset = try read(
      (
        "n.graphml",
        "<graphml><graph>\n<node id='a'/>\n <edge source='a' target='b'/></graph></graphml>"
      ))
    #expect(dataset.lines.contains { $0.hasPrefix("n.graphml:3:") && $0.contains("\"b\"") })
  }

  /// Files of any format with some bytes changed are read or refused, and every place that is told is in the file.
  @Test(arguments: Seeds.upTo(200))
  func damagedFilesNeverCrash(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let formats: [(NetworkFormat, String)] = [
      (.graphML, "n.graphml"), (.yEd, "n.graphml"), (.gexf, "n.gexf"), (.vna, "n.vna"),
      (.dl, "n.dl"), (.networkx, "n.json"), (.kumuJSON, "n.json"), (.polinode, "n.json"),
    ]
    let (format, name) = formats[Int(seed) % formats.count]
    var bytes = try #require(sampleEcosystem.exchanged(as: format).files.first?.bytes)
    for _ in 0..<4 {
      let position = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
      case 1: bytes.removeSubrange(position..<min(bytes.count, position + 20))
      default: bytes.insert(contentsOf: bytes[max(0, position - 20)..<position], at: position)
      }
    }
    let dataset = try Dataset.read(files: [(name, bytes)])
    #expect(dataset.ecosystem.danglingReferences == [])
    for diagnostic in dataset.diagnostics {
      guard let line = diagnostic.location?.line else { continue }
      #expect(line <= bytes.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 == 0xA8 } + 1)
    }
  }

  @Test(arguments: 0..<120)
  func noiseNeverCrashes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array(
      "dl n=5 format edgelist1 labels: data:\n*Node Tie \"'<>/=&;[]{},:01a\n".utf8)
    for (name, head) in [
      ("n.dl", "dl n=3 "), ("n.vna", "*Node data\n"), ("n.graphml", "<graphml>"),
      ("n.json", "{\"nodes\":["),
    ] {
      let noise = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let dataset = try? Dataset.read(files: [(name, Array(head.utf8) + noise)])
      #expect(dataset?.ecosystem.danglingReferences ?? [] == [])
    }
  }
}
