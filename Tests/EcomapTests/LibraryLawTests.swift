import Ecomap
import EcosystemModel
import Foundation
import Insights
import Interchange
import Publishing
import TestSupport
import Testing

/// The library draws and answers what the command does, byte for byte.
@Suite(.timeLimit(.minutes(60)))
struct LibraryLawTests {
  /// A view of a shipped dataset.
  struct View: Sendable, CustomTestStringConvertible {
    let dataset: String
    let name: String
    var testDescription: String { "\(dataset): \(name)" }
  }

  private static let datasets =
    (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("datasets")))?
    .filter { !$0.contains(".") }.sorted() ?? []

  private static func dataset(_ name: String) throws -> Dataset {
    try Dataset(at: PackageRoot.path("datasets/\(name)"))
  }

  /// Saved views that are drawn at once, and the pictures of answers.
  static let views: [View] =
    datasets.flatMap { name -> [View] in
      guard let dataset = try? dataset(name) else { return [] }
      let quick = ["governance", "focus", "handoffs"]
      return dataset.ecosystem.views.filter { quick.contains($0.kind ?? "") }.prefix(2)
        .map { View(dataset: name, name: $0.name) }
    } + ["overlap", "load", "escalation"].map { View(dataset: "enhertu", name: $0) }

  private func options() -> DrawingOptions {
    var options = DrawingOptions()
    options.effort = .quick
    return options
  }

  @Test(arguments: views)
  func pictureIsTheCommands(view: View) async throws {
    let folder = try TemporaryFolder()
    let run = try await Ecomap.run(
      "map", PackageRoot.path("datasets/\(view.dataset)"), "--view", view.name, "--effort", "quick",
      "-o", "map.svg", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let drawn = try Self.dataset(view.dataset).draw(ViewRequest(view.name), options())
    let isSame = try drawn.bytes(as: .svg) == Array(folder.data("map.svg"))
    #expect(isSame, "\(drawn.title)")
  }

  /// What nobody chose is chosen alike, on any data; the engine crashes on some, which only a process of its own survives.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func choicesAreTheCommands(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let files = try Ecosystem.random(seed: seed).files(as: .dataset(.csv)).files
    for file in files {
      try folder.write(String(decoding: file.bytes, as: UTF8.self), to: "data/\(file.name)")
    }
    let run = try await Ecomap.run(
      "map", "data", "--effort", "quick", "-o", "map.svg", "-o", "map.pptx", in: folder)
    let dataset = try Dataset(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) }))
    var options = options()
    options.layout = LayoutPool(program: try #require(BuiltProduct.ecomap))
    let drawn: DrawnView
    do throws(EcomapError) {
      drawn = try dataset.draw(ViewRequest(), options)
    } catch {
      #expect(run.status != 0, "\(error)")
      return
    }
    for format in [OutputFormat.svg, .pptx] {
      let isSame = try drawn.bytes(as: format) == Array(folder.data("map.\(format.rawValue)"))
      #expect(isSame, "\(drawn.title) as \(format.rawValue)")
    }
  }

  @Test func answersAreTheCommands() async throws {
    let folder = try TemporaryFolder()
    let dataset = try Self.dataset("enhertu")
    let day = try dataset.on("2020-06-01")
    func expect(
      _ arguments: String..., is answer: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      let run = try await Ecomap.run(
        [arguments[0], PackageRoot.path("datasets/enhertu")] + arguments.dropFirst() + [
          "--as-of", "2020-06-01", "--format", "json",
        ], in: folder)
      let isSame = Array(run.output.utf8) == answer
      #expect(isSame, "\(arguments): \(run.messages)", sourceLocation: sourceLocation)
    }
    let place = ["company=AstraZeneca"]
    for name in ["decisions", "alignment", "health", "tax", "work", "structure", "roles"] {
      try await expect(name, is: day.answer(to: name).bytes(as: .json))
    }
    try await expect(
      "structure", "--where", place[0],
      is: day.answer(to: "structure", where: place).bytes(as: .json))
    try await expect(
      "decisions", "--matter", "Clinical design",
      is: day.answer(to: "decisions", about: "Clinical design").bytes(as: .json))
    try await expect(
      "roles", "--leaves", "az-am-lead",
      is: day.answer(to: "roles", about: "az-am-lead").bytes(as: .json))
    try await expect(
      "turnover", "--person", "az-am-lead",
      is: day.answer(to: "turnover", about: "az-am-lead").bytes(as: .json))
    for (name, subject) in [("tides", nil), ("fit", "x"), ("turnover", nil), ("tax", "x")] {
      let error = #expect(throws: EcomapError.self) { try day.answer(to: name, about: subject) }
      #expect(error?.code == .badRequest)
    }
    try await expect(
      "overlap", "JLT", "JDC", is: day.answer(OverlapQuestion("JLT", "JDC")).bytes(as: .json))
    try await expect(
      "load", "--where", place[0], is: day.answer(LoadQuestion(), where: place).bytes(as: .json))
    try await expect(
      "centrality", "--of", "people", "--alliance", "enhertu",
      is: day.answer(CentralityQuestion(of: .people), where: ["alliance=enhertu"])
        .bytes(as: .json))
    try await expect("centrality", is: day.answer(CentralityQuestion()).bytes(as: .json))
    try await expect(
      "escalation", "--from", "jlt-breast",
      is: day.answer(EscalationQuestion(from: "jlt-breast")).bytes(as: .json))
    try await expect("firewall", is: day.answer(FirewallQuestion()).bytes(as: .json))
    try await expect(
      "peers", "enhertu", is: day.answer(PeerQuestion(of: "enhertu")).bytes(as: .json))
    try await expect(
      "navigator", "--to", "AstraZeneca", "--from", "Daiichi Sankyo",
      is: day.answer(NavigatorQuestion(to: "AstraZeneca", from: "Daiichi Sankyo"))
        .bytes(as: .json))
  }

  /// What the command refuses as misspelt the library refuses too, and in the same words.
  @Test(arguments: [
    ["--view", "nowhere"], ["--view", "people", "--where", "colour=blue"],
    ["--view", "people", "--where", "company=Nobody"], ["--view", "focus"],
  ])
  func refusalsAreTheCommands(arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    let run = try await Ecomap.run(
      ["map", PackageRoot.path("datasets/enhertu"), "-o", "map.svg"] + arguments, in: folder)
    #expect(run.status == 64)
    let error = try #require(throws: EcomapError.self) {
      try Self.dataset("enhertu").draw(
        ViewRequest(arguments[1], where: Array(arguments.dropFirst(3))))
    }
    #expect(error.code == .badRequest)
    #expect(run.messages.contains(error.message), "\(run.messages) is not \(error)")
  }

  /// What no option may have, a request may not have either.
  @Test func numbersAreRefused() throws {
    let dataset = try Self.dataset("enhertu")
    let faults: [(inout ViewRequest) -> Void] = [
      { $0.limit = 0 }, { $0.steps = 21 }, { $0.leaves = -1 }, { $0.leastLinks = 0 },
      { $0.backbone = 1.5 }, { $0.backbone = .nan }, { $0.layout = .positioned },
    ]
    for fault in faults {
      var view = try ViewRequest("people")
      fault(&view)
      let error = try #require(throws: EcomapError.self) { try dataset.draw(view) }
      #expect(error.code == .badRequest, "\(error)")
    }
  }

  @Test func faultsAreTyped() throws {
    #expect(throws: EcomapError.self) { try Dataset(at: "/nowhere") }
    let dataset = try Self.dataset("enhertu")
    let wrong = try #require(throws: EcomapError.self) { try dataset.on("yesterday") }
    #expect(wrong.code == .badRequest)
    let unknown = try #require(throws: EcomapError.self) {
      try dataset.on().answer(OverlapQuestion("nobody", "JDC"))
    }
    #expect(unknown.code == .badRequest)
    let missing = try #require(throws: EcomapError.self) {
      try Dataset(files: [
        "companies.csv": Array("name\nAurora Pharma\n".utf8),
        "people.csv": Array("name,company\nAda Winter,Aurora Pharma\n".utf8),
      ]).on().answer(HandoffReviewQuestion())
    }
    #expect(missing.code == .missingData)
  }
}
