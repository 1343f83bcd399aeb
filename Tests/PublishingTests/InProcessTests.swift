import Cartography
import GraphvizKit
import TestSupport
import Testing

@testable import Publishing

/// A library has no program to start: what it draws by itself is what the command's workers draw.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct InProcessTests {
  @Test(arguments: MapKind.allCases)
  func sameBytesWithAndWithoutAWorker(kind: MapKind) throws {
    let formats: [OutputFormat] = [.svg, .png, .pdf, .pptx, .laidOutJSON]
    let diagram = try PictureTests.map(of: .sample, kind).diagram
    let limit = Duration.seconds(120)
    let files = try [LayoutWorker.inProcess, PictureTests.worker].map { worker in
      let map = try DiagramLayout(pool: LayoutPool(worker), timeLimit: limit, effort: .quick)
        .layOut(diagram)
      return try MapPublisher(worker: worker, timeLimit: limit).publish(map, as: formats)
    }
    for (format, pair) in zip(formats, zip(files[0], files[1])) {
      // Compared outside the macro, which would print a million bytes.
      let isSame = pair.0 == pair.1
      #expect(isSame, "\(kind.rawValue) as \(format.rawValue)")
    }
  }

  /// The library draws one picture at a time, however many ask.
  @Test func manyMayAskAtOnce() async throws {
    let map = try PictureTests.map(of: .sample, .governance)
    let first = try MapPublisher().publish(map, as: [.svg])[0]
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try MapPublisher().publish(map, as: [.svg])[0] == first }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }
}
