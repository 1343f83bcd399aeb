import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A dataset whose every name tries to be something else, through every output of the program.
@Suite(.tags(.slow), .timeLimit(.minutes(60)))
struct HostileNameTests {
  static let names = [
    "<script>alert(1)</script>", "\"double\" 'single' `tick`",
    String(repeating: "long ", count: 2_000) + "end", "שלום עולם مرحبا", "👩‍🚀🇩🇪 team",
    "a\u{1}b\u{7}c\u{1B}[31m d", "line one\nline two", "=1+1", "]]>", "&amp; &lt;b&gt;",
    "+cmd|' /C calc'!A0", "C:\\path\\N\\G", "%s%n {{x}} ${y}", "\u{202E}evil\u{202C}",
    "[link](javascript:alert(1))", "| pipe | **bold** |",
    "</title></svg><img src=x onerror=alert(1)>",
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let names = Self.names.enumerated()
    let last = Self.names.count - 1
    try write(
      "companies", "id,name,kind,region", names.map { ["c\($0)", $1, $1, $1] })
    try write("functions", "id,name,company", names.map { ["f\($0)", $1, "c\($0 % 3)"] })
    try write(
      "people", "id,name,company,title,function",
      names.map { ["p\($0)", $1, "c\($0)", $1, "f\($0)"] })
    try write(
      "alliances", "id,name,companies,north_star,kind",
      names.prefix(3).map { ["a\($0)", $1, "c\($0)|c\($0 + 1)", $1, $1] })
    try write(
      "committees", "id,name,alliance,parent,cadence,decides",
      names.map { ["k\($0)", $1, "a\($0 % 3)", $0 < 3 ? "" : "k\($0 % 3)", "monthly", $1] })
    try write(
      "memberships", "person,committee,role",
      names.flatMap { number, _ in
        [
          ["p\(number)", "k\(number)", "chair"],
          ["p\(number)", "k\((number + 1) % last)", "member"],
        ]
      })
    try write(
      "relationships", "from,to,kind,label",
      names.map { ["c\($0)", "c\(($0 * 5 + 1) % last)", $1, $1] })
    try write(
      "handoffs", "from,to,what,stage,hours,owner,alliance",
      names.map { ["f\($0)", "f\(($0 + 4) % last)", $1, $1, "3", "p\($0)", "a0"] })
    try write("scores", "subject,measure,value", names.map { ["a0", $1, "3.5"] })
    try write("views", "name,kind,title", names.prefix(2).map { [$1, "ecosystem", $1] })
  }

