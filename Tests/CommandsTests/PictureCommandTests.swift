import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pictures of answers, asked for with `-o` of a question or with `--view` of the map.
@Suite(.timeLimit(.minutes(60)))
struct PictureCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func dataset(_ name: String) -> String { PackageRoot.path("datasets/\(name)") }

  /// A question, and the map view that draws the same.
  static let pictures: [(question: [String], view: [String])] = [
    (
      ["overlap", "enhertu", "--as-of", "2020-06-01"],
      ["enhertu", "--view", "overlap", "--as-of", "2020-06-01"]
    ),
    (
      ["overlap", "enhertu", "JLT", "JDC"],
      ["enhertu", "--view", "overlap", "--focus", "JLT | JDC"]
    ),
    (["load", "evenity"], ["evenity", "--view", "load"]),
    (
      ["escalation", "enhertu", "--from", "jlt-breast"],
      ["enhertu", "--view", "escalation", "--focus", "jlt-breast"]
    ),
    (["handoffs", "upsher-smith-handoffs"], ["upsher-smith-handoffs", "--view", "handoffs"]),
    (
      ["handoffs", "upsher-smith-handoffs", "--picture", "coverage"],
      ["upsher-smith-handoffs", "--view", "coverage"]
    ),
    (
      ["handoffs", "upsher-smith-handoffs", "--from", "proc", "--to", "sales"],
      ["upsher-smith-handoffs", "--view", "handoffs", "--focus", "proc|sales"]
    ),
    (["firewall", "enhertu"], ["enhertu", "--view", "firewall"]),
    (
      ["peers", "evenity", "evenity-alliance"],
      ["evenity", "--view", "peers", "--focus", "evenity-alliance"]
    ),
    (
      ["navigator", "digital-spaghetti", "--to", "Rowan CRO", "--from", "am"],
      ["digital-spaghetti", "--view", "introductions", "--focus", "am|Rowan CRO"]
    ),
  ]

  @Test(arguments: pictures.indices)
  func questionAndViewDrawTheSame(position: Int) async throws {
    var (question, view) = Self.pictures[position]
    question[1] = Self.dataset(question[1])
    view[0] = Self.dataset(view[0])
    let asked = try await Ecomap.run(
      question + ["-o", "a.svg", "-o", "a.png", "-o", "a.pdf", "-o", "a.pptx", "-o", "a.csv"],
      in: folder)
    #expect(asked.status == 0, "\(asked.messages)")
    let drawn = try await Ecomap.run(["map"] + view + ["-o", "b.svg"], in: folder)
    #expect(drawn.status == 0, "\(drawn.messages)")
    let picture = try folder.data("a.svg")
    #expect(try folder.data("b.svg") == picture)
    let parser = XMLParser(data: picture)
    #expect(parser.parse(), "The SVG is no XML: \(String(describing: parser.parserError)).")
    #expect(try folder.data("a.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try folder.data("a.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(try folder.data("a.pptx").starts(with: Array("PK".utf8)))
    #expect(try !folder.data("a.csv").isEmpty)
  }

  @Test func savedViewsMayBePictures() async throws {
    let folder = try await TemporaryFolder.withStarter()
    try folder.write(
      """
      name,kind,focus,title,as_of,steps
      seats,overlap,,Who sits twice,,
      burden,load,,,2024-01-01,
      wrong,load,,,,2

      """, to: "mine/example/views.csv")
    for name in ["seats", "burden"] {
      let run = try await Ecomap.run(
        "map", "mine/example", "--view", name, "-o", "\(name).svg", in: folder)
      #expect(run.status == 0, "\(run.messages)")
    }
    let picture = String(decoding: try folder.data("seats.svg"), as: UTF8.self)
    #expect(picture.contains("Who sits twice"))
    let wrong = try await Ecomap.run("map", "mine/example", "--view", "wrong", in: folder)
    #expect(wrong.status == 64 && wrong.messages.contains("“steps”"), "\(wrong.messages)")
  }

  @Test func handoffsAloneAreDrawnAsLanes() async throws {
    try folder.write("name\nAurora\n", to: "mine/companies.csv")
    try folder.write("name,company\nLabs,Aurora\nPlant,Aurora\n", to: "mine/functions.csv")
    try folder.write("from,to,what,hours\nLabs,Plant,Recipe,4\n", to: "mine/handoffs.csv")
    let run = try await Ecomap.run("map", "mine", "-o", "lanes.svg", in: folder)
    #expect(run.status == 0)
    #expect(run.messages.contains("drawing the handoffs map"), "\(run.messages)")
    // Whoever asks for what only maps can do gets a map.
    let grouped = try await Ecomap.run(
      "map", "mine", "--roll-up", "functions", "-o", "map.svg", in: folder)
    #expect(grouped.status == 0, "\(grouped.messages)")
  }

  /// Arguments that are wrong, and what the message has to name.
  static let mistakes: [(arguments: [String], hint: String)] = [
    (["map", "enhertu", "--view", "load", "--where", "company=nobody"], "--where"),
    (["map", "enhertu", "--view", "load", "--size", "ties"], "--size"),
    (["map", "enhertu", "--view", "load", "--focus", "jdc"], "leave --focus out"),
    (["map", "enhertu", "--view", "introductions"], "FROM|TO"),
    (["map", "enhertu", "--view", "handoffs", "--focus", "jdc"], "FROM|TO"),
    (["map", "enhertu", "--view", "overlap", "--focus", "a|b|c"], "two committees"),
    (["map", "enhertu", "--view", "overlap", "--focus", "nobody"], "nobody"),
    (["map", "enhertu", "--view", "peers"], "several alliances"),
    (["load", "enhertu", "--picture", "bars"], "-o FILE"),
    (["load", "enhertu", "--picture", "heatmap", "-o", "a.svg"], "bars"),
    (["load", "enhertu", "-o", "a.gif"], ".pptx"),
  ]

  @Test(arguments: mistakes.indices)
  func mistakeIsUsageAndIsNamed(position: Int) async throws {
    var mistake = Self.mistakes[position]
    mistake.arguments[1] = Self.dataset(mistake.arguments[1])
    let run = try await Ecomap.run(mistake.arguments, in: folder)
    #expect(run.status == 64, "\(mistake.arguments): \(run.messages)")
    #expect(run.messages.contains(mistake.hint), "\(mistake.arguments): \(run.messages)")
    #expect(try folder.names().isEmpty, "Something was written after all.")
  }
}
