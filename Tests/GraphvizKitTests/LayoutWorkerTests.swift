import Foundation
import GraphvizKit
import Testing

/// The `ecomap` that was built beside the tests.
enum BuiltProduct {
  static var worker: LayoutWorker.Program {
    // The bundle is a file beside the product on Linux, and a folder around the file on macOS.
    var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appendingPathComponent("ecomap").path
      if FileManager.default.isExecutableFile(atPath: candidate) {
        return LayoutWorker.Program(path: candidate)
      }
    }
    return LayoutWorker.Program(path: "ecomap")
  }
}

@Suite(.serialized) struct LayoutWorkerTests {
  @Test func `a worker draws and measures`() throws {
    let worker = LayoutWorker(program: BuiltProduct.worker)
    worker.start()
    let reply = try worker.run(
      LayoutRequest(dot: "digraph g { a -> b }", formats: [.svg], wantsGeometry: true))
    #expect(reply.bytes(of: .svg)?.isEmpty == false)
    #expect(reply.layout?.nodes.map(\.name) == ["a", "b"])
  }
}