  private func write(_ table: String, _ header: String, _ rows: [[String]]) throws {
    let lines = rows.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    try folder.write(([header] + lines).joined(separator: "\r\n"), to: "data/\(table).csv")
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try folder.data(name), as: UTF8.self)
  }

  /// Whether a text is XML without a script, a foreign picture, a handler of events, or a link that runs.
  private func isHarmless(_ name: String) throws -> Bool {
    let watch = Watch()
    let parser = XMLParser(data: try folder.data(name))
    parser.delegate = watch
    return parser.parse() && watch.faults.isEmpty
  }

  @Test(arguments: ["ecosystem", "governance", "people", "overlap", "handoffs"])
  func mapsShowThemAsText(view: String) async throws {
    let run = try await Ecomap.run(
      "map", "data", "--view", view, "-o", "m.svg", "-o", "m.png", "-o", "m.pdf", "-o", "m.pptx",
      "-o", "m.diagram.json", "-o", "m.dot", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    #expect(try isHarmless("m.svg"))
    #expect(try folder.data("m.png").starts(with: [0x89] + Array("PNG".utf8)))
    #expect(try folder.data("m.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(PresentationValidator([UInt8](try folder.data("m.pptx"))).faults.isEmpty)
    _ = try JSONSerialization.jsonObject(with: try folder.data("m.diagram.json"))
    // Graphviz' own scanner gives up on longer strings.
    for run in try text("m.dot").split(separator: "\\") { #expect(run.utf8.count < 16_384) }
  }

  @Test func deckAndReportShowThemAsText() async throws {
    let deck = try await Ecomap.run(
      "deck", "data", "--effort", "quick", "-o", "d.pptx", "-o", "d.pdf", in: folder)
    #expect(deck.status == 0, "\(deck.messages)")
    let read = PresentationValidator([UInt8](try folder.data("d.pptx")))
    #expect(read.faults.isEmpty, "\(read.faults.prefix(5))")
    let sights = read.slides.flatMap { read.faultsOfSight(on: $0, smallest: 9) }
    #expect(sights.isEmpty, "\(sights.prefix(5))")
    let report = try await Ecomap.run(
      "report", "data", "-o", "r", "--format", "html", "--format", "markdown", "--format", "pdf",
      in: folder)
    #expect(report.status == 0, "\(report.messages)")
    #expect(try isHarmless("r/report.html"))
    for figure in try folder.names(in: "r/figures") {
      #expect(try isHarmless("r/figures/\(figure)"))
    }
    try expectEvenRows(ofMarkdown: try text("r/report.md"))
  }

  /// Neighbouring rows of a table have the same number of cells, and no text became markup.
  private func expectEvenRows(ofMarkdown text: String) throws {
    var cells: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.replacing("\\\\", with: "").replacing("\\|", with: "")
      let count = line.hasPrefix("|") ? bare.count { $0 == "|" } : nil
      if let count, let cells { #expect(count == cells, "\(line.prefix(200))") }
      cells = count
      #expect(!line.replacing("\\<", with: "").contains("<script"))
      #expect(!line.replacing("\\]", with: "").contains("](javascript"))
    }
  }

  @Test(arguments: ["load", "overlap", "handoffs", "escalation", "centrality"])
  func tablesKeepThem(command: String) async throws {
    let printed = try await Ecomap.run(command, "data", in: folder)
    #expect(!printed.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(!printed.output.unicodeScalars.contains("\u{202E}"))
    let markdown = try await Ecomap.run(command, "data", "--format", "markdown", in: folder)
    try expectEvenRows(ofMarkdown: markdown.output)
    let json = try await Ecomap.run(command, "data", "--format", "json", in: folder)
    _ = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let csv = try await Ecomap.run(command, "data", "--format", "csv", in: folder)
    for run in [printed, markdown, json, csv] { #expect([0, 1].contains(run.status)) }
  }

  @Test(arguments: ["csv", "xlsx", "yaml", "json", "graphml", "gexf", "dot"])
  func conversionsGiveThemBack(format: String) async throws {
    let target = format == "csv" ? "csv" : "out.\(format)"
    let there = try await Ecomap.run("convert", "data", target, "--to", format, in: folder)
    #expect(there.status == 0, "\(there.messages)")
    let again = try await Ecomap.run("convert", target, "back.json", in: folder)
    #expect(again.status == 0, "\(again.messages)")
    let back = try Dataset.read(at: folder["back.json"]).ecosystem
    let here = try Dataset.read(at: folder["data"]).ecosystem
    // XML has no control characters.
    let isXML = ["graphml", "gexf"].contains(format)
    for (name, companies) in [("before", here.companies), ("after", back.companies)] {
      #expect(companies.count == Self.names.count, "\(name)")
    }
    for (a, b) in zip(here.companies, back.companies) where !isXML || !a.name.contains("\u{1}") {
      #expect(a.name == b.name)
    }
  }

  /// Half a surrogate pair and a stray byte are no text; the file is named, and nothing else is lost.
  @Test func bytesThatAreNoTextAreNamed() async throws {
    let url = URL(fileURLWithPath: folder["data/views.csv"])
    try (Data("name,kind\nlone ".utf8) + [0xED, 0xA0, 0x80, 0xFF] + Data(",ecosystem\n".utf8))
      .write(to: url)
    let run = try await Ecomap.run("map", "data", "--effort", "quick", "-o", "m.svg", in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("views.csv:2") && run.messages.contains("UTF-8"))
    #expect(try isHarmless("m.svg"))
  }
}

/// Looks at the elements of a picture or a page.
private final class Watch: NSObject, XMLParserDelegate {
  var faults: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if ["script", "img", "image", "iframe", "object", "embed", "foreignObject"].contains(name) {
      faults.append(name)
    }
    for (key, value) in attributes {
      let isLink = key.hasSuffix("href") || key == "src"
      if key.hasPrefix("on") || (isLink && !value.hasPrefix("#")) {
        faults.append("\(key)=\(value)")
      }
    }
  }
}
