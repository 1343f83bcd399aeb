import EcosystemModel
import Testing

@testable import Interchange

/// A row of the example is one that says what the example says.
struct ExampleRowTests {
  private func diagnostics(_ rows: String, headers: String = "") throws -> [Diagnostic] {
    let lines = ExampleRows.text(of: .companies).split(separator: "\n").map(String.init)
    let text = ([headers.isEmpty ? lines[0] : headers, rows]).joined(separator: "\n") + "\n"
    let own = "name\nAnn\n"
    return try Dataset.read(files: [
      ("companies.csv", Array(text.utf8)), ("people.csv", Array(own.utf8)),
    ]).diagnostics.filter { $0.rule.hasPrefix("example.") }
  }

  private var example: [String] {
    ExampleRows.text(of: .companies).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func untouchedRowsAreNamed() throws {
    let found = try diagnostics(example.joined(separator: "\n"))
    #expect(found.map(\.rule) == ["example.left"])
    #expect(found[0].message.hasPrefix("3 rows from here on are of the example"))
  }

  @Test func overwrittenRowsAreOwnRowsWithATagTooMany() throws {
    let row = example[0].replacing("Aurora Pharma", with: "Acme")
    let found = try diagnostics(row)
    #expect(found.map(\.rule) == ["example.tag"])
    #expect(found[0].severity == .note && found[0].location?.line == 2)
    #expect(
      try diagnostics(row + "\n" + example[1]).map(\.rule).sorted() == [
        "example.left", "example.tag",
      ])
  }

  @Test func orderOfColumnsDoesNotMatter() throws {
    let headers = "tags,tier,url,time_zone,region,kind,id,name"
    let row =
      "illustrative|example-row,2.0,,Europe/Zurich,Europe,biopharma,cirrus,Cirrus Health"
    #expect(try diagnostics(row, headers: headers).map(\.rule) == ["example.left"])
  }

  @Test(arguments: TableName.byHand) func everyTableOfTheExampleIsReadBack(table: TableName)
    throws
  {
    let lines = ExampleRows.text(of: table).split(separator: "\n")
    for line in lines {
      #expect(
        line.split(separator: ",", omittingEmptySubsequences: false).count
          == lines[0].split(separator: ",").count)
      #expect(!line.contains("\""))
    }
  }

  @Test func whatFollowsFromAnUnreadCellIsNoSecondMessage() throws {
    let text = "from,to,what,hours\nA,B,x,-5\nB,C,y,2\n"
    let dataset = try Dataset.read(files: [("h.csv", Array(text.utf8))])
    let all = dataset.check(with: InspectionCatalog.all)
    #expect(
      all.filter { $0.location?.line == 2 && $0.location?.column == 4 }.map(\.rule) == [
        "value.range"
      ])
  }
}
