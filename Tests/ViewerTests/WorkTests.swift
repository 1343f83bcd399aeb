import Foundation
import TestSupport
import Testing

@testable import Viewer

/// What is done with datasets, and for whom.
@Suite(.timeLimit(.minutes(60)))
struct WorkTests {
  static let list = "from,to,kind\nAlpha,Beta,supplies\nBeta,Gamma,advises\n"

  @Test func droppedListIsCheckedShownAndForgotten() async throws {
    let page = try await ServedPage()
    let browser = try await page.browser()
    let id = try await browser.upload(Self.list, as: "My%20%C3%A4list.csv")
    #expect(try await browser.get("/api/state").text.contains("My älist.csv"))
    let check = try await browser.run(#"{"dataset":"\#(id)","command":"check","choices":[]}"#)
    #expect(check.report["state"] as? String == "done", "\(check.report)")
    let number = try #require(check.report["job"] as? Int)
    let result = try await browser.get("/api/jobs/\(number)/result")
    #expect(result.text.contains("\"diagnostics\""))
    #expect(result.fields["content-security-policy"]?.hasPrefix("sandbox") == true)
    let cells = try await browser.run(#"{"dataset":"\#(id)","command":"cells","choices":[]}"#)
    let listed = try await browser.get(
      "/api/jobs/\(try #require(cells.report["job"] as? Int))/result")
    #expect(listed.text.contains("[\"Alpha\",\"Beta\",\"supplies\"]"), "\(listed.text)")
    // Nobody else sees any of it.
    let other = try await page.browser()
    #expect(try await other.get("/api/state").text == "[]")
    #expect(try await other.get("/api/jobs/\(number)/result").status == 410)
    #expect(try await other.post("/api/datasets/\(id)/forget", []).status == 404)
    #expect(
      try await other.run(#"{"dataset":"\#(id)","command":"check","choices":[]}"#).reply.status
        == 404)
    #expect(try await browser.post("/api/datasets/\(id)/forget", []).status == 200)
    #expect(try await browser.get("/api/state").text == "[]")
    // Lines of the log hold no data.
    #expect(page.log.all.contains { $0.hasPrefix("POST /api/datasets 200") })
    #expect(
      !page.log.all.contains { $0.contains("list") || $0.contains(page.token) || $0.contains(id) })
    try await page.stop()
  }

  @Test func mapIsDrawnAndSaved() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.list, to: "links.csv")
    let page = try await ServedPage(datasets: [folder["links.csv"]])
    let browser = try await page.browser()
    let drawn = try await browser.run(
      #"{"dataset":"g1","command":"map","format":"html","choices":[{"name":"title","value":"It's -o"}]}"#
    )
    #expect(drawn.report["state"] as? String == "done", "\(drawn.report)")
    #expect(
      (drawn.report["equivalent"] as? String)?.hasSuffix(#"--title 'It'\''s -o' -o links.html"#)
        == true)
    let number = try #require(drawn.report["job"] as? Int)
    let map = try await browser.get("/api/jobs/\(number)/result?as=file")
    #expect(
      map.text.contains("It&apos;s -o") || map.text.contains("It's -o")
        || map.text.contains("It&#39;s -o"))
    #expect(map.fields["content-disposition"] == "attachment; filename*=UTF-8''links.html")
    // The file is followed.
    let before = try await browser.get("/api/state").text
    try folder.write(Self.list + "Gamma,Delta,advises\n", to: "links.csv")
    #expect(try await browser.get("/api/state").text != before)
    try await page.stop()
  }

  /// What a page may not say: options that are not on the menu, files elsewhere, other people's datasets.
  @Test(arguments: [
    #"{"name":"output","value":"/tmp/x.svg"}"#, #"{"name":"brand","value":"/etc/passwd"}"#,
    #"{"name":"brand","value":"../x.yaml"}"#, #"{"name":"mapping","value":"nothing.yaml"}"#,
    #"{"name":"since","value":"/etc"}"#, #"{"name":"since","value":"u99"}"#,
    #"{"name":"all-views"}"#,
    #"{"name":"-o","value":"x"}"#, #"{"name":"theme","value":"purple"}"#,
    #"{"name":"title","value":""}"#,
    #"{"name":"title","value":"a\u0000b"}"#, #"{"name":"title"}"#,
    #"{"name":"dataset","value":"x"}"#,
  ])
  func foreignWishesAreRefused(choice: String) async throws {
    let page = try await ServedPage()
    let browser = try await page.browser()
    let id = try await browser.upload(Self.list, as: "a.csv")
    let reply = try await browser.run(
      #"{"dataset":"\#(id)","command":"map","choices":[\#(choice)]}"#
    ).reply
    #expect(reply.status == 422, "\(reply.text)")
    #expect(reply.text.hasSuffix(".\n"))
    try await page.stop()
  }

  @Test func namesOfFilesAreNoPaths() async throws {
    let page = try await ServedPage()
    let browser = try await page.browser()
    for (sent, kept) in [
      ("..%2F..%2Fetc%2Fpasswd", "passwd"), ("%2Fetc%2Fshadow", "shadow"),
      ("C:%5Cx%5Cy.csv", "y.csv"),
      (".hidden.csv", "hidden.csv"), ("-o.csv", "o.csv"),
    ] {
      _ = try await browser.upload("a,b\n", as: sent)
      #expect(try await browser.get("/api/state").text.contains("\"name\":\"\(kept)\""), "\(sent)")
    }
    for none in ["..", "%2F", ".", String(repeating: "a", count: 300)] {
      #expect(try await browser.post("/api/datasets?name=\(none)", [65]).status == 400, "\(none)")
    }
    try await page.stop()
  }

  @Test(arguments: [
    ("exec sleep 20", "longer than the 1 s"), ("kill -SEGV $$", "ended"), ("exit 70", "status 70"),
    ("echo 'error: why' >&2; exit 1", "error: why"),
  ])
  func brokenWorkersAreToldInWords(script: String, words: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n\(script)\n", to: "program")
    chmod(folder["program"], 0o755)
    var worker = WorkerLimits()
    worker.seconds = 1
    let page = try await ServedPage(program: folder["program"], worker: worker)
    let browser = try await page.browser()
    let id = try await browser.upload(Self.list, as: "a.csv")
    let outcome = try await browser.run(#"{"dataset":"\#(id)","command":"map","choices":[]}"#)
    #expect(outcome.report["state"] as? String == "failed")
    #expect((outcome.report["messages"] as? String)?.contains(words) == true, "\(outcome.report)")
    #expect(try await browser.get("/").status == 200)
    try await page.stop()
  }

  @Test func workWaitsIsRefusedAndCancelled() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\nexec sleep 20\n", to: "program")
    chmod(folder["program"], 0o755)
    var limits = SessionLimits()
    limits.workers = 1
    limits.waiting = 1
    let page = try await ServedPage(program: folder["program"], limits: limits)
    let browser = try await page.browser()
    let id = try await browser.upload(Self.list, as: "a.csv")
    let wish = #"{"dataset":"\#(id)","command":"map","choices":[]}"#
    let replies = [
      try await browser.post("/api/jobs", json: wish),
      try await browser.post("/api/jobs", json: wish),
      try await browser.post("/api/jobs", json: wish),
    ]
    #expect(replies.map(\.status) == [200, 200, 503])
    #expect(replies[2].fields["retry-after"] != nil)
    let first = try #require(replies[0].json["job"] as? Int)
    #expect(
      try await browser.post("/api/jobs/\(first)/cancel", []).json["state"] as? String
        == "cancelled")
    // The end of the server does not wait for the one that runs.
    let start = ContinuousClock.now
    try await page.stop()
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test func sessionsAreForgotten() async throws {
    var limits = SessionLimits()
    limits.forgetAfter = .seconds(5)
    limits.sessions = 2
    let page = try await ServedPage(limits: limits)
    let browser = try await page.browser()
    _ = try await browser.upload(Self.list, as: "a.csv")
    let others = [try await page.browser(), browser]
    #expect(try await others[0].get("/api/state").status == 200)
    #expect(
      try await Browser(port: page.server.port, cookie: nil).get("/?token=\(page.token)").status
        == 503)
    try await Task.sleep(for: .milliseconds(5_200))
    page.server.tidy()
    #expect(try await browser.get("/api/state").status == 403)
    try await page.stop()
  }
}
