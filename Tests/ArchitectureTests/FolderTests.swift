import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct FolderTests {
  /// The folders of Cartography in the order in which data walks through them, and which others each may use.
  static let stream: [(folder: String, mayUse: Set<String>)] = [
    ("Look", []),
    ("View", ["Look"]),
    ("Diagram", ["Look", "View"]),
    ("Style", ["Look", "View", "Diagram"]),
    ("Layout", ["Look", "View", "Diagram"]),
    ("Charts", ["Look", "View", "Diagram", "Layout"]),
    ("Request", ["Look", "View", "Diagram", "Style", "Charts"]),
  ]

  /// Content does not know how it is styled, style not how it is laid out, layout not what a style means.
  @Test func cartographyFlowsOneWay() throws {
    let graph = try FolderGraph(of: "Cartography")
    #expect(graph.folders == Set(Self.stream.map(\.folder)))
    for (folder, mayUse) in Self.stream {
      for use in graph.uses where use.from == folder {
        #expect(mayUse.contains(use.to), "\(use): against the stream.")
      }
    }
  }

  /// Rooms whose folders must not use each other in a circle.
  @Test(arguments: ["Cartography", "Containers", "Insights", "Interchange"])
  func foldersFormNoCircle(room: String) throws {
    for use in try FolderGraph(of: room).circular {
      Issue.record("\(use), and \(use.to) leads back to \(use.from).")
    }
  }

  /// The scan itself must see what a file uses, and nothing else.
  @Test func usesAreSeen() {
    let graph = FolderGraph(
      [
        SourceText("Sources/R/A/A.swift", text: "struct Alpha {\n  struct Inner {}\n}"),
        SourceText("Sources/R/B/B.swift", text: "public final class Beta { let a: Alpha }"),
        SourceText(
          "Sources/R/C/C.swift", text: "enum C { let b = \"Alpha \\(f(Beta.x)) Alpha\" } // Alpha"),
        SourceText("Sources/R/D/D.swift", text: "func inner(_ i: Inner) {}"),
      ], room: "R")
    #expect(graph.uses.map { "\($0.from)\($0.to)\($0.type)" } == ["BAAlpha", "CBBeta"])
    #expect(graph.circular.isEmpty)
    let circle = FolderGraph(
      [
        SourceText("Sources/R/A/A.swift", text: "struct Alpha { let beta: [Beta] }"),
        SourceText("Sources/R/B/B.swift", text: "@MainActor struct Beta {}\nextension Alpha {}"),
      ], room: "R")
    #expect(Set(circle.circular.map(\.from)) == ["A", "B"])
  }
}
