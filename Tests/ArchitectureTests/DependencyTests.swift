import TestSupport
import Testing

/// What Package.swift names is used: a dependency that nobody imports costs every build and says what is not so.
struct DependencyTests {
  /// The targets of rooms with the modules that they name.
  static func dependencies(in manifest: String) -> [(room: String, modules: [String])] {
    manifest.matches(of: #/\.(?:target|executableTarget)\(\s*name: "(\w+)"/#).compactMap { match in
      let rest = manifest[match.range.upperBound...].prefix { $0 != "\n" }
      let text = manifest[match.range.upperBound...]
      guard let list = text.firstMatch(of: #/^,\s*dependencies: \[/#) else {
        return rest.isEmpty ? nil : (String(match.output.1), [])
      }
      var depth = 1
      let inside = text[list.range.upperBound...].prefix { character in
        depth += character == "[" ? 1 : character == "]" ? -1 : 0
        return depth > 0
      }
      let products = inside.matches(of: #/\.product\(name: "(\w+)", package: "[^"]+"\)/#)
      let plain = inside.replacing(#/\.product\([^)]*\)/#, with: "")
      let named = plain.matches(of: #/"(\w+)"/#).map { String($0.output.1) }
      let variables = plain.replacing(#/"\w+"/#, with: "").matches(of: #/\b[a-z]\w+/#)
      return (
        String(match.output.1),
        products.map { String($0.output.1) } + named
          + variables.map { $0.output.prefix(1).uppercased() + $0.output.dropFirst() }
      )
    }
  }

  @Test func everyDependencyIsImported() throws {
    let targets = Self.dependencies(in: try PackageRoot.text(of: "Package.swift"))
      .filter { !$0.room.hasSuffix("Tests") && $0.room != "TestSupport" }
    #expect(targets.count > 8)
    for target in targets {
      let files =
        RoomTests.files.filter { $0.hasPrefix("Sources/\(target.room)/") }
        + PackageRoot.swiftFiles(in: "Tests/\(target.room)")
      #expect(!files.isEmpty, "\(target.room) has no files.")
      let imported = Set(try files.flatMap { try SourceText($0).imports.map(\.module) })
      for module in target.modules {
        #expect(imported.contains(module), "\(target.room) names \(module) and never imports it.")
      }
    }
  }

  @Test func everyDependencyOfTestsIsImportedOnce() throws {
    let manifest = try PackageRoot.text(of: "Package.swift")
    let table = try #require(
      manifest.firstMatch(of: #/let tested:[^=]*= \[(.*?)\n\]/#.dotMatchesNewlines()))
    let rows = table.output.1.matches(of: #/\(\s*"(\w+)",\s*\[([^\]]*)\]/#)
    #expect(rows.count > 8)
    for row in rows {
      let room = String(row.output.1)
      let modules = [room] + row.output.2.matches(of: #/"(\w+)"/#).map { String($0.output.1) }
      #expect(Set(modules).count == modules.count, "The tests of \(room) name a module twice.")
      let files = PackageRoot.swiftFiles(in: "Tests/\(room)Tests")
      let imported = Set(try files.flatMap { try SourceText($0).imports.map(\.module) })
      for module in modules {
        #expect(imported.contains(module), "The tests of \(room) never import \(module).")
      }
    }
  }

  @Test func everyPackageIsUsed() throws {
    let manifest = try PackageRoot.text(of: "Package.swift")
    for match in manifest.matches(of: #/\.package\(url: "[^"]*/([^"/]+)"/#) {
      let name = String(match.output.1).replacing(".git", with: "")
      guard name != "swift-docc-plugin" else { continue }
      #expect(manifest.contains("package: \"\(name)\""), "No target takes anything of \(name).")
    }
  }

  /// Every door is one that somebody goes through.
  @Test func everyDoorIsUsed() throws {
    var used: [String: Set<String>] = [:]
    for path in RoomTests.files {
      let file = try SourceText(path)
      used[file.room, default: []].formUnion(file.imports.map(\.module))
    }
    for (room, doors) in Rooms.doors.sorted(by: { $0.key < $1.key }) where room != "Commands" {
      for door in doors.subtracting(Rooms.foundation).sorted() {
        #expect(used[room]?.contains(door) == true, "\(room) may import \(door) and does not.")
      }
    }
  }

  @Test func listsAreSeen() {
    let found = Self.dependencies(
      in: """
        .target(name: "Low", swiftSettings: settings),
        .target(
          name: "High",
          dependencies: ["Low", argumentParser, .product(name: "Reader", package: "reader")], x: 1)
        """)
    #expect(found.map(\.room) == ["Low", "High"])
    #expect(found.map { Set($0.modules) } == [[], ["Low", "Reader", "ArgumentParser"]])
  }
}
