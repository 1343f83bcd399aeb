import Testing

@testable import Viewer

/// What comes over the wire is read in one way only, or refused.
@Suite(.timeLimit(.minutes(60)))
struct RequestHeadTests {
  static func parsed(_ text: String) throws -> RequestHead {
    try RequestHead(parsing: Array(text.replacing("\n", with: "\r\n").utf8))
  }

  @Test func partsAreFound() throws {
    let head = try Self.parsed(
      "GET /api/jobs/7?wait=1&as=a%20b+c HTTP/1.1\nHost: localhost:80\nCookie:  a=b \nContent-Length: 12"
    )
    #expect(head.method == "GET")
    #expect(head.path == "/api/jobs/7")
    #expect(head.query == ["wait": "1", "as": "a b+c"])
    #expect(head.fields["cookie"] == "a=b")
    #expect(head.bodyLength == 12)
    #expect(head.keepsConnection)
    #expect(try !Self.parsed("GET / HTTP/1.0").keepsConnection)
    #expect(try !Self.parsed("GET / HTTP/1.1\nHost: a\nConnection: Close").keepsConnection)
  }

  @Test(arguments: [
    "", "GET", "GET /", "GET / HTTP/2", "get / HTTP/1.1\nHost: a", "GET  / HTTP/1.1\nHost: a",
    "GET http://a/ HTTP/1.1\nHost: a", "GET /../etc/passwd HTTP/1.1\nHost: a",
    "GET /%2e%2e/etc/passwd HTTP/1.1\nHost: a", "GET /a//b HTTP/1.1\nHost: a",
    "GET /./a HTTP/1.1\nHost: a", "GET /a%2f..%2fb HTTP/1.1\nHost: a",
    "GET /..%5c..%5cb HTTP/1.1\nHost: a", "GET /%00 HTTP/1.1\nHost: a",
    "GET /%zz HTTP/1.1\nHost: a",
    "GET /%ff HTTP/1.1\nHost: a", "GET /% HTTP/1.1\nHost: a", "GET /?a=%0d%0aX: HTTP/1.1\nHost: a",
    "GET / HTTP/1.1", "GET / HTTP/1.1\nHost: a\nHost: b", "GET / HTTP/1.1\nHost: a\nno colon",
    "GET / HTTP/1.1\nHost: a\n: b", "GET / HTTP/1.1\nHost : a", "GET / HTTP/1.1\n Host: a",
    "GET / HTTP/1.1\nHost: a\nContent-Length: -1", "GET / HTTP/1.1\nHost: a\nContent-Length: +1",
    "GET / HTTP/1.1\nHost: a\nContent-Length: 0x10",
    "GET / HTTP/1.1\nHost: a\nContent-Length: 1, 1",
    "GET / HTTP/1.1\nHost: a\nContent-Length: 9999999999999999999",
    "GET / HTTP/1.1\nHost: a\nContent-Length: 1\nContent-Length: 2",
    "GET / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked",
    "GET / HTTP/1.1\nHost: a\nX: \u{1}", "GET / HTTP/1.1\nHost: a\nX: \u{7f}",
  ])
  func whatCouldBeReadInTwoWaysIsRefused(text: String) {
    #expect(throws: Refusal.self) { try Self.parsed(text) }
  }

  /// A bare line feed ends no line.
  @Test func linesEndInOneWay() {
    #expect(throws: Refusal.self) {
      try RequestHead(parsing: Array("GET / HTTP/1.1\nHost: a\r\n".utf8))
    }
  }

  @Test func manyFieldsAreRefused() {
    let many = (0..<200).map { "X\($0): a" }.joined(separator: "\n")
    #expect(throws: Refusal.self) { try Self.parsed("GET / HTTP/1.1\nHost: a\n\(many)") }
  }

  /// Whatever bytes come, the answer is a head or a sentence.
  @Test(arguments: 0..<50)
  func noBytesBreakTheReader(seed: UInt64) {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let seedBytes = Array("GET /a?b=%41 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n".utf8)
    for _ in 0..<100 {
      var bytes = seedBytes
      for _ in 0..<4 { bytes[Int(next()) % bytes.count] = next() }
      do throws(Refusal) {
        let head = try RequestHead(parsing: bytes)
        #expect(head.path.hasPrefix("/"))
        #expect(!head.path.split(separator: "/").contains(".."))
      } catch {
        #expect(error.message.hasSuffix("."))
      }
    }
  }
}
