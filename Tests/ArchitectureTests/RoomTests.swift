import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(60)))
struct RoomTests {
  /// Every file of ours that is compiled into the product; benchmarks are a package of their own.
  static let files = PackageRoot.swiftFiles(in: "Sources").filter {
    !$0.hasPrefix("Sources/Benchmarks/")
  }

  @Test func roomsHaveDoors() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: PackageRoot.path("Sources"))
    for room in names where !room.hasPrefix(".") && room != "Benchmarks" {
      #expect(Rooms.doors[room] != nil, "Sources/\(room) is no room of the house.")
    }
    #expect(Self.files.count > 100)
  }

  @Test(arguments: files)
  func importsGoThroughDoors(path: String) throws {
    let file = try SourceText(path)
    let open = try #require(Rooms.doors[file.room]).union(Rooms.system)
    for (module, line) in file.imports {
      #expect(open.contains(module), "\(path):\(line): \(file.room) may not import \(module).")
    }
  }

  /// The whole of Foundation brings tables of all languages along, 34 MB of them, where the essentials are enough.
  @Test(arguments: files)
  func foundationComesWithoutItsTables(path: String) throws {
    let file = try SourceText(path)
    for (module, line) in file.imports where module == "Foundation" {
      let before = file.lines[line - 2].trimmingCharacters(in: .whitespaces)
      #expect(
        before == "#else" && file.imports.contains { $0.module == "FoundationEssentials" },
        "\(path):\(line): import FoundationEssentials where there is one.")
    }
  }

  /// The scan itself must see an import in each of its spellings.
  @Test(arguments: [
    "import Foundation", "public import Foundation", "@testable import Foundation",
    "  internal import struct Foundation.URL", "@preconcurrency package import Foundation",
    "import class Foundation.Bundle",
  ])
  func importIsSeen(line: String) {
    let imports = SourceText("x.swift", text: "// import Nothing\n\(line)\n").imports
    #expect(imports.map(\.module) == ["Foundation"])
    #expect(imports.map(\.line) == [2])
  }
}
