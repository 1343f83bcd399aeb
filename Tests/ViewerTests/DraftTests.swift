import Foundation
import TestSupport
import Testing

@testable import Viewer

/// Cells that are mended on the page: in a copy of the session's, and in the file only where that was allowed.
@Suite(.timeLimit(.minutes(60)))
struct DraftTests {
  static let change = #"[{"file":"links.csv","line":2,"column":2,"text":"Be, \"ta\""}]"#

  @Test func changesStayInTheSessionUntilSaved() async throws {
    let folder = try TemporaryFolder()
    try folder.write(WorkTests.list, to: "links.csv")
    let page = try await ServedPage(datasets: [folder["links.csv"]], isWriting: true)
    let browser = try await page.browser()
    let before = try await browser.get("/api/state").text
    #expect(try await browser.post("/api/datasets/g1/cells", json: Self.change).status == 200)
    #expect(try await browser.get("/api/state").text != before)
    #expect(try folder.data("links.csv") == Data(WorkTests.list.utf8))
    let changed = WorkTests.list.replacing("Alpha,Beta", with: #"Alpha,"Be, ""ta""""#)
    #expect(try await browser.get("/api/datasets/g1/file").text == changed)
    // Another browser sees the file.
    #expect(try await page.browser().get("/api/datasets/g1/file").text == WorkTests.list)
    #expect(try await browser.post("/api/datasets/g1/keep", []).status == 200)
    #expect(String(decoding: try folder.data("links.csv"), as: UTF8.self) == changed)
    #expect(try folder.data("links.csv.before") == Data(WorkTests.list.utf8))
    #expect(try await browser.post("/api/datasets/g1/keep", []).status == 409)
    try await page.stop()
  }

  @Test func whoChangedTheFileMeanwhileLosesNothing() async throws {
    let folder = try TemporaryFolder()
    try folder.write(WorkTests.list, to: "links.csv")
    let page = try await ServedPage(datasets: [folder["links.csv"]], isWriting: true)
    let browser = try await page.browser()
    #expect(try await browser.post("/api/datasets/g1/cells", json: Self.change).status == 200)
    try folder.write("from,to\nNew,Rows\n", to: "links.csv")
    #expect(try await browser.post("/api/datasets/g1/keep", []).status == 409)
    #expect(try folder.data("links.csv") == Data("from,to\nNew,Rows\n".utf8))
    #expect(try await browser.post("/api/datasets/g1/undo", []).status == 200)
    #expect(try await browser.get("/api/datasets/g1/file").text == "from,to\nNew,Rows\n")
    try await page.stop()
  }

  @Test func filesAreOnlyReadUnlessAllowed() async throws {
    let folder = try TemporaryFolder()
    try folder.write(WorkTests.list, to: "links.csv")
    let page = try await ServedPage(datasets: [folder["links.csv"]])
    let browser = try await page.browser()
    #expect(try await browser.post("/api/datasets/g1/cells", json: Self.change).status == 200)
    #expect(try await browser.post("/api/datasets/g1/keep", []).status == 403)
    for wrong in ["", "[]", "{}", #"[{"file":"links.csv","line":99,"column":1,"text":"x"}]"#] {
      #expect(
        try await browser.post("/api/datasets/g1/cells", json: wrong).status >= 400, "\(wrong)")
    }
    #expect(try folder.names() == ["links.csv"])
    try await page.stop()
  }
}
