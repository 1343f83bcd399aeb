import EcosystemModel
import Testing

@testable import Interchange

struct YAMLReaderTests {
  @Test func cellsKnowTheirPlaces() throws {
    let dataset = try read(
      ("d.yaml", "companies:\n  - name: A\n    parent: Nobody\n  - {name: B, parent: A}\n"))
    #expect(
      dataset.lines == [
        "d.yaml:3:13: error: unknown company \"Nobody\"; add it to the table companies [reference.unknown]"
      ])
    #expect(dataset.sources.location(of: .init(.companies, 1), column: "parent")?.line == 4)
  }

  @Test func foreignTagsAreNamedAndPassedOver() throws {
    let dataset = try read(
      (
        "d.yaml",
        "companies:\n  - name: !!python/object:os.system A\n    region: !place B\n  - name: !!str 7\n  - !company {name: C}\n"
      ))
    #expect(dataset.ecosystem.companies.map(\.name) == ["A", "7", "C"])
    let tags = dataset.lines.filter { $0.hasSuffix("[yaml.tag]") }
    #expect(tags.count == 3)
    #expect(tags[0].hasPrefix("d.yaml:2:") && tags[0].contains("python/object:os.system"))
  }

  @Test func oneLongTextRepeatedByAliasesIsRefused() throws {
    let long = String(repeating: "x", count: 20_000)
    let rows = (0..<2_000).map { "  - {name: N\($0), note: *t}" }.joined(separator: "\n")
    let dataset = try read(("d.yaml", "companies:\n  - {name: A, note: &t \(long)}\n\(rows)\n"))
    #expect(dataset.rules.contains("yaml.alias"))
  }

  @Test func plainNamesListsAndMergesAreRead() throws {
    let dataset = try read(
      (
        "d.yml",
        """
        companies: [AstraZeneca, 'Daiichi Sankyo']
        alliances:
          - &base {name: Enhertu, companies: [AstraZeneca, Daiichi Sankyo], tags: "a|b", stage: ~}
          - <<: *base
            name: Second
        """
      ))
    #expect(dataset.lines == [])
    #expect(dataset.ecosystem.companies.map(\.id.rawValue) == ["astrazeneca", "daiichi-sankyo"])
    #expect(dataset.ecosystem.alliances.map(\.tags) == [["a", "b"], ["a", "b"]])
    #expect(dataset.ecosystem.alliances[1].companies.count == 2)
  }

  @Test(arguments: [
    "companies: [", "companies: {a: b}", "- a", "just text",
    "companies:\n  - name: A\n    name: B\n",
    "a: b: c", "\t- x", "companies: [{name: {deep: er}}]", "--- a\n--- b\n", "companies: [*x]", "",
  ])
  func faultsAreReportedWithoutThrowing(yaml: String) throws {
    #expect(try read(("d.yaml", yaml)).hasErrors)
  }

  @Test func aliasBombsAreRefused() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(names)]\n"
    }
    #expect(try read(("d.yaml", yaml + "companies: *a9\n")).hasErrors)
    #expect(try read(("d.yaml", yaml + "? [*a9, *a9]\n: x\n")).rules == ["yaml.alias"])
  }
}
