import Foundation
import TestSupport
import Testing

/// What a program sees after `import Ecomap`, counted from the symbol graphs of the build.
@Suite(.timeLimit(.minutes(60)))
struct PublicSurfaceTests {
  private struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Identifier: Decodable { let precise: String }
      let identifier: Identifier
      let pathComponents: [String]
    }
    let symbols: [Symbol]
  }

  /// Every declaration, enum cases, properties and derived initialisers included; not what a protocol of the standard library
  /// adds to each of its types, which symbol graphs mark as synthesised.
  @Test func frontDoorIsSmall() throws {
    let folder = try TemporaryFolder()
    let target = try BuiltModules.run(
      "/usr/bin/env", ["swiftc", "-print-target-info"])
    let triple = try #require(
      String(decoding: target.output, as: UTF8.self).firstMatch(of: /"triple": "([^"]+)"/)?.1)
    for module in BuiltModules.shown {
      let made = try BuiltModules.run(
        "/usr/bin/env",
        [
          "swift", "symbolgraph-extract", "-module-name", module, "-minimum-access-level", "public",
          "-output-dir", folder.path, "-target", String(triple),
        ] + BuiltModules.importing())
      #expect(made.status == 0, "\(String(decoding: made.output, as: UTF8.self))")
    }
    var shown: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".symbols.json") {
      let graph = try JSONDecoder().decode(Graph.self, from: folder.data(name))
      shown += graph.symbols.filter { !$0.identifier.precise.contains("::SYNTHESIZED::") }
        .map { $0.pathComponents.joined(separator: ".") }
    }
    #expect(shown.contains("Answer.sentences"))
    #expect(
      shown.count <= 400,
      "\(shown.count) public declarations; make package what only rooms share: \(shown.sorted())")
  }
}
