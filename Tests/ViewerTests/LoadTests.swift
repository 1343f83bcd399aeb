import Foundation
import TestSupport
import Testing

@testable import Viewer

/// Many at once, slow ones, and those who stop halfway: the server lives on and leaves nothing behind.
@Suite(.timeLimit(.minutes(60)))
struct LoadTests {
  @Test func twoHundredAtOnceAreAnswered() async throws {
    let page = try await ServedPage()
    let browser = try await page.browser()
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<200 {
        group.addTask { try await browser.get(number % 2 == 0 ? "/api/state" : "/serve.js").status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == Array(repeating: 200, count: 200))
    try await page.stop()
  }

  @Test func fiftyUploadsAtOnceArrive() async throws {
    var limits = SessionLimits()
    limits.datasets = 60
    let page = try await ServedPage(limits: limits)
    let browser = try await page.browser()
    let text = "from,to\n" + (0..<2000).map { "a\($0),b\($0)\n" }.joined()
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<50 {
        group.addTask { try await browser.upload(text, as: "list\(number).csv") }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(ids.count == 50)
    #expect(try await browser.get("/api/state").text.components(separatedBy: "\"id\"").count == 51)
    try await page.stop()
  }

  @Test func whoComesTooManyIsAskedToComeAgain() async throws {
    var connections = Listener.Limits()
    connections.connections = 3
    connections.head = .seconds(600)
    let page = try await ServedPage(connections: connections)
    let browser = try await page.browser()
    var silent = try (0..<3).map { _ in try Line(port: page.server.port) }
    // Connections of before end, and those that are silent are taken, in their own time; one that came while a connection of before
    // was still there was sent away, so that another takes its place.
    var reply = try await browser.get("/")
    for _ in 0..<400 where reply.status != 503 {
      silent.append(try Line(port: page.server.port))
      try await Task.sleep(for: .milliseconds(50))
      reply = try await browser.get("/")
    }
    #expect(reply.status == 503)
    #expect(reply.fields["retry-after"] != nil)
    withExtendedLifetime(silent) {}
    try await page.stop()
  }

  @Test func slowOnesAreSentAway() async throws {
    var connections = Listener.Limits()
    connections.head = .milliseconds(700)
    connections.idle = .milliseconds(700)
    let page = try await ServedPage(connections: connections)
    let browser = try await page.browser()
    let slow = try Line(port: page.server.port)
    slow.send(Array("GET / HTTP/1.1\r\nHost: ".utf8))
    #expect(try Reply(slow.everything()).status == 408)
    #expect(try Line(port: page.server.port).everything().isEmpty)
    #expect(try await browser.get("/").status == 200)
    let endless = try Line(port: page.server.port)
    endless.send(Array("GET /".utf8) + Array(repeating: UInt8(ascii: "a"), count: 40_000))
    #expect(try Reply(endless.everything()).status == 431)
    try await page.stop()
  }

  @Test func halfUploadsLeaveNothing() async throws {
    var limits = SessionLimits()
    limits.uploadTime = .milliseconds(700)
    limits.upload = 100_000
    // Room for both of the first two, of which the one that is gone may not be noticed before the other begins, and for no third.
    limits.together = 145_000
    let page = try await ServedPage(limits: limits)
    let browser = try await page.browser()
    let head =
      "POST /api/datasets?name=a.csv HTTP/1.1\r\nHost: \(browser.host)\r\nOrigin: http://\(browser.host)\r\nCookie: \(browser.cookie ?? "")\r\n"
    do {
      let gone = try Line(port: page.server.port)
      gone.send(Array("\(head)Content-Length: 70000\r\n\r\nfrom,to\n".utf8))
    }
    let slow = try Line(port: page.server.port)
    slow.send(Array("\(head)Content-Length: 70000\r\n\r\nfrom,to\n".utf8))
    #expect(try Reply(slow.everything()).status == 408)
    #expect(try await browser.get("/api/state").text == "[]")
    let large = try Line(port: page.server.port)
    large.send(Array("\(head)Content-Length: 100001\r\n\r\n".utf8))
    #expect(try Reply(large.everything()).status == 413)
    // Nothing of what failed counts.
    _ = try await browser.upload(String(repeating: "a,b\n", count: 20_000), as: "b.csv")
    #expect(
      try await browser.post("/api/datasets?name=c.csv", Array(repeating: 65, count: 80_000)).status
        == 413)
    #expect(try await browser.post("/api/datasets?name=c.csv", []).status == 400)
    #expect(try await browser.post("/api/datasets", [65]).status == 400)
    try await page.stop()
  }
}
