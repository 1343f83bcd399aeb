import Cartography
import EcosystemModel
import Foundation
import GraphvizKit
import Interchange
import Publishing
import TestSupport
import Testing

/// Whatever the README says works.
@Suite(.timeLimit(.minutes(15)))
struct ReadmeTests {
  private static let text = (try? PackageRoot.text(of: "README.md")) ?? ""

  /// The `ecomap` commands of the README, in fenced blocks and in tables.
  static let commands: [String] = {
    var found: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("ecomap ") {
        found.append(line.split(separator: "#")[0].trimmingCharacters(in: .whitespaces))
      }
      for cell in line.split(separator: "|") {
        let cell = cell.trimmingCharacters(in: .whitespaces)
        guard cell.hasPrefix("`ecomap "), cell.hasSuffix("`") else { continue }
        found.append(String(cell.dropFirst().dropLast()))
      }
    }
    return found
  }()

  @Test(.tags(.slow)) func everyCommandWorks() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder["datasets"], withDestinationPath: PackageRoot.path("datasets"))
    try folder.write("", to: "output/gallery/.keep")
    #expect(Self.commands.count >= 10)
    for command in Self.commands {
      let run = try await Ecomap.run(Array(Self.words(of: command).dropFirst()), in: folder)
      #expect(run.status == 0, "\(command): \(run.messages)")
    }
  }

  /// The words of a command line, with double quotes around some.
  private static func words(of command: String) -> [String] {
    command.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { position, part in
        position % 2 == 1 ? ["\u{0}" + part] : part.split(separator: " ").map { String($0) }
      }
      .map { $0.replacingOccurrences(of: "\u{0}", with: "") }
  }

  /// Pictures are drawn by `make gallery` with the commands beside them.
  @Test func everyLinkLeadsSomewhere() {
    let drawn = Set(Self.commands.compactMap { $0.split(separator: " ").last.map(String.init) })
    for part in Self.text.split(separator: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" })
      guard !target.hasPrefix("http") else { continue }
      let isThere = FileManager.default.fileExists(atPath: PackageRoot.path(target))
      #expect(isThere || drawn.contains(target), "README.md links to \(target).")
    }
  }

  @Test func libraryExampleIsTheOneBelow() throws {
    let block = try #require(Self.text.components(separatedBy: "```swift\n").dropFirst().first)
    let example = block.components(separatedBy: "```")[0]
    let function = try #require(example.components(separatedBy: "\n\n").last)
    #expect(try String(contentsOfFile: #filePath, encoding: .utf8).contains(function))
    for line in example.split(separator: "\n") where line.hasPrefix("import ") {
      #expect(try String(contentsOfFile: #filePath, encoding: .utf8).contains(line + "\n"))
    }
  }
}

func draw(_ folder: String) throws -> [UInt8] {
  let dataset = try Dataset.read(at: folder)
  for mistake in dataset.check(with: InspectionCatalog.all) { print(mistake) }
  let content = MapContent.make(of: dataset.ecosystem.on(nil), view: MapView(.governance))
  let diagram = Diagram.make(of: content)
  let worker = LayoutWorker(program: .init(path: "/usr/local/bin/ecomap"))
  let map = try DiagramLayout(pool: LayoutPool(worker), timeLimit: .seconds(60)).layOut(diagram)
  return try MapPublisher(worker: worker, timeLimit: .seconds(60)).publish(map, as: [.svg])[0]
}
