import Testing

@testable import GraphvizKit

@Suite struct WorkerMessageTests {
  private static var reply: LayoutReply {
    let label = GraphLayout.Label(center: .init(x: 1, y: -2), width: 3, height: 4)
    let curve = GraphLayout.Curve(
      points: [.init(x: 0, y: 0), .init(x: .pi, y: 1e-300)], startTip: nil,
      endTip: .init(x: 9, y: 9))
    return LayoutReply(
      layout: GraphLayout(
        width: 10, height: 20, origin: .init(x: 0, y: 20), label: label,
        nodes: [.init(name: "é\u{0}👩", center: .init(x: 1, y: 2), width: 3, height: 4)],
        edges: [
          .init(tail: "a", head: "b", key: "", curves: [curve], label: label, headLabel: label),
          .init(tail: "", head: ""),
        ],
        clusters: [
          .init(name: "c", parent: "p", frame: .init(x: 1, y: 2, width: 3, height: 4), label: label)
        ]),
      renderings: [.init(format: .png, bytes: [0, 255, 10]), .init(format: .svg, bytes: [])],
      warnings: ["Warning: x", ""])
  }

  private static let request = LayoutRequest(
    dot: "digraph { \"é\" }", engine: .positioned, formats: [.pdf, .svg], wantsGeometry: true,
    pngResolution: 150)

  @Test func `a request arrives as it was sent`() throws {
    var request = Self.request
    request.images = [LayoutImage(name: "é.png", bytes: [0, 255, 10])]
    let bytes = WorkerMessage.encode(request)
    #expect(try WorkerMessage.request(from: bytes) == request)
  }

  @Test func `a reply arrives as it was sent`() throws {
    let bytes = WorkerMessage.encode(.success(Self.reply))
    #expect(try WorkerMessage.outcome(from: bytes).get() == Self.reply)
  }

  @Test(arguments: 1...9 as ClosedRange<UInt8>)
  func `an error arrives as it was sent`(kind: UInt8) throws {
    let code = GraphvizError.Code(kind: try #require(GraphvizError.Code.Kind(rawValue: kind)))
    let error = GraphvizError(code: code, message: "Why.", details: ["one", "two"])
    let bytes = WorkerMessage.encode(.failure(error))
    #expect(try WorkerMessage.outcome(from: bytes) == .failure(error))
  }

  @Test func `bytes that end early or go on are refused`() {
    let reply = WorkerMessage.encode(.success(Self.reply))
    for count in reply.indices {
      #expect(throws: ByteReader.Malformed.self) {
        try WorkerMessage.outcome(from: Array(reply[..<count]))
      }
    }
    #expect(throws: ByteReader.Malformed.self) { try WorkerMessage.outcome(from: reply + [0]) }
    let request = WorkerMessage.encode(Self.request)
    for count in request.indices {
      #expect(throws: ByteReader.Malformed.self) {
        try WorkerMessage.request(from: Array(request[..<count]))
      }
    }
  }

  @Test func `a huge count is refused before memory is reserved`() {
    var reader = ByteReader([255, 255, 255, 255])
    #expect(throws: ByteReader.Malformed.self) { try reader.texts() }
  }
}
