import ArgumentParser
import Ecomap
import EcosystemModel
import Insights

/// `ecomap schema`: what the JSON of answers and datasets looks like.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Describes the JSON of answers and of datasets, as JSON Schema.",
    discussion: """
      Without a name it lists what there is. What a schema requires stays in every 0.x version from 0.2 on: keys may be added, none is \
      renamed, removed or given another meaning without a word in Changes. The same holds for tables and columns of \
      datasets, for ids and headings of tables of answers, and for exit codes. Texts for people and pictures may change.

      EXAMPLES
        ecomap schema
        ecomap schema load > load.schema.json
        ecomap schema dataset
      """)

  @Argument(help: "What to describe, as `ecomap schema` lists it.")
  var name: String?

  func run() throws {
    guard let name else {
      let width = AnswerShape.all.map(\.name.count).max() ?? 0
      for shape in AnswerShape.all {
        let gap = String(repeating: " ", count: width - shape.name.count + 2)
        Terminal.print(shape.name + gap + shape.command)
      }
      return
    }
    guard let shape = AnswerShape.all.first(where: { $0.name == name }) else {
      throw ValidationError(
        "There is no schema “\(name)”; there are \(AnswerShape.all.map(\.name).joined(separator: ", "))."
      )
    }
    try Terminal.write(json: try shape.schema())
  }
}

/// A kind of JSON document, and the command that writes it.
struct AnswerShape: Sendable {
  let name: String
  let command: String
  let schema: @Sendable () throws -> JSONSchema

  /// All there are, in the order of the commands' names.
  static let all: [AnswerShape] = [
    answer("alignment", AlignmentFindings.self), answer("centrality", CentralityFindings.self),
    document("check", CheckReport.self),
    AnswerShape(name: "dataset", command: "ecomap convert DATA data.json") { .dataset },
    answer("decisions", DecisionFindings.self),
    answer("diff", EcosystemComparison.self),
    answer("diff-several", EcosystemGrowth.self, by: "diff A B C"),
    document("doctor", MachineReport.self),
    answer("escalation", Escalation.self),
    answer("escalation-compare", EscalationComparison.self, by: "escalation --compare"),
    answer("firewall", Firewall.self), answer("fit", FitFindings.self),
    answer("handoffs", HandoffReview.self),
    answer("handoffs-ways", HandoffPaths.self, by: "handoffs --from A --to B"),
    answer("health", HealthFindings.self), answer("load", LoadFindings.self),
    answer("load-compare", LoadComparison.self, by: "load --compare"),
    answer("navigator", Navigator.self), answer("overlap", OverlapFindings.self),
    answer("peers", PeerMatrix.self), answer("portfolio", PortfolioFindings.self),
    answer("roles", RolesFindings.self),
    answer("roles-leaves", Departure.self, by: "roles --leaves NAME"),
    answer("structure", StructureFindings.self), answer("tax", AllianceTax.self),
    answer("tax-compare", TaxComparison.self, by: "tax --compare"),
    answer("timeline", TimelineFindings.self), answer("turnover", Turnover.self),
    answer("turnover-person", NewcomerPage.self, by: "turnover --person NAME"),
    answer("why", RowsBehind.self, by: "QUESTION --why NAME"), answer("work", WorkFindings.self),
  ]

  private static func answer<Answer: Findings>(
    _ name: String, _ type: Answer.Type, by call: String? = nil
  ) -> AnswerShape {
    let command = "ecomap \(call ?? name) --format json"
    return AnswerShape(name: name, command: command) {
      // How each table was computed stands beside what was found.
      try JSONSchema(
        of: type, title: "The answer of \(command)", beside: ["conventions": .map(.text)])
    }
  }

  private static func document<Document: Decodable & SendableMetatype>(
    _ name: String, _ type: Document.Type
  ) -> AnswerShape {
    let command = "ecomap \(name) --format json"
    return AnswerShape(name: name, command: command) {
      try JSONSchema(of: type, title: "The result of \(command)")
    }
  }
}
