import ArgumentParser
import EcosystemModel
import Insights
import Interchange

/// Whether an answer goes into the user's own workbook too, as a column beside the rows of those whom it is about.
struct IntoOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A workbook that gets the answer as a column beside the rows of those it is about, such as “ecomap: load”, in the place of an earlier one; everything else in it stays as it is. It may be the dataset itself.",
      valueName: "roster.xlsx"), completion: .file(extensions: ["xlsx"]))
  var into: String?

  @Flag(
    help:
      "Keep no copy of the workbook as it was; otherwise it is put beside it as NAME.before.xlsx.")
  var noBackup = false

  func validate() throws {
    guard let into else {
      if noBackup { throw ValidationError("--no-backup is for --into FILE.xlsx.") }
      return
    }
    guard into.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("A column is added to a workbook; end “\(into)” in .xlsx.")
    }
  }

  /// Adds the answer of a question to the workbook, if one was named.
  ///
  /// - Parameters:
  ///   - question: What to ask, without a limit of rows.
  ///   - dataset: What was read.
  ///   - data: How it was read.
  ///   - selection: The day and the conditions.
  /// - Throws: The end of the command.
  func add<Asked: Question>(
    _ question: Asked, of dataset: Dataset, _ data: DatasetOptions,
    meeting selection: SelectionOptions
  ) throws where Asked.Answer: EntityAnswer {
    guard let into else { return }
    let answer: Asked.Answer
    do throws(InsightError) {
      answer = try dataset.ecosystem.on(selection.asOf)
        .answer(question, meeting: selection.allConditions)
    } catch {
      throw error.reported()
    }
    var target = data
    target.dataset = into
    let workbook = into == data.dataset ? dataset : try target.read(after: dataset)
    let (bytes, count) = try endingWithoutFile { () throws(ReadError) in
      try workbook.workbook(adding: answer.column)
    }
    if !noBackup {
      let backup = OutputFile.former(of: into)
      try endingWithoutFile {
        try AtomicFile.write(try FileAccess.bytes(of: into), to: backup)
      }
      Terminal.note("\(backup) is the workbook as it was.")
    }
    try endingWithoutFile { () throws(WriteError) in try AtomicFile.write(bytes, to: into) }
    Terminal.note(
      "\(into) has the column “\(answer.column.header)” with \(Phrase.count(count, "answer")).")
  }
}

extension EntityAnswer {
  /// The answer as a column of a workbook.
  fileprivate var column: AnswerColumn {
    let entries = entityCells
    return AnswerColumn(
      title: entries.title, remark: "\(entries.meaning); \(dateText)",
      cells: entries.cells.map { entry in
        let value: Workbook.Value =
          switch entry.cell {
          case .text(let text): .text(text)
          case .integer(let number): .number(Double(number))
          case .number(let number), .share(let number): .number(number)
          case .date(let date): .date(date)
          case .probability, .missing: .empty
          }
        return (entry.entity, value)
      })
  }
}
