import Containers
import EcosystemModel
import Foundation
import Interchange
import TestSupport
import Testing

/// No byte of what is made about an alliance names what its firewalls keep from it.
@Suite(.timeLimit(.minutes(60)))
struct WithheldTests {
  /// A dataset, and an alliance with a firewall.
  struct Case: Sendable, CustomTestStringConvertible {
    let dataset: String
    let alliance: String
    var testDescription: String { "\(dataset), \(alliance)" }
  }

  static let cases = [
    Case(dataset: "enhertu", alliance: "enhertu"), Case(dataset: "enhertu", alliance: "az-merck"),
    Case(dataset: "digital-spaghetti", alliance: "al-kite"),
    Case(dataset: "digital-spaghetti", alliance: "al-rowan"),
    Case(dataset: "takeda-portfolio", alliance: "a001"),
  ]

  /// The texts of files and of what is packed in them, with what XML escapes.
  static func texts(of bytes: [UInt8]) throws -> [String] {
    guard bytes.starts(with: Array("PK".utf8)) else {
      let text = String(decoding: bytes, as: UTF8.self)
      return [text.replacing("&amp;", with: "&").replacing("&#39;", with: "'")]
    }
    var archive = try ZipArchive(bytes)
    return try archive.names.flatMap { name in
      try [name] + texts(of: try archive.bytes(of: name) ?? [])
    }
  }

  /// What must not be named, without what something visible is called too.
  private static func hidden(from alliance: String, in ecosystem: Ecosystem) -> [String] {
    let part = ecosystem.on(nil).within(.init(alliance))
    let visible = Set(
      ecosystem.references.filter { !part.hidden.contains($0) }
        .flatMap { [ecosystem.name(of: $0), $0.rawID] })
    return part.hidden.flatMap { [ecosystem.name(of: $0), $0.rawID] }.filter { text in
      text.count > 3 && !visible.contains { $0.contains(text) }
    }.sorted()
  }

  static func expectNone(
    of hidden: [String], in bytes: [UInt8], _ file: String
  ) throws {
    for text in try texts(of: bytes) {
      for name in hidden {
        var rest = text[...]
        while let range = rest.firstRange(of: name) {
          let before = text[..<range.lowerBound].last
          let after = text[range.upperBound...].first
          let isWord = ![before, after].contains { $0?.isLetter == true || $0?.isNumber == true }
          #expect(
            !isWord,
            "\(file) names \(name): …\(text[..<range.upperBound].suffix(120))…")
          if isWord { return }
          rest = text[range.upperBound...]
        }
      }
    }
  }

  @Test(arguments: cases) func nothingIsNamed(_ example: Case) async throws {
    let ecosystem = try OracleData.shipped(example.dataset).ecosystem
    let hidden = Self.hidden(from: example.alliance, in: ecosystem)
    #expect(!hidden.isEmpty)
    let folder = try TemporaryFolder()
    let data = PackageRoot.path("datasets/\(example.dataset)")
    let of = [data, "--alliance", example.alliance]
    let commands: [[String]] = [
      ["report"] + of + [
        "--format", "html", "--format", "markdown", "--since", "2010", "--effort", "quick", "-o",
        folder["report"],
      ],
      ["deck"] + of + ["--per", "both", "--effort", "quick", "-o", folder["deck.pptx"]],
      ["deck"] + of + ["--effort", "quick", "-o", folder["slides"]],
      ["map"] + of + ["--view", "people", "--effort", "quick"]
        + ["svg", "pptx", "laid-out.json", "diagram.json"].flatMap { ["-o", folder["map.\($0)"]] },
      ["load"] + of + ["-o", folder["load.xlsx"], "-o", folder["load.json"]],
      ["overlap"] + of + ["-o", folder["overlap.xlsx"], "-o", folder["overlap.json"]],
      ["escalation"] + of + ["-o", folder["ways.json"], "-o", folder["ways.svg"]],
      ["centrality"] + of + ["-o", folder["centrality.csv"]],
      ["turnover"] + of + ["--from", "2012", "--to", "2020", "-o", folder["turnover.json"]],
      ["roles"] + of + ["-o", folder["roles.xlsx"], "-o", folder["roles.json"]],
      ["structure"] + of + ["-o", folder["structure.xlsx"], "-o", folder["structure.json"]],
      ["peers", data, example.alliance, "-o", folder["peers.json"], "-o", folder["peers.svg"]],
    ]
    for command in commands {
      let run = try await Ecomap.run(command, in: folder)
      // An alliance without committees, or without functions, has no such answer.
      let isEmpty =
        run.messages.contains("Nothing meets") || run.messages.contains("needs the table")
      #expect([0, 1].contains(run.status) || isEmpty, "\(command): \(run.messages)")
      try Self.expectNone(of: hidden, in: Array(run.output.utf8), command[0])
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for file in files where !file.hasSuffix(".png") {
      let kind = try FileManager.default.attributesOfItem(atPath: folder[file])[.type]
      guard kind as? FileAttributeType == .typeRegular else { continue }
      try Self.expectNone(of: hidden, in: Array(file.utf8), file)
      try Self.expectNone(of: hidden, in: Array(try folder.data(file)), file)
    }
    let report = String(decoding: try folder.data("report/report.md"), as: UTF8.self)
    #expect(report.contains("Withheld: ") && report.contains("behind firewalls"))
    #expect(!report.contains("*internal*"))
  }

  @Test func whatIsForTheHouseSaysSo() async throws {
    let folder = try TemporaryFolder()
    let data = PackageRoot.path("datasets/enhertu")
    let answer = try await Ecomap.run(
      "firewall", data, "-o", folder["f.svg"], "-o", "-", in: folder)
    #expect(answer.output.contains("internal; "))
    #expect(String(decoding: try folder.data("f.svg"), as: UTF8.self).contains("internal; "))
    let report = try await Ecomap.run(
      "report", data, "--format", "markdown", "--format", "html", "--effort", "quick", "-o",
      folder["r"], in: folder)
    #expect(report.status == 0, "\(report.messages)")
    let text = String(decoding: try folder.data("r/report.md"), as: UTF8.self)
    let parts = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.count
    #expect(parts > 1 && text.components(separatedBy: "*internal*").count == parts + 1)
    let page = String(decoding: try folder.data("r/report.html"), as: UTF8.self)
    #expect(page.contains("<p class=\"mark\">internal</p>"))
  }
}
