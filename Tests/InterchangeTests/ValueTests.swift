import EcosystemModel
import Testing

@testable import Interchange

struct ValueTests {
  private func committee(_ column: String, _ value: String, delimiter: String = ",") throws
    -> (Committee, [String])
  {
    let dataset = try read(
      ("committees.csv", "name\(delimiter)\(column)\nJSC\(delimiter)\"\(value)\"\n"),
      ("views.csv", "name\nv\n"))
    return (
      dataset.ecosystem.committees[0], dataset.diagnostics.map { "\($0.rule): \($0.message)" }
    )
  }

  @Test(arguments: [
    ("2019-03-29", "2019-03-29"), ("2019", "2019-01-01"), ("2019-03-29 00:00:00", "2019-03-29"),
    ("2019-03-29T00:00:00.000Z", "2019-03-29"),
  ])
  func dates(text: String, meaning: String) throws {
    let (committee, diagnostics) = try committee("chartered", text)
    #expect(committee.validity.since?.description == meaning)
    #expect(diagnostics == [])
  }

  @Test(arguments: [
    ("29/03/2019", "2019-03-29"), ("3/29/2019", "2019-03-29"), ("2019-3-9", "2019-03-09"),
    ("43553", "2019-03-29"), ("29 March 2019", "2019-03-29"), ("36526", "2000-01-01"),
  ])
  func datesThatMeanOneDayAreReadWithANote(text: String, meaning: String) throws {
    let (committee, diagnostics) = try committee("until", text)
    #expect(committee.validity.until?.description == meaning)
    #expect(
      diagnostics == [
        "value.form: 1 cell of the column \"until\" is written in a form of its own: \"\(text)\" as \(meaning)"
      ])
  }

  @Test(arguments: [
    ("03/04/2019", "is it day/month or month/day? Write it like 2019-03-29"),
    ("2019-02-30", "write it like 2019-03-29"),
  ])
  func otherDatesAreErrorsThatShowTheForm(text: String, hint: String) throws {
    let (committee, diagnostics) = try committee("until", text)
    #expect(committee.validity.until == nil)
    #expect(diagnostics == ["value.date: \"\(text)\" is no date; \(hint)"])
  }

  @Test(arguments: [("85 %", 0.85), ("0.85", 0.85), ("85%", 0.85), ("1e-1", 0.1)])
  func shares(text: String, value: Double) throws {
    #expect(try committee("approval_rate", text).0.approvalRate == value)
  }

  @Test func decimalCommasAreReadBesideSemicolons() throws {
    #expect(try committee("hours", "1,5", delimiter: ";").0.hours == 1.5)
    #expect(try committee("hours", "1.5", delimiter: ";").0.hours == 1.5)
    let (committee, diagnostics) = try committee("max_days", "1,500")
    #expect(committee.maxDays == 1500)
    #expect(
      diagnostics == [
        "value.form: 1 cell of the column \"max_days\" is written in a form of its own: \"1,500\" as 1500"
      ])
  }

  @Test(arguments: ["nan", "inf", "0x10", "1 h", "", "-", "1..2", "1e999"])
  func otherNumbersAreNone(text: String) {
    #expect(NumberText.number(in: text) == nil)
  }

  @Test func wordsAreTakenInAnyCase() throws {
    let dataset = try read(
      ("memberships.csv", "person,committee,role\nA,J,Co Chair\nB,J,CHAIR\nC,J,obsever\nD,J,boss\n")
    )
    #expect(dataset.ecosystem.memberships.map(\.role) == [.coChair, .chair, .member, .member])
    #expect(dataset.rules.filter { $0 == "value.choice" || $0 == "value.role" }.count == 2)
    #expect(dataset.lines.contains { $0.contains("did you mean \"observer\"?") })
  }

  @Test(arguments: [
    ("yes", true), ("TRUE", true), ("1", true), ("no", false), ("False", false), ("0", false),
  ])
  func flags(text: String, value: Bool) throws {
    let dataset = try read(("relationships.csv", "from,to,directed\nA,B,\(text)\n"))
    #expect(dataset.ecosystem.relationships[0].isDirected == value)
    #expect(dataset.rules == ["table.implied"])
  }

  @Test func lists() {
    #expect(ListText.elements(of: " a | b||c ") == ["a", "b", "c"])
    #expect(ListText.elements(of: #"a\|b|c\\|C:\dir"#) == ["a|b", #"c\"#, #"C:\dir"#])
    for elements in [[#"\"#, "|"], [#"\|"#, #"a\\b"#], ["x"], [#"|\|\"#]] {
      #expect(ListText.elements(of: ListText.cell(of: elements)) == elements)
    }
  }

  @Test func errorsInOptionalCellsLeaveTheRow() throws {
    let dataset = try read(
      ("people.csv", "name,seniority,capacity_hours,work\nA,two,many,x\n,1,1,y\n"),
      ("views.csv", "name\nv\n"))
    #expect(dataset.rules == ["value.integer", "value.number", "cell.missing"])
    #expect(dataset.ecosystem.people.count == 1)
    #expect(dataset.ecosystem.people[0].attributes["work"] == "x")
    #expect(dataset.counts[0] == TableCount(table: .people, read: 1, leftOut: 1))
  }

  @Test func headers() throws {
    let dataset = try read(
      ("people.csv", " Name ,Compnay,TIME-ZONE,time zone,,\nA,B,Asia/Tokyo,UTC,x,\n"),
      ("companies.csv", "nmae\nB\n"))
    #expect(
      dataset.rules == [
        "column.missing", "column.spelling", "column.spelling", "column.repeated", "column.unnamed",
      ])
    #expect(
      dataset.lines[0].hasPrefix(
        "companies.csv:1: error: the table \"companies\" needs a column \"name\"; is it \"nmae\"?"))
    #expect(
      dataset.lines.contains {
        $0.contains("error: the columns 3, \"TIME-ZONE\", and 4, \"time zone\", are both")
      })
    let person = dataset.ecosystem.people[0]
    #expect(person.timeZone == "Asia/Tokyo")
    #expect(person.attributes["Compnay"] == "B")
    #expect(person.attributes["time zone (column 4)"] == "UTC")
    #expect(person.attributes["column 5"] == "x")
  }
}
