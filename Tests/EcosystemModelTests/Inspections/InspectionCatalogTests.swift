import EcosystemModel
import Foundation
import TestSupport
import Testing

@Suite struct InspectionCatalogTests {
  static let types = InspectionCatalog.all.map { type(of: $0) }

  @Test func everyRuleOfTheFolderIsInTheCatalogueOnce() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/EcosystemModel/Inspections")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var declared: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      let rules = source.matches(of: /struct (\w+): Inspection/).map { String($0.output.1) }
      #expect(rules.count <= 1, "\(file.lastPathComponent) holds more than one rule")
      if let rule = rules.first { #expect(file.lastPathComponent == "\(rule).swift") }
      declared += rules
    }
    #expect(declared.count > 40)
    #expect(declared.sorted() == Self.types.map { String(describing: $0) }.sorted())
  }

  @Test func idsAreUniqueAndDotted() {
    let ids = Self.types.map { $0.rule }
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[a-z-]+(\.[a-z-]+)+/) != nil, "\(id)") }
  }

  @Test func summariesAreSentences() {
    for type in Self.types {
      #expect(type.summary.count > 10 && type.summary.hasSuffix("."), "\(type.rule)")
    }
  }

  @Test func theSampleBreaksNoRule() {
    for inspection in InspectionCatalog.all {
      #expect(
        inspection.findings(in: Ecosystem.sample.on(nil)) == [], "\(type(of: inspection).rule)")
    }
  }

  @Test func nothingIsFoundInAnEmptyEcosystem() {
    for inspection in InspectionCatalog.all {
      #expect(inspection.findings(in: Ecosystem().on(nil)) == [], "\(type(of: inspection).rule)")
    }
  }

  @Test(arguments: UInt64(0)..<32)
  func findingsNameAnExistingRowAndAFixAndAreRepeatable(seed: UInt64) {
    let ecosystem = Ecosystem.random(seed: seed)
    for inspection in InspectionCatalog.all {
      let rule = type(of: inspection).rule
      let findings = inspection.findings(in: ecosystem.on(nil))
      #expect(findings == inspection.findings(in: ecosystem.on(nil)), "\(rule)")
      for finding in findings {
        #expect(hasFix(finding.message), "\(rule): \(finding.message)")
        guard let row = finding.row else { continue }
        #expect(row.position < ecosystem.count(of: row.table), "\(rule)")
      }
    }
  }

  @Test func everyRuleOfTheCatalogueEndsItsMessageWithAFix() throws {
    let broken = Ecosystem.breakingEveryRule
    for inspection in InspectionCatalog.all {
      let rule = type(of: inspection).rule
      let findings = inspection.findings(in: broken.on(nil))
      #expect(!findings.isEmpty, "no row breaks \(rule)")
      for finding in findings { #expect(hasFix(finding.message), "\(rule): \(finding.message)") }
    }
  }

  /// What is wrong, a semicolon, how to mend it, a full stop or a question mark.
  private func hasFix(_ message: String) -> Bool {
    guard let semicolon = message.lastIndex(of: ";") else { return false }
    let fix = message[semicolon...].dropFirst()
    return fix.count > 10 && (message.hasSuffix(".") || message.hasSuffix("?"))
      && !message.contains("\n")
  }
}
