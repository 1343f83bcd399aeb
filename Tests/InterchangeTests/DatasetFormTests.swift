import EcosystemModel
import Foundation
import Testing

@testable import Interchange

struct DatasetFormTests {
  /// Runs with a new folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("interchange-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func failure(_ path: String, options: ReadOptions = .init()) -> ReadError? {
    do throws(ReadError) {
      _ = try Dataset.read(at: path, options: options)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsNoDatasetIsRefused() throws {
    try withFolder { folder in
      #expect(failure("\(folder)/none")?.code == .notFound)
      #expect(failure(folder)?.code == .notADataset)
      try "x".write(toFile: "\(folder)/book.xlsx", atomically: true, encoding: .utf8)
      #expect(failure("\(folder)/book.xlsx")?.code == .unreadable)
      try "a,b\n1,2\n".write(toFile: "\(folder)/odd.csv", atomically: true, encoding: .utf8)
      #expect(failure("\(folder)/odd.csv")?.code == .notADataset)
      #expect(failure(folder)?.message.contains("\"odd.csv\" in it is no table") == true)
      try "x".write(toFile: "\(folder)/book.mapping.yaml", atomically: true, encoding: .utf8)
      #expect(failure(folder)?.message.contains("if \"book.xlsx\" in it is meant") == true)
      #expect(
        failure("\(folder)/odd.csv", options: .init(columns: ["person": "c"]))?.code == .badOption)
    }
  }

  @Test func emptyFilesAndHeadersAlone() throws {
    #expect(try read(("companies.csv", "")).rules == ["table.empty"])
    #expect(try read(("companies.csv", "\n\n")).rules == ["table.empty"])
    #expect(try read(("companies.csv", "name\n")).rules == ["dataset.empty"])
    #expect(try read(("companies.csv", "name\n"), ("people.csv", "name\nX\n")).rules == [])
    #expect(try read(("d.json", "{}")).rules == ["dataset.nothing"])
  }

  @Test func foldersAreReadWhateverTheirNamesLookLike() throws {
    try withFolder { folder in
      for (name, text) in [
        ("Companies.CSV", "name\nA\n"), ("companies.tsv", "name\nB\n"),
        ("commitees.csv", "name\nC\n"),
        ("README.md", "x"), (".people.csv", "x"), ("people.tsv", "name\tcompany\nX\tA\n"),
      ] {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      let dataset = try Dataset.read(at: folder + "/")
      #expect(dataset.ecosystem.companies.map(\.name) == ["A"])
      #expect(dataset.ecosystem.people.map(\.name) == ["X"])
      #expect(dataset.rules == ["file.unknown", "file.repeated"])
      #expect(dataset.lines[0].contains("did you mean \"committees.csv\"?"))
    }
  }

  @Test func anUnreadableFileCostsNoFurtherErrors() throws {
    let dataset = try Dataset.read(files: [
      ("companies.csv", [0x6E, 0x0A, 0xFF]), ("people.csv", Array("name,company\nX,A\n".utf8)),
    ])
    #expect(dataset.rules == ["file.encoding"])
    #expect(dataset.ecosystem.people[0].company == .init("a"))
  }

  @Test func writingIsReadBack() throws {
    try withFolder { folder in
      for (format, path) in [
        (DatasetFormat.csv, "\(folder)/a/b"), (.yaml, "\(folder)/d.yaml"),
        (.json, "\(folder)/d.json"), (.xlsx, "\(folder)/d.xlsx"),
      ] {
        try sampleEcosystem.write(to: path, as: format)
        #expect(try Dataset.read(at: path).ecosystem == sampleEcosystem)
      }
      try AtomicFile.write("old", to: "\(folder)/f")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(folder)/f")
      try AtomicFile.write("new", to: "\(folder)/link")
      #expect(try String(contentsOfFile: "\(folder)/f", encoding: .utf8) == "new")
      #expect(throws: WriteError.self) { try AtomicFile.write("x", to: "\(folder)/none/f") }
      #expect(throws: WriteError.self) { try AtomicFile.write("x", to: folder) }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy {
          !$0.hasSuffix(".part")
        })
    }
  }

  @Test func filesAreWrittenWhereTheirNamesLead() throws {
    try withFolder { folder in
      let files = FileManager.default
      try files.createDirectory(atPath: "\(folder)/deep", withIntermediateDirectories: true)
      for (link, target) in [
        ("first", "second"), ("second", "deep/file"), ("round", "about"), ("about", "round"),
      ] {
        try files.createSymbolicLink(atPath: "\(folder)/\(link)", withDestinationPath: target)
      }
      try AtomicFile.write("new", to: "\(folder)/first")
      #expect(try String(contentsOfFile: "\(folder)/deep/file", encoding: .utf8) == "new")
      #expect(try files.destinationOfSymbolicLink(atPath: "\(folder)/first") == "second")
      #expect(try files.destinationOfSymbolicLink(atPath: "\(folder)/second") == "deep/file")
      #expect(throws: WriteError.self) { try AtomicFile.write("x", to: "\(folder)/round") }
      #expect(try files.destinationOfSymbolicLink(atPath: "\(folder)/round") == "about")
      // As long as the file system allows, and with a draft left by another process of the same number.
      try Data("draft".utf8).write(
        to: URL(
          fileURLWithPath: "\(folder)/.ecomap-\(ProcessInfo.processInfo.processIdentifier)-0.part"))
      for length in [200, 246, 255] {
        let name = String(repeating: "x", count: length)
        try AtomicFile.write("long", to: "\(folder)/\(name)")
        #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) == "long")
      }
      #expect(throws: WriteError.self) {
        try AtomicFile.write("x", to: "\(folder)/\(String(repeating: "x", count: 256))")
      }
      #expect(try files.contentsOfDirectory(atPath: folder).count { $0.hasSuffix(".part") } == 1)
    }
  }

  @Test func findingsBecomeDiagnosticsAtTheirCells() throws {
    struct Shouting: Inspection {
      static let rule = "test.shouting"
      static let summary = "Names are not in capitals."
      func findings(in snapshot: Snapshot) -> [Finding] {
        snapshot.ecosystem.companies.indices.map {
          Finding(
            .warning, "loud", at: .init(.companies, $0), column: $0 == 0 ? "time_zone" : "region")
        }
      }
    }
    let dataset = try read(
      ("companies.csv", "Name,Time Zone\nA,UTC\nB\n"), ("views.csv", "name\nv\n"))
    #expect(
      dataset.check(with: [Shouting()]).map(\.description) == [
        "companies.csv:2:2: warning: loud [test.shouting]",
        "companies.csv:3: warning: loud [test.shouting]",
      ])
  }

  @Test func fingerprintsFollowTheContent() {
    var other = sampleEcosystem
    other.views[0].title = "On"
    #expect(other.fingerprint != sampleEcosystem.fingerprint)
    #expect(Ecosystem().fingerprint == "cbf29ce484222325")
  }
}
