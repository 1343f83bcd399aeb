import ArgumentParser
import Ecomap
import EcosystemModel
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap check`: what was read, and everything that is wrong with it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Counts what was read and lists every mistake, where it is and how to mend it.",
    discussion: """
      Ends with status 1 if there are errors, with --strict also if there are warnings.

      EXAMPLES
        ecomap check datasets/enhertu
        ecomap check datasets/enhertu --strict
        ecomap check roster.xlsx --annotate checked.xlsx
        ecomap check roster.xlsx --propose-aliases aliases.csv
        ecomap check roster.xlsx --merge aliases.csv
        ecomap check maintainers.csv --columns person="Maintainer Name",committee=Project --fill-down Project
      """)

  /// How the result is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Option(help: "How the result is written: text or json.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Write a copy of the workbook, everything in it as it is, with each message as a remark at its coloured cell and on a sheet “ecomap messages”; of other datasets a workbook of their tables.",
      valueName: "file.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var annotate: String?

  @Option(
    help: ArgumentHelp(
      "Write the names that seem to mean one company or one person into a new file, to be reviewed and then applied with --merge.",
      valueName: "aliases.csv"),
    completion: .file(extensions: ["csv"]))
  var proposeAliases: String?

  @Flag(help: "Let the annotated copy take the place of a workbook that is a dataset.")
  var replace = false

  @Option(help: ArgumentHelp("The largest number of messages written.", valueName: "number"))
  var maxDiagnostics = 200

  func validate() throws {
    try data.needNames("check quotes cells as they are")
    guard maxDiagnostics >= 0 else {
      throw ValidationError("--max-diagnostics must not be negative.")
    }
    if let proposeAliases, !proposeAliases.lowercased().hasSuffix(".csv") {
      throw ValidationError("The list of aliases is CSV; end “\(proposeAliases)” in .csv.")
    }
    try FormerFormat.refuse([annotate].compactMap { $0 }, writing: ["xlsx"])
    if let annotate, !annotate.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("The annotated copy is a workbook; end “\(annotate)” in .xlsx.")
    }
  }

  func run() throws {
    try InputFiles(data.inputs).refuse([annotate, proposeAliases].compactMap { $0 })
    if let annotate, !replace, !Dataset.isAnnotatedCopy(at: annotate) {
      try ExistingDataset.refuse(at: annotate)
    }
    let dataset = try data.read()
    let diagnostics = dataset.check()
    var report = CheckReport(dataset: dataset, diagnostics: diagnostics, limit: maxDiagnostics)
    switch format {
    case .text:
      report.lines(telling: diagnostics, limit: maxDiagnostics).forEach(Terminal.print)
    case .json:
      report.fingerprint = dataset.fingerprint
      try Terminal.write(json: report)
    }
    if let annotate { try writeCopy(of: dataset, with: diagnostics, to: annotate) }
    if let proposeAliases { try propose(dataset.aliasProposals, in: proposeAliases) }
    let threshold: Severity = strict ? .warning : .error
    if diagnostics.contains(where: { $0.severity >= threshold }) { throw ExitCode.findings }
  }

  private func propose(_ proposals: AliasProposals, in path: String) throws {
    guard !proposals.rows.isEmpty else {
      Terminal.note("No two names seem to mean one company or one person; \(path) is not written.")
      return
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      Terminal.note(
        "error: \(path) is there already; name a new file, so that no reviewed list is lost.")
      throw ExitCode.findings
    }
    try endingWithoutFile { () throws(WriteError) in
      try AtomicFile.write(ByteOrderMark.put(before: Array(proposals.csv.utf8)), to: path)
    }
    let likely = proposals.rows.count { $0.isLikely }
    Terminal.note(
      "\(path) proposes \(Phrase.count(proposals.rows.count, "alias", "aliases")), \(likely) of them likely (merge: yes). "
        + "Review it; --merge \(path) then reads each of them as the name it stands for.")
  }

  private func writeCopy(
    of dataset: Dataset, with diagnostics: [Diagnostic], to path: String
  ) throws {
    try endingWithoutFile {
      try AtomicFile.write(try dataset.annotated(with: diagnostics), to: path)
    }
    Terminal.note(
      "\(path) has the messages at their cells, and cause by cause on the sheet “ecomap messages”."
        + (dataset.mapping.map { " To check it again, read it with --mapping \($0)." } ?? ""))
  }
}

/// The result of a check.
struct CheckReport: Codable {
  /// How many rows of a table were read.
  struct Count: Codable {
    let table: TableName
    let rows: Int
    let leftOut: Int
  }

  let dataset: String
  /// For programs only, since it takes as long as a tenth of the check.
  var fingerprint: String?
  let tables: [Count]
  let errors: Int
  let warnings: Int
  let notes: Int
  let diagnostics: [Diagnostic]
  let omittedDiagnostics: Int

  init(dataset: Dataset, diagnostics: [Diagnostic], limit: Int) {
    self.dataset = dataset.path
    tables = dataset.counts.map { Count(table: $0.table, rows: $0.read, leftOut: $0.leftOut) }
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    notes = diagnostics.count { $0.severity == .note }
    self.diagnostics = Array(diagnostics.prefix(limit))
    omittedDiagnostics = max(0, diagnostics.count - limit)
  }

  /// The report for people, with so many causes of what there is to tell at most.
  func lines(telling all: [Diagnostic], limit: Int) -> [String] {
    let causes = DiagnosticGroup.groups(of: all)
    var lines = causes.prefix(limit).map(\.description)
    if causes.count > limit {
      lines.append("… and \(causes.count - limit) more; --max-diagnostics shows them")
    }
    if !lines.isEmpty { lines.append("") }
    let read = tables.filter { $0.rows > 0 || $0.leftOut > 0 }.map { count in
      Phrase.count(count.rows, count.table.singular, count.table.rawValue)
        + (count.leftOut > 0 ? " (\(Phrase.count(count.leftOut, "row")) left out)" : "")
    }
    lines.append("\(dataset): " + (read.isEmpty ? "nothing read" : read.joined(separator: ", ")))
    lines.append(
      [(errors, "error"), (warnings, "warning"), (notes, "note")]
        .map { Phrase.count($0.0, $0.1) }.joined(separator: ", "))
    return lines
  }
}

extension TableName {
  /// What one row of the table is called.
  var singular: String {
    switch self {
    case .companies: "company"
    case .people: "person"
    default: String(rawValue.dropLast())
    }
  }
}
