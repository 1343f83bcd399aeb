import EcosystemModel
import Testing

struct DiagnosticGroupTests {
  private func fault(_ name: String, line: Int, column: Int = 2) -> Diagnostic {
    Diagnostic(
      severity: .error, rule: "reference.unknown", message: "unknown company \"\(name)\"; add it",
      location: Location(file: "people.csv", line: line, column: column))
  }

  @Test func oneCauseIsOneMessage() {
    let faults = (2..<102).map { fault("Company \($0)", line: $0) }
    let groups = DiagnosticGroup.groups(of: faults)
    #expect(groups.count == 1)
    #expect(groups[0].others.count == 99)
    #expect(
      groups[0].description == """
        people.csv:2:2: error: unknown company "Company 2"; add it [reference.unknown]
          and 99 more like it: people.csv:3:2, people.csv:4:2, people.csv:5:2 …
        """)
  }

  @Test func fewAreToldEachByItself() {
    let faults = (2..<7).map { fault("Company \($0)", line: $0) }
    #expect(DiagnosticGroup.groups(of: faults).map(\.first) == faults)
  }

  @Test func columnsAndRulesAreCausesOfTheirOwn() {
    var faults: [Diagnostic] = []
    for line in 2..<12 {
      faults += [fault("A", line: line), fault("A", line: line, column: 3)]
    }
    let groups = DiagnosticGroup.groups(of: faults)
    #expect(groups.map { $0.first.location?.column } == [2, 3])
    #expect(groups.map(\.others.count) == [9, 9])
  }

  @Test func nothingIsLost() {
    let faults = (2..<40).map { fault("A", line: $0, column: $0 % 3) }
    let groups = DiagnosticGroup.groups(of: faults)
    #expect(groups.reduce(0) { $0 + 1 + $1.others.count } == faults.count)
  }

  @Test func quotesAndFiguresOfAnyScriptMakeNoCause() {
    let faults = [
      "“Ärzte 7”, 3 h", "\"Zoë\", ½ h", "“x”, ٣ h", "“”, 12 h", "\"\", 4 h", "“ß”, ⅷ h",
    ]
    .enumerated().map { place, text in
      Diagnostic(
        severity: .note, rule: "r", message: "naïve: \(text) – more",
        location: Location(file: "a.csv", line: place + 2, column: 1))
    }
    #expect(DiagnosticGroup.groups(of: faults).count == 1)
    let other = Diagnostic(
      severity: .note, rule: "r", message: "naive: “x”, 3 h – more",
      location: Location(file: "a.csv", line: 9, column: 1))
    #expect(DiagnosticGroup.groups(of: faults + [other]).count == 2)
  }
}
