import ArgumentParser
import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange

/// Which dataset a command reads, and how.
struct DatasetOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A folder of CSV tables, an Excel workbook, a YAML or JSON file, a single list of links (CSV), or a network of another tool: \(FormatHelp.readNetworks)."
    ),
    completion: .file())
  var dataset: String

  @Option(
    help: ArgumentHelp(
      "Column names of a single list, such as person=\"Maintainer Name\",committee=Project.",
      valueName: "our=theirs,…"))
  var columns: ColumnNames?

  @Option(
    help: ArgumentHelp(
      "A column of a single list in which an empty cell repeats the one above. May be repeated.",
      valueName: "column"))
  var fillDown: [String] = []

  @Option(
    help: ArgumentHelp(
      "What the ends of a single list are: company, function, person, committee.", valueName: "kind"
    ))
  var nodes: EntityReference.Kind?

  @Option(
    help: ArgumentHelp(
      "Read companies and people under one name, as a reviewed list says: a CSV file with the columns alias and name. `ecomap check --propose-aliases` writes one.",
      valueName: "aliases.csv"),
    completion: .file(extensions: ["csv"]))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "Read a workbook or CSV file through this mapping, not the one beside it. `ecomap import` writes one.",
      valueName: "mapping.yaml"),
    completion: .file(extensions: ["yaml"]))
  var mapping: String?

  @Flag(help: "Read the sheets as they are, whatever mapping is beside them.")
  var noMapping = false

  @Flag(
    help:
      "Leave out what no source states: rows tagged illustrative, and cells that the column assumed names."
  )
  var statedOnly = false

  @Flag(
    help:
      "Put title and company in place of people's names, such as “Alliance Lead, Northlight”, in everything that is made."
  )
  var roles = false

  /// What is read.
  var inputs: [String?] { [dataset, merge, mapping] }

  func validate() throws {
    guard mapping == nil || !noMapping else {
      throw ValidationError("Choose --mapping or --no-mapping.")
    }
  }

  /// Reads the dataset, or ends the command with a message.
  ///
  /// A format tells that of a lone file whose name does not. Without names, people of another state of the dataset are called as they
  /// are there.
  func read(as format: FileFormat? = nil, after other: Dataset? = nil) throws -> Dataset {
    do {
      let options = ReadOptions(
        columns: columns?.theirs ?? [:], fillDown: fillDown,
        nodeKind: nodes, format: format,
        aliases: try aliases(),
        mapping: mapping.map(MappingChoice.file) ?? (noMapping ? .none : .beside))
      let read = try Dataset.opened(at: dataset, options: options, layout: .shared)
      if let used = read.mapping { Terminal.note("\(dataset) is read through \(used)") }
      let stated = statedOnly ? read.statedOnly : read
      return roles ? stated.inRoles(as: other) : stated
    } catch {
      Terminal.note("error: \(error)" + (error.remedy.map { " " + $0.advice } ?? ""))
      throw error.code == .badOption ? ExitCode(64) : ExitCode.findings
    }
  }

  /// Refuses `--roles` where cells are what a command is about.
  func needNames(_ reason: String) throws {
    if roles { throw ValidationError("\(reason); leave --roles out.") }
  }

  private func aliases() throws(ReadError) -> AliasList? {
    guard let merge else { return nil }
    return try AliasList.read(at: merge)
  }
}
