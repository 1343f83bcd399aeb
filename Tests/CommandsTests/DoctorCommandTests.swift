import Foundation
import TestSupport
import Testing

/// What `ecomap doctor` says is here is here, and what it says is missing is missing.
@Suite(.timeLimit(.minutes(60)))
struct DoctorCommandTests {
  private struct Report: Decodable {
    struct Finding: Decodable {
      let subject: String
      let state: String
      let detail: String
    }

    let version: String
    let findings: [Finding]

    func finding(_ subject: String) throws -> Finding {
      try #require(findings.first { $0.subject == subject })
    }
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func report(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> (status: Int32, report: Report) {
    let run = try await Ecomap.run(
      ["doctor", "--format", "json"] + arguments, in: folder, environment: environment)
    return (run.status, try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)))
  }

  @Test("a machine that draws is well, in text as in JSON")
  func well() async throws {
    let (status, report) = try await report()
    #expect(status == 0)
    #expect(!report.findings.contains { $0.state == "missing" })
    #expect(try report.finding("Graphviz").detail.contains("all layout engines"))
    let text = try await Ecomap.run(["doctor"], in: folder)
    let lines = text.output.split(separator: "\n")
    #expect(lines.count == report.findings.count)
    for (line, finding) in zip(lines, report.findings) {
      #expect(
        line.hasPrefix(finding.state) && line.hasSuffix("\(finding.subject): \(finding.detail)"))
    }
  }

  @Test("without plugins no layout and no picture is promised")
  func noPlugins() async throws {
    let (status, report) = try await report(environment: ["GVBINDIR": "/nonexistent"])
    #expect(status == 1)
    #expect(try report.finding("Graphviz").state == "missing")
    #expect(try report.finding("pictures").detail.hasPrefix("no SVG, PNG or PDF"))
  }

  @Test("without fonts the font of measurement is missed")
  func noFonts() async throws {
    try folder.write("<fontconfig><dir>/nonexistent</dir></fontconfig>", to: "fonts.conf")
    let (status, report) = try await report(environment: ["FONTCONFIG_FILE": folder["fonts.conf"]])
    #expect(status == 1)
    #expect(try report.finding("letters").detail.contains("fonts-liberation"))
  }

  @Test("letters are told by script, and those of Latin have a font")
  func letters() async throws {
    try folder.write("name\nÅrhus Łódź GmbH & Co. KGaA\n", to: "latin/companies.csv")
    let latin = try await report("latin")
    #expect(try latin.report.finding("letters of the data").state == "ok")
    // Cuneiform, which no usual font has: the fonts of this machine must not decide.
    try folder.write("<fontconfig><dir>/nonexistent</dir></fontconfig>", to: "fonts.conf")
    try folder.write("name\n𒀀𒀁\n武田薬品\n", to: "old/companies.csv")
    let old = try await report("old", environment: ["FONTCONFIG_FILE": folder["fonts.conf"]])
    let detail = try old.report.finding("letters of the data").detail
    #expect(old.status == 1)
    #expect(detail.contains("CJK (品 武 田 薬: fonts-noto-cjk) and Cuneiform (𒀀 𒀁: fonts-noto-core)"))
  }

  @Test("a brand's font that is not here is named with what stands in for it")
  func brand() async throws {
    try folder.write("font: [Nowhere Sans, Liberation Sans]\n", to: "brand.yaml")
    let (status, report) = try await report("--brand", "brand.yaml")
    #expect(status == 1)
    #expect(try report.finding("font of the brand").detail.contains("“Nowhere Sans” is not here"))
  }

  @Test("what cannot be read ends with its reason")
  func unreadable() async throws {
    let run = try await Ecomap.run(["doctor", "nowhere"], in: folder)
    #expect(run.status == 1)
    #expect(run.messages.contains("nowhere"))
  }
}
