import EcosystemModel
import GraphvizKit
import TestSupport
import Testing

@testable import Cartography

struct ViewRequestTests {
  /// A saved view that makes every choice, each of which the sample can honour.
  private static func full(in ecosystem: Ecosystem) -> SavedView {
    var saved = SavedView(name: "all")
    saved.kind = "people"
    saved.filter = "kind!=nobody"
    saved.steps = 3
    saved.rollUp = "people"
    saved.group = "company"
    saved.highlights = [ecosystem.people[0].name]
    saved.size = "betweenness"
    saved.colour = "company"
    saved.border = "seniority"
    saved.x = "stage"
    saved.y = "area"
    saved.stages = ["launch"]
    saved.width = "count"
    saved.label = "name"
    saved.layout = "neato"
    saved.theme = "dark"
    saved.title = "Everything"
    saved.limit = 40
    saved.fit = "page"
    saved.groupsTwins = true
    saved.leaves = 2
    saved.leastLinks = 1
    return saved
  }

  /// What a cell says and what the option says are one request: each part that differs from nothing is read.
  @Test func everyColumnOfSavedViewsIsRead() {
    let saved = Self.full(in: .sample)
    let (request, faults) = ViewRequest.reading(saved)
    #expect(faults.isEmpty)
    let parts = Mirror(reflecting: request).children
    // Names no part of the picture: which saved view is meant.
    let open: Set = [
      "name", "date", "focus", "community", "showsAll", "backbone", "highlightsUnowned",
    ]
    for part in parts where !open.contains(part.label ?? "") {
      let text = "\(part.value)"
      #expect(text != "nil" && text != "[]", "\(part.label ?? "") is not read.")
    }
    #expect(request.layout == .neato)
    #expect(request.theme == .dark)
    #expect(request.fit == .page)
  }

  /// An option goes before the cell; what it leaves open is the cell's.
  @Test func optionsCompleteSavedViews() {
    let (stated, _) = ViewRequest.reading(Self.full(in: .sample))
    #expect(ViewRequest().completed(by: stated) == stated)
    #expect(stated.completed(by: ViewRequest()) == stated)
    var option = ViewRequest()
    option.colour = "region"
    option.conditions = [Condition("region", .equal, ["Japan"])]
    let both = option.completed(by: stated)
    #expect(both.colour == "region")
    #expect(both.size == stated.size)
    #expect(both.conditions == stated.conditions + option.conditions)
  }

  @Test(arguments: [
    ("where", "region Japan", "is no condition"), ("kind", "landscaep", "write one of"),
    ("layout", "wobbly", "write one of dot"), ("roll_up", "continents", "write one of"),
    ("theme", "pink", "write one of light"), ("fit", "wall", "write one of"),
  ])
  func cellsThatCannotBeReadAreNamed(column: String, text: String, words: String) {
    var saved = SavedView(name: "v")
    switch column {
    case "where": saved.filter = text
    case "kind": saved.kind = text
    case "layout": saved.layout = text
    case "roll_up": saved.rollUp = text
    case "theme": saved.theme = text
    default: saved.fit = text
    }
    let faults = ViewRequest.reading(saved).faults
    #expect(faults.map(\.column) == [column])
    #expect(faults[0].message.contains(words))
  }

  @Test func checkRefusesWhatMapRefuses() throws {
    var ecosystem = Ecosystem.sample
    let faulty: [(column: String, view: SavedView)] = [
      ("where", .init("a") { $0.filter = "region=Atlantis" }),
      ("where", .init("b") { $0.filter = "no such column=3" }),
      ("colour", .init("c") { $0.colour = "no such column" }),
      ("highlight", .init("d") { $0.highlights = ["Nobody at all"] }),
      ("focus", .init("e") { $0.kind = "focus" }),
      ("colour", .init("f") { ($0.kind, $0.colour) = ("overlap", "company") }),
      ("roll_up", .init("g") { ($0.kind, $0.rollUp) = ("governance", "companies") }),
    ]
    ecosystem.views = [SavedView(name: "fine")] + faulty.map(\.view)
    let findings = UndrawableViews().findings(in: ecosystem.on(nil))
    #expect(findings.map(\.column) == faulty.map(\.column))
    #expect(findings.map(\.row?.position) == Array(1...faulty.count))
    for (finding, view) in zip(findings, faulty.map(\.view)) {
      let fault = #expect(throws: ViewFault.self) {
        try ViewRequest.reading(view).request.resolved(in: ecosystem)
      }
      #expect(fault?.message == finding.message)
    }
  }
}

extension SavedView {
  fileprivate init(_ name: String, _ change: (inout SavedView) -> Void) {
    self.init(name: name)
    change(&self)
  }
}
