import Foundation
import Interchange
import TestSupport
import Testing

@testable import Commands

/// No command destroys what its user has.
@Suite(.timeLimit(.minutes(60)))
struct SourceSafetyTests {
  private let folder: TemporaryFolder
  private static let enhertu = PackageRoot.path("datasets/enhertu")

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("name,company\nAnn,Acme\nBo,Bell\n", to: "mine/people.csv")
    try folder.write("name\nAcme\nBell\n", to: "mine/companies.csv")
    try folder.write("graph { a -- b }", to: "in.dot")
    try folder.write("{\"companies\": [{\"name\": \"Acme\"}]}", to: "good.json")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder["link.dot"], withDestinationPath: "in.dot")
    try files.linkItem(atPath: folder["in.dot"], toPath: folder["hard.dot"])
    try files.createSymbolicLink(atPath: folder["alias"], withDestinationPath: "mine")
    try files.linkItem(atPath: folder["mine/people.csv"], toPath: folder["hard.csv"])
  }

  /// Everything in the folder, by its path and content.
  private func contents() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder[name], isDirectory: &isFolder)
        return isFolder.boolValue ? nil : (name, try folder.data(name))
      })
  }

  @Test(arguments: [
    ["convert", "mine", "mine"], ["convert", "mine", "./mine/", "--replace"],
    ["convert", "mine", "alias", "--replace"], ["convert", "mine", "mine/../mine", "--replace"],
    ["convert", "mine", "mine/all.json", "--replace"], ["convert", "mine", ".", "--replace"],
    ["convert", "in.dot", "in.dot", "--replace"],
    ["convert", "good.json", "good.json", "--replace"],
    ["map", "in.dot", "-o", "in.dot"], ["map", "in.dot", "-o", "link.dot"],
    ["map", "link.dot", "-o", "hard.dot"], ["map", "mine", "-o", "a.svg", "-o", "mine/b.svg"],
    ["map", "mine", "--all-views", "-o", "mine"], ["load", "mine", "-o", "mine/people.csv"],
    ["load", "mine", "-o", "alias/people.csv"], ["centrality", "mine", "-o", "hard.csv"],
    ["deck", "mine", "-o", "mine"], ["report", "mine", "-o", "mine"],
    ["check", "mine", "--annotate", "mine/checked.xlsx"],
    ["check", "mine", "--propose-aliases", "mine/aliases.csv"],
    ["check", "mine", "--merge", "good.csv", "--propose-aliases", "good.csv"],
  ])
  func outputThatIsAnInputIsRefused(arguments: [String]) async throws {
    try folder.write("alias,name\nA plc,Acme\n", to: "good.csv")
    let before = try contents()
    let run = try await Ecomap.run(arguments, in: folder)
    #expect(run.status == 1, "\(arguments): \(run.messages)")
    #expect(run.messages.hasPrefix("error: "), "\(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1, "\(run.messages)")
    #expect(try contents() == before)
  }

  @Test func existingDatasetIsReplacedOnlyIfAsked() async throws {
    try folder.write("from,to\nAcme,Bell\n", to: "other/relationships.csv")
    try folder.write("notes of mine", to: "other/README.md")
    let refused = try await Ecomap.run("convert", "mine", "other", in: folder)
    #expect(refused.status == 1 && refused.messages.contains("--replace"), "\(refused.messages)")
    #expect(!refused.messages.contains("ExitCode"))
    #expect(try folder.names(in: "other") == ["README.md", "relationships.csv"])
    let file = try await Ecomap.run("convert", "mine", "good.json", in: folder)
    #expect(file.status == 1 && file.messages.contains("1 row already"), "\(file.messages)")
    let asked = try await Ecomap.run("convert", "mine", "other", "--replace", in: folder)
    #expect(asked.status == 0, "\(asked.messages)")
    #expect(try folder.names(in: "other") == ["README.md", "companies.csv", "people.csv"])
  }

  @Test(arguments: [
    "*Node data\nid\n*Tie data\nfrom to\na\n", "{}", "graph {}", "Audit:\n  chair: Ada\n",
    "{\"elements\": {\"nodes\": []}}", "people: []",
  ])
  func whatWasNotReadReplacesNothing(text: String) async throws {
    let format =
      text.hasPrefix("*")
      ? "vna" : text.hasPrefix("graph") ? "dot" : text.hasPrefix("{") ? "json" : "yaml"
    try folder.write(text, to: "x.\(format)")
    let before = try contents()
    let check = try await Ecomap.run("check", "x.\(format)", in: folder)
    #expect(check.status == 1, "\(check.output)")
    #expect(check.output.split(separator: "\n").count { $0.contains(": error: ") } == 1)
    for output in [["good.json", "--replace"], ["new.xlsx"], ["new"]] {
      let run = try await Ecomap.run(["convert", "x.\(format)"] + output, in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("nothing was read, so nothing is written"), "\(run.messages)")
    }
    #expect(try contents() == before)
  }

  @Test func annotatedCopyIsWrittenAnewAndADatasetIsNot() async throws {
    func annotate(_ name: String, _ more: String...) async throws -> Ecomap.Run {
      try await Ecomap.run(["check", "mine", "--annotate", name] + more, in: folder)
    }
    #expect(try await annotate("checked.xlsx").status == 0)
    #expect(try await annotate("checked.xlsx").status == 0)
    #expect(try await Ecomap.run("convert", "mine", "roster.xlsx", in: folder).status == 0)
    let before = try folder.data("roster.xlsx")
    #expect(try await annotate("roster.xlsx").status == 1)
    #expect(try folder.data("roster.xlsx") == before)
    #expect(try await annotate("roster.xlsx", "--replace").status == 0)
  }

  @Test(arguments: [
    ["check", "mine"], ["check", "mine", "--format", "json"],
    ["convert", "mine", "-", "--to", "json"],
    ["load", enhertu], ["centrality", enhertu, "--format", "csv"], ["--help"],
  ])
  func lostOutputIsAFailure(arguments: [String]) async throws {
    let program = try #require(BuiltProduct.ecomap)
    for (redirection, status) in [(">/dev/full", 1), (">&-", 1), ("| head -c 0", 0)] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments =
        [
          "-c", "set -o pipefail; \"$0\" \"$@\" \(redirection) 2>messages", program,
        ] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      try process.run()
      process.waitUntilExit()
      let messages = String(decoding: try folder.data("messages"), as: UTF8.self)
      #expect(process.terminationStatus == status, "\(redirection): \(messages)")
      #expect(messages.contains("standard output cannot be written") == (status == 1))
    }
  }

  @Test func messagesAreOneLineWithoutControlCharacters() async throws {
    try folder.write(
      "name\n\"\u{1B}[31mEvil\u{7}\u{9B}5m\nerror: forged\"\n", to: "bad/committees.csv")
    try folder.write("person,committee\n\"\u{1B}]0;x\u{7}\",Nowhere\n", to: "bad/memberships.csv")
    try folder.write("a\u{1B}]0;PWNED\u{7}b,c\u{202E}d\n1,2\n", to: "esc.csv")
    for arguments in [
      ["check", "bad"], ["check", "esc.csv"], ["load", "bad"], ["map", "bad", "-o", "m.svg"],
    ] {
      let run = try await Ecomap.run(arguments, in: folder)
      for scalar in (run.output + run.messages).unicodeScalars where scalar != "\n" {
        #expect(
          ![.control, .format].contains(scalar.properties.generalCategory),
          "\(run.output)\(run.messages)")
      }
      #expect(
        !(run.output + run.messages).split(separator: "\n").contains {
          $0.hasPrefix("error: forged")
        })
    }
  }

  @Test func shorterDeckLeavesNoSlideOfALongerOne() async throws {
    try folder.write("name,kind\nA,ecosystem\nB,ecosystem\nC,ecosystem\n", to: "mine/views.csv")
    try folder.write("mine", to: "slides/01-photo.png")
    let deck = ["deck", "mine", "--effort", "quick", "-o", "slides"]
    #expect(try await Ecomap.run(deck, in: folder).status == 0)
    let long = try folder.names(in: "slides")
    try FileManager.default.removeItem(atPath: folder["mine/views.csv"])
    #expect(try await Ecomap.run(deck, in: folder).status == 0)
    #expect(try await Ecomap.run(Array(deck.dropLast()) + ["fresh"], in: folder).status == 0)
    let short = try folder.names(in: "slides")
    #expect(short.count < long.count)
    #expect(short.filter { $0 != "01-photo.png" } == (try folder.names(in: "fresh")))
    #expect(short.contains("01-photo.png"))
  }

  @Test func viewsGetFilesOfTheirOwn() async throws {
    let long = String(repeating: "ü", count: 300)
    let names = [
      "R&D / Europe", "R&D - Europe", "R&D: Europe", "-rf", "--help", ".hidden", "A-B", "a-b",
      "CON", long, long + "x",
    ]
    try folder.write(
      "name,kind\n" + names.map { "\($0),ecosystem\n" }.joined(), to: "mine/views.csv")
    let run = try await Ecomap.run(
      "map", "mine", "--all-views", "--effort", "quick", "-o", "pictures", in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let written = try folder.names(in: "pictures")
    #expect(written.count == names.count)
    #expect(Set(written.map { $0.lowercased() }).count == names.count)
    #expect(written.allSatisfy { $0.utf8.count <= 200 && !$0.hasPrefix("-") && !$0.hasPrefix(".") })
  }

  @Test func namesOfFilesAreDistinctWhateverTheTitle() {
    var names = FileNames()
    let titles = [
      "", ".", "..", "a", "A", "ä", "a\u{308}", "Straße", "STRASSE", "nul", "x.", "x", "a-2", "a",
    ]
    let given = titles.map { names.name(for: $0) }
    #expect(Set(given.map { $0.uppercased() }).count == titles.count, "\(given)")
    #expect(given.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".") })
    #expect(given[3] == "a")
  }
}
