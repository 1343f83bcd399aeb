import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct ShapeTests {
  static let files = PackageRoot.swiftFiles(in: "Sources") + PackageRoot.swiftFiles(in: "Tests")

  @Test(arguments: files)
  func fileIsShortAndNamedForWhatItDoes(path: String) throws {
    let file = try SourceText(path)
    #expect(file.lines.count <= 400, "\(path) has \(file.lines.count) lines; divide it.")
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    for word in ["Manager", "Helper", "Utils", "Utilities"] {
      #expect(!name.hasSuffix(word), "\(path): a name with “\(word)” says nothing.")
      for type in file.declaredTypes {
        #expect(!type.hasSuffix(word), "\(path): \(type) says nothing; name what it does.")
      }
    }
  }

  /// In GraphCore it is node and edge; above it company, person, committee, alliance.
  @Test(arguments: files.filter { $0.hasPrefix("Sources/GraphCore/") })
  func algorithmsKnowNoDomainWords(path: String) throws {
    for (number, line) in try SourceText(path).lines.enumerated() {
      let code = line.prefix { $0 != "/" }.lowercased()
      for word in ["company", "committee", "alliance", "person", "ecosystem"] {
        #expect(!code.contains(word), "\(path):\(number + 1) says “\(word)”.")
      }
    }
  }

  /// Some file systems take names that differ by case only for one; modules are named after folders.
  @Test(arguments: ["Sources", "Tests", "datasets"])
  func namesDifferByMoreThanCase(folder: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: PackageRoot.path(folder))
    let sources = names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".build") } }
    for (_, alike) in Dictionary(grouping: sources, by: { $0.lowercased() }) where alike.count > 1 {
      Issue.record("\(alike.sorted().joined(separator: " and ")) differ by case only.")
    }
  }

  @Test func topLevelIsAsAgreed() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: PackageRoot.url.path)
    let agreed: Set<String> = [
      "Package.swift", "Sources", "Tests", "datasets", "output", "README.md", "Makefile",
      "Package.resolved",
    ]
    for name in names where !name.hasPrefix(".") {
      #expect(agreed.contains(name), "\(name) is at the top level; put it into a room.")
    }
  }
}
