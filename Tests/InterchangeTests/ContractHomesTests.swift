import EcosystemModel
import Foundation
import Testing
import TestSupport

@testable import Interchange

/// A column is declared once; everything else that knows columns follows.
@Suite(.timeLimit(.minutes(60)))
struct ContractHomesTests {
  private static let columns: [(table: TableName, column: ContractColumn)] =
    TableName.allCases.flatMap { table in table.columns.map { (table, $0) } }

  @Test func everyColumnIsExplainedInOneSentence() {
    for (table, column) in Self.columns {
      let name = "\(table.rawValue).\(column.name)"
      #expect(column.meaning.count > 5 && !column.meaning.hasSuffix("."), "\(name)")
      #expect(column.meaning.first?.isLowercase != true, "\(name)")
      #expect(column.name == column.name.lowercased() && !column.name.contains(" "), "\(name)")
      #expect(!column.form.isEmpty, "\(name)")
    }
  }

  @Test func everyTableTakesTagsAndAssumed() {
    for table in TableName.allCases {
      #expect(table.columns.suffix(2).map(\.name) == ["tags", "assumed"])
      #expect(!table.meaning.isEmpty)
    }
  }

  @Test func everyColumnOfAnEntityHasAValueByNameAndANameInTheList() {
    let names = Set(sampleEcosystem.columnNames)
    for (table, column) in Self.columns where table.kind != nil {
      #expect(names.contains(column.name), "\(table.rawValue).\(column.name)")
      #expect(sampleEcosystem.hasColumn(column.name))
      let rows = sampleEcosystem.references.filter { $0.kind == table.kind }
      #expect(
        rows.contains { sampleEcosystem.value(of: column.name, for: $0) != nil },
        "\(table.rawValue).\(column.name)")
    }
  }

  @Test func everyReferenceIsKnownByIdAndIsAnEdgeOfTheNetwork() {
    let marks = Set(
      sampleEcosystem.exchangeGraph.edges.map { $0.fields[ExchangeGraph.marker].cellText })
    for (table, column) in Self.columns where table.kind != nil && !column.kinds.isEmpty {
      let name = "\(table.rawValue).\(column.name)"
      #expect(marks.contains(name), "\(name) is no edge.")
      let rows = sampleEcosystem.references.filter { $0.kind == table.kind }
      let ids = rows.flatMap { sampleEcosystem.referredIDs(in: column.name, of: $0) }
      #expect(!ids.isEmpty, "\(name)")
    }
  }

  @Test func edgesOfTheNetworkHaveNodesAtBothEnds() {
    let graph = sampleEcosystem.exchangeGraph
    let nodes = Set(graph.nodes.map(\.id))
    for edge in graph.edges {
      #expect(nodes.contains(edge.source) && nodes.contains(edge.target))
    }
  }

  @Test func everyFigureOfAnEntityMayHaveAHistory() throws {
    let day = try #require(CalendarDate("2021"))
    for (table, column) in Self.columns where table.kind != nil {
      guard column.form.hasPrefix("number") || column.form.hasPrefix("share") else { continue }
      var ecosystem = sampleEcosystem
      let subject = try #require(sampleEcosystem.references.first { $0.kind == table.kind })
      var score = Score(subject: subject, measure: column.name, value: 0.5)
      score.date = CalendarDate("2020")
      ecosystem.scores.append(score)
      #expect(ecosystem.on(day).value(of: column.name, for: subject) == "0.5", "\(column.name)")
    }
  }

  /// A cell of each form with a faulty text, and what is said of it.
  @Test(arguments: [
    ("committees", "lead_days", "two weeks", "no number of days; write digits, such as 14"),
    ("committees", "settles", "80", "write 0.8 if 80 % is meant"),
    ("committees", "hours", "24", "write a number from 0 or more and under 24 hours"),
    ("committees", "approval_rate", "1e-300", "write a number from 0, or 0.001 to 1"),
    ("committees", "reviewed", "last year", "no date"),
    ("committees", "cadence", "1e-300/year", "write weekly, biweekly"),
    ("companies", "colour", "blueish", "write a colour like #1f77b4"),
    ("people", "capacity_hours", "-1", "write a number from 0 to 744 hours"),
    ("people", "seniority", "6", "whole number from 1 to 5"),
  ])
  func faultyCellsAreNamedWithTheirFix(
    table: String, column: String, cell: String, fix: String
  ) throws {
    let text = "name,\(column)\nX,\(cell)\n"
    let dataset = try Dataset.read(files: [
      ("\(table).csv", Array(text.utf8)), ("views.csv", Array("name\n".utf8)),
    ])
    let errors = dataset.diagnostics.filter { $0.severity == .error }
    #expect(errors.count == 1)
    #expect(errors.first?.message.contains("\"\(cell)\"") == true)
    #expect(errors.first?.message.contains(fix) == true, "\(errors)")
    #expect(errors.first?.location?.line == 2)
  }

  @Test func sharesMayBePercentages() throws {
    let text = "name,settles,approval_rate\nX,80 %,85%\n"
    let dataset = try Dataset.read(files: [
      ("committees.csv", Array(text.utf8)), ("views.csv", Array("name\n".utf8)),
    ])
    #expect(dataset.ecosystem.committees.first?.settles == 0.8)
    #expect(dataset.ecosystem.committees.first?.approvalRate == 0.85)
  }

  @Test func minutesAreHours() throws {
    let text = "from,to,hours,minutes\nA,B,,7\nB,C,0.05,3\nC,D,2,5\n"
    let dataset = try Dataset.read(files: [
      ("handoffs.csv", Array(text.utf8)), ("views.csv", Array("name\n".utf8)),
    ])
    let handoffs = dataset.ecosystem.handoffs
    #expect(handoffs.map(\.minutes) == [7, 3, 120])
    #expect(dataset.diagnostics.filter { $0.severity > .note }.map(\.rule) == ["value.unit"])
  }

  @Test func viewsWithACellThatCannotBeReadAreLeftOut() throws {
    let text = "name,as_of,leaves,twins\ngood,2020,3,yes\nbad,May,3,yes\nworse,2020,few,\n"
    let dataset = try Dataset.read(files: [
      ("views.csv", Array(text.utf8)), ("companies.csv", Array("name\nA\n".utf8)),
    ])
    #expect(dataset.ecosystem.views.map(\.name) == ["good"])
    #expect(dataset.diagnostics.filter { $0.severity == .error }.map(\.location?.line) == [3, 4])
  }
}
