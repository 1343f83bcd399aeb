import Foundation
import TestSupport
import Testing

@testable import Viewer

/// Who may ask, and what every answer says to browsers.
@Suite(.timeLimit(.minutes(60)))
struct AccessTests {
  @Test func tokenIsExchangedForACookie() async throws {
    let page = try await ServedPage()
    let stranger = Browser(port: page.server.port, cookie: nil)
    let reply = try await stranger.get("/?token=\(page.token)")
    #expect(reply.status == 200)
    #expect(!reply.text.contains(page.token))
    let cookie = try #require(reply.fields["set-cookie"])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(try await page.browser().get("/").text.contains("<h1>ecomap</h1>"))
    for path in ["/", "/serve.js", "/api/state", "/api/commands", "/api/jobs/1"] {
      #expect(try await stranger.get(path).status == 403, "\(path)")
    }
    for wrong in ["", "x", page.token + "x", String(page.token.dropLast())] {
      let reply = try await stranger.get("/?token=\(wrong)")
      #expect(reply.status == 403 && reply.fields["set-cookie"] == nil)
    }
    try await page.stop()
  }

  /// A site whose name is made to lead to this machine asks by its own name.
  @Test func otherNamesAndPagesAreRefused() async throws {
    let page = try await ServedPage()
    let browser = try await page.browser()
    let port = page.server.port
    for host in [
      "evil.example:\(port)", "evil.example", "127.0.0.1", "127.0.0.1:1",
      "127.0.0.1:\(port).evil.example",
    ] {
      #expect(try await browser.get("/api/state", ["Host": host]).status == 421, "\(host)")
    }
    for host in ["localhost:\(port)", "LOCALHOST:\(port)", "[::1]:\(port)"] {
      #expect(try await browser.get("/api/state", ["Host": host]).status == 200, "\(host)")
    }
    for origin in [
      "http://evil.example", "null", "https://127.0.0.1:\(port)", "http://127.0.0.1:1",
    ] {
      #expect(try await browser.get("/api/state", ["Origin": origin]).status == 403, "\(origin)")
      #expect(
        try await browser.post("/api/jobs", Array("{}".utf8), ["Origin": origin]).status == 403)
    }
    for site in ["cross-site", "same-site"] {
      #expect(try await browser.get("/api/state", ["Sec-Fetch-Site": site]).status == 403)
    }
    let silent = try await browser.exchange(
      Array(
        "POST /api/jobs HTTP/1.1\r\nHost: \(browser.host)\r\nCookie: \(browser.cookie ?? "")\r\nConnection: close\r\n\r\n"
          .utf8))
    #expect(silent.status == 403)
    #expect(try await browser.get("/api/jobs").status == 405)
    try await page.stop()
  }

  @Test func everyAnswerIsGuarded() async throws {
    let page = try await ServedPage()
    let browser = try await page.browser()
    for path in ["/", "/serve.js", "/serve.css", "/api/state", "/nowhere", "/../x", "/api/jobs/99"]
    {
      let fields = try await browser.get(path).fields
      #expect(fields["cache-control"] == "no-store", "\(path)")
      #expect(fields["referrer-policy"] == "no-referrer")
      #expect(fields["x-content-type-options"] == "nosniff")
      #expect(fields["content-security-policy"]?.contains("default-src 'none'") == true)
      #expect(fields["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
      #expect(fields["access-control-allow-origin"] == nil)
    }
    try await page.stop()
  }

  @Test func placesAreRead() throws {
    #expect(ListenPlace("8080") == ListenPlace("127.0.0.1:8080"))
    #expect(ListenPlace("localhost:80")?.isLoopback == true)
    #expect(ListenPlace("[::1]:80")?.isLoopback == true)
    #expect(ListenPlace("0.0.0.0:80")?.isLoopback == false)
    #expect(ListenPlace("10.1.2.3")?.port == 0)
    for wrong in [
      "", "x", "70000", "1.2.3.4:x", "1.2.3.4:99999", "example.com:80", "[::1]80", "1.2.3", "-1",
    ] {
      #expect(ListenPlace(wrong) == nil, "\(wrong)")
    }
    #expect(Gate.isOrigin("https://maps.example.com") && Gate.isOrigin("http://a:80"))
    for wrong in ["maps.example.com", "https://a/b", "ftp://a", "https://a b", "https://a/"] {
      #expect(!Gate.isOrigin(wrong), "\(wrong)")
    }
  }

  @Test func tokensOfFilesAreSecret() throws {
    let folder = try TemporaryFolder()
    try folder.write("0123456789-abcdefghij\n", to: "token")
    chmod(folder["token"], 0o644)
    #expect(throws: ServeError.self) { try Secret.read(from: folder["token"]) }
    chmod(folder["token"], 0o600)
    #expect(try Secret.read(from: folder["token"]) == "0123456789-abcdefghij")
    try folder.write("short", to: "short")
    chmod(folder["short"], 0o600)
    #expect(throws: ServeError.self) { try Secret.read(from: folder["short"]) }
    #expect(throws: ServeError.self) { try Secret.read(from: folder["none"]) }
    #expect(Secret.make().count == 64 && Secret.make() != Secret.make())
  }
}
