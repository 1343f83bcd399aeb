import Foundation
import TestSupport
import Testing

/// The examples of the README and of the tutorial are code that is compiled against what is public, and run.
@Suite(.timeLimit(.minutes(60)))
struct DocumentationTests {
  private static let package = "Tests/EcomapTests/Package"

  /// The examples as a program of its own, which sees no more of ecomap than any other package does.
  @Test func examplesAreAProgram() async throws {
    let folder = try TemporaryFolder()
    let files = PackageRoot.swiftFiles(in: "\(Self.package)/Sources").map(PackageRoot.path)
    let built = try BuiltModules.run(
      "/usr/bin/env",
      [
        "swiftc", "-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-Onone",
        "-module-name", "Examples", "-o", folder["examples"],
      ] + files + BuiltModules.importing() + BuiltModules.linking())
    try #require(built.status == 0, "\(String(decoding: built.output, as: UTF8.self))")
    let run = try BuiltModules.run(folder["examples"], [PackageRoot.path("datasets")])
    try #require(run.status == 0, "\(String(decoding: run.output, as: UTF8.self))")
    // Without a name of an installed program, and in one process, the picture is that of the command.
    let text = String(decoding: run.output, as: UTF8.self)
    let picture = try #require(text.firstRange(of: "—\n").map { text[$0.upperBound...] })
    let command = try await Ecomap.run(
      "map", PackageRoot.path("datasets/enhertu"), "--view", "governance", "--as-of", "2020-06-01",
      "-o", "-", "--format", "svg", in: folder)
    let isSame = picture == command.output
    #expect(isSame, "The README's picture is another one than the command's.")
    #expect(text.contains("unreadable"))
  }

  @Test(arguments: [
    ("README.md", 1), ("Sources/Ecomap/Ecomap.docc/Ecomap.md", 1),
    ("Sources/Ecomap/Ecomap.docc/FromAFolderToASlide.md", 5),
  ])
  func examplesAreShown(file: String, count: Int) throws {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let code = try PackageRoot.swiftFiles(in: "\(Self.package)/Sources")
      .flatMap { lines(try PackageRoot.text(of: $0)) }
    let blocks = try PackageRoot.text(of: file).components(separatedBy: "```swift").dropFirst()
    #expect(blocks.count == count)
    for block in blocks {
      for line in lines(block.components(separatedBy: "```")[0]) {
        #expect(code.contains(line), "\(file): no example has the line “\(line)”.")
      }
    }
  }
}
