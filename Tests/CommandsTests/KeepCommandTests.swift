import Foundation
import TestSupport
import Testing

/// Maps with a memory: what was there stays where it was.
@Suite(.timeLimit(.minutes(60)))
struct KeepCommandTests {
  private static let tables = [
    "committees.csv":
      "name,parent,kind\nBoard,,JEC\nTrials,Board,JDC\nSales,Board,JCC\nLung,Trials,JLT\nBreast,Trials,JLT\n",
    "people.csv": "name,company\nAnn,Acme\nBo,Bolt\nCy,Acme\nDi,Bolt\nEd,Acme\n",
    "memberships.csv":
      "person,committee,role\nAnn,Board,chair\nBo,Board,member\nCy,Trials,chair\nDi,Sales,chair\nEd,Lung,chair\nAnn,Trials,member\nBo,Lung,member\nCy,Breast,chair\n",
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.tables {
      try folder.write(text, to: "data/\(name)")
      try folder.write(text, to: "next/\(name)")
    }
    return folder
  }

  private struct Picture: Decodable {
    struct Box: Decodable, Equatable { var x, y, width, height: Double }
    struct Node: Decodable { var key: String }
    struct Diagram: Decodable { var nodes: [Node] }
    var diagram: Diagram
    var boxes: [Box]

    var places: [String: Box] {
      Dictionary(zip(diagram.nodes.map(\.key), boxes).map { ($0, $1) }) { first, _ in first }
    }
  }

  private func places(_ name: String, _ folder: TemporaryFolder) throws -> [String: Picture.Box] {
    try JSONDecoder().decode(Picture.self, from: folder.data(name)).places
  }

  @Test(arguments: ["governance", "people"])
  func unchangedDataGivesTheSameBytes(kind: String) async throws {
    let folder = try folder()
    let files = ["svg", "laid-out.json", "pptx"].map { "a.\($0)" }
    let first = try await Ecomap.run(
      ["map", "data", "--view", kind] + files.flatMap { ["-o", $0] }, in: folder)
    #expect(first.status == 0, "\(first.messages)")
    for file in files {
      let run = try await Ecomap.run(
        "map", "data", "--view", kind, "--keep", file, "-o", "b.svg", "-o", "b.pptx", in: folder)
      #expect(run.status == 0 && run.messages.contains("kept their places"), "\(run.messages)")
      #expect(try folder.data("b.svg") == folder.data("a.svg"), "from \(file)")
      #expect(try folder.data("b.pptx") == folder.data("a.pptx"), "from \(file)")
    }
  }

  @Test(arguments: ["governance", "people"])
  func newcomersStandInFreeRoomAndWhoLeavesLeavesAGap(kind: String) async throws {
    let folder = try folder()
    try folder.write(
      "name,parent,kind\nBoard,,JEC\nTrials,Board,JDC\nSales,Board,JCC\nLung,Trials,JLT\nSkin,Trials,JLT\n",
      to: "next/committees.csv")
    try folder.write(
      Self.tables["memberships.csv"]?.replacing("Breast", with: "Skin").replacing(
        "Cy,Skin", with: "Di,Skin") ?? "", to: "next/memberships.csv")
    let picture = ["--view", kind, "-o"]
    _ = try await Ecomap.run(["map", "data"] + picture + ["a.laid-out.json"], in: folder)
    let run = try await Ecomap.run(
      ["map", "next", "--keep", "a.laid-out.json"] + picture + ["b.laid-out.json"], in: folder)
    #expect(run.status == 0, "\(run.messages)")
    let (before, after) = (
      try places("a.laid-out.json", folder), try places("b.laid-out.json", folder)
    )
    for (key, box) in after {
      if let was = before[key] { #expect(box == was, "\(key)") }
      for (other, place) in after where other != key {
        let isApart =
          box.x + box.width <= place.x || place.x + place.width <= box.x
          || box.y + box.height <= place.y || place.y + place.height <= box.y
        #expect(isApart, "\(key) lies on \(other)")
      }
    }
  }

  @Test func whoHasAnotherNameIsKnownByLinks() async throws {
    let folder = try folder()
    for name in ["committees.csv", "memberships.csv"] {
      try folder.write(
        Self.tables[name]?.replacing("Trials", with: "Studies Worldwide") ?? "", to: "next/\(name)")
    }
    _ = try await Ecomap.run("map", "data", "-o", "a.laid-out.json", in: folder)
    let run = try await Ecomap.run(
      "map", "next", "--keep", "a.laid-out.json", "-o", "b.laid-out.json", in: folder)
    #expect(
      run.messages.contains("“Studies Worldwide” stands where “Trials” stood"), "\(run.messages)")
    let (before, after) = (
      try places("a.laid-out.json", folder), try places("b.laid-out.json", folder)
    )
    let (was, now) = (
      try #require(before["committee-trials"]), try #require(after["committee-studies-worldwide"])
    )
    #expect(abs(was.x + was.width / 2 - now.x - now.width / 2) < 0.02 && abs(was.y - now.y) < 0.02)
  }

  @Test func placesOfADatasetAreUsedUntilFreshOnesAreAskedFor() async throws {
    let folder = try folder()
    let map = ["map", "data", "--view", "governance", "-o"]
    _ = try await Ecomap.run(map + ["a.svg", "-o", "a.laid-out.json"], in: folder)
    let svg = String(decoding: try folder.data("a.svg"), as: UTF8.self)
    // Somebody moves a committee in a program for drawings.
    let moved = svg.replacing(
      "id=\"committee&#45;sales\" class",
      with: "id=\"committee&#45;sales\" transform=\"translate(3 40)\" class")
    #expect(moved != svg)
    try folder.write(moved, to: "moved.svg")
    let places = try await Ecomap.run("places", "data", "--from", "moved.svg", in: folder)
    #expect(
      places.status == 0 && places.messages.contains("wrote data/places.csv"), "\(places.messages)")
    _ = try await Ecomap.run(map + ["b.laid-out.json"], in: folder)
    _ = try await Ecomap.run(map + ["c.laid-out.json", "--fresh"], in: folder)
    let a = try self.places("a.laid-out.json", folder)
    var b = try self.places("b.laid-out.json", folder)
    #expect(try self.places("c.laid-out.json", folder) == a)
    let sales = try #require(b["committee-sales"])
    b["committee-sales"] = nil
    let was = try #require(a["committee-sales"])
    #expect(abs(sales.x - was.x - 3) < 0.05 && abs(sales.y - was.y - 40) < 0.05)
    #expect(b == a.filter { $0.key != "committee-sales" })
  }

  @Test func whatCannotBeKeptIsNamed() async throws {
    let folder = try folder()
    try folder.write("<svg xmlns='http://www.w3.org/2000/svg'/>", to: "plain.svg")
    for (arguments, words) in [
      (["map", "data", "--keep", "plain.svg", "-o", "x.svg"], "carries no places"),
      (["map", "data", "--keep", "gone.svg", "-o", "x.svg"], "does not exist"),
      (["places", "data", "--from", "plain.svg"], "carries no places"),
    ] {
      let run = try await Ecomap.run(arguments, in: folder)
      #expect(run.status == 1 && run.messages.contains(words), "\(run.messages)")
    }
    let both = try await Ecomap.run(["map", "data", "--keep", "a.svg", "--fresh"], in: folder)
    #expect(both.status == 64)
  }
}
