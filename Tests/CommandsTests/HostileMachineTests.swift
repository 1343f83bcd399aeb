import Foundation
import TestSupport
import Testing

/// Inputs and machines that would hang, kill or mislead a careless program.
@Suite("Hostile inputs and machines")
struct HostileMachineTests {
  private let folder: TemporaryFolder
  private static let evenity = PackageRoot.path("datasets/evenity")

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("name\nA\n", to: "mine/companies.csv")
  }

  /// Runs a line of the shell, in which `$0` is the program.
  private func shell(_ line: String) throws -> (status: Int32, messages: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "(\(line)) >messages 2>&1", try #require(BuiltProduct.ecomap)]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(line) crashed.")
    return (
      process.terminationStatus, String(decoding: try folder.data("messages"), as: UTF8.self)
    )
  }

  @Test(
    "what is no file is refused at once",
    arguments: [
      "mkfifo mine/people.csv && timeout 20 \"$0\" check mine",
      "mkfifo people.csv && timeout 20 \"$0\" check people.csv",
      "ln -s /dev/zero mine/people.csv && timeout 20 \"$0\" map mine -o m.svg",
      "timeout 20 \"$0\" convert /dev/zero out",
      "mkfifo brand.yaml && timeout 20 \"$0\" map mine --brand brand.yaml -o m.svg",
      "mkfifo t.potx && timeout 20 \"$0\" map mine --template t.potx -o m.pptx",
    ])
  func noFile(line: String) throws {
    let run = try shell(line)
    #expect(run.status == 1 || run.status == 64, "\(run)")
    #expect(run.messages.contains("not a file") || run.messages.contains("no file"), "\(run)")
  }

  @Test("a small stack is enough", arguments: [256, 1024])
  func smallStack(kilobytes: Int) throws {
    for command in ["check", "load", "map --effort quick -o m.svg", "map -o m.pptx --effort quick"]
    {
      let words = command.split(separator: " ", maxSplits: 1)
      let rest = words.count > 1 ? words[1] : ""
      let run = try shell(
        "ulimit -s \(kilobytes); \"$0\" \(words[0]) '\(Self.evenity)' \(rest)")
      #expect(run.status == 0, "\(command): \(run)")
    }
  }

  @Test("a Graphviz without plugins, and a limit of open files, are called by their name")
  func machine() throws {
    let draw = "\"$0\" map '\(Self.evenity)' --view with-alt --effort quick -o m.svg"
    let plugins = try shell("GVBINDIR=/nonexistent \(draw)")
    #expect(plugins.status == 70 && plugins.messages.contains("plugins of Graphviz are not found"))
    let files = try shell("ulimit -n 9; \(draw)")
    #expect(files.status == 0 || files.messages.contains("files may be open"), "\(files)")
  }

  @Test(
    "a process that is told to end leaves no drafts", arguments: ["TERM", "INT", "HUP"], [1, 3, 6])
  func told(signal: String, tenths: Int) throws {
    // The shell says 128 and the number of the signal, unless the command was quicker.
    let run = try shell(
      "mkdir -p tmp out; TMPDIR=$PWD/tmp \"$0\" overlap '\(Self.evenity)' -o out/m.svg -o out/m.xlsx & sleep 0.\(tenths); "
        + "kill -\(signal) $!; wait $!; true")
    #expect(run.status == 0)
    let names = (try folder.names(in: "out")) + (try folder.names(in: "tmp"))
    #expect(!names.contains { $0.contains(".part") || $0.hasPrefix("ecomap-") }, "\(names)")
  }

  @Test("a logo whose picture is damaged inside is refused in every format")
  func damagedLogo() async throws {
    let brand = PackageRoot.path("../shared/review/cases/logo/brand.yaml")
    guard FileManager.default.fileExists(atPath: brand) else {
      print("\(brand) is missing; the damaged logo is not tested")
      return
    }
    for ending in ["svg", "pptx", "png"] {
      let run = try await Ecomap.run(
        "map", "mine", "--brand", brand, "-o", "m.\(ending)", in: folder)
      #expect(run.status == 1 && run.messages.contains("damaged inside"), "\(run.messages)")
    }
  }

  @Test("more colours than anyone can tell apart are refused")
  func colours() async throws {
    let list = (0..<20_000).map { "\"#" + String(format: "%06x", $0 * 37) + "\"" }
    try folder.write("colours: {categories: [\(list.joined(separator: ","))]}\n", to: "brand.yaml")
    let run = try await Ecomap.run(
      "map", "mine", "--brand", "brand.yaml", "-o", "m.svg", in: folder)
    #expect(
      run.status == 1 && run.messages.contains("keep at most 64"), "\(run.messages.prefix(500))")
  }
}
