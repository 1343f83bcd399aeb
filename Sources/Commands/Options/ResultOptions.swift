public import ArgumentParser
import Cartography
public import Ecomap
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the answer to a question is written, and for which day it is asked.
struct ResultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the answer is written: table, csv, json, markdown or xlsx; otherwise as the output file's name tells. A file of csv begins with a byte order mark where it has letters that Excel would read wrongly without.",
      valueName: "format"))
  var format: AnswerFormat?

  @OptionGroup(title: "What it is about") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp("Write this table of the answer only.", valueName: "id"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      "In place of the answer, write the rows behind this name in it, each with its file and line.",
      valueName: "name"))
  var why: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "A file to write: the answer in txt, csv, xlsx, json or md, its picture in svg, png, pdf, pptx or html; or - for standard output. May be repeated.",
      valueName: "file"), completion: .file())
  var output: [String] = []

  @Flag(
    help:
      "Write CSV files without the byte order mark by which Excel reads letters such as é and ü rightly."
  )
  var noBom = false

  @Option(
    help: ArgumentHelp(
      "Which picture to draw, where the answer has several; the first one otherwise.",
      valueName: "name"))
  var picture: ChartName?

  @OptionGroup(title: "Looks of pictures") var branding: BrandOptions

  func validate() throws {
    let toTerminal = output.isEmpty || output.contains("-")
    if format == .xlsx, toTerminal, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("A workbook is no text for a terminal; name a file with -o.")
    }
    try FormerFormat.refuse(
      output.filter { _ in format == nil }, writing: ["xlsx", "pptx", "csv", "pdf"],
      document: "end it in .md, which Word's converters read, or in .pdf for the picture")
    for name in output where name != "-" && format == nil && Self.pictureFormat(of: name) == nil {
      guard AnswerFormat(fileName: name) == nil else { continue }
      throw ValidationError(
        "The name “\(name)” tells no format; end it in .txt, .csv, .xlsx, .json or .md, or in .svg, .png, .pdf, .pptx or .html for a picture, or say --format csv."
      )
    }
    if branding.brand != nil, pictureTargets.isEmpty {
      throw ValidationError(
        "--brand needs a picture to draw: -o FILE.svg, .png, .pdf, .pptx or .html.")
    }
    guard why == nil || pictureTargets.isEmpty else {
      throw ValidationError("--why lists rows, and has no picture; end the file in .csv or .xlsx.")
    }
    if picture != nil, pictureTargets.isEmpty {
      throw ValidationError(
        "--picture needs a file to draw into: -o FILE.svg, .png, .pdf, .pptx or .html.")
    }
  }

  /// The format of a picture that a file's name asks for, or `nil`.
  private static func pictureFormat(of name: String) -> OutputFormat? {
    OutputFormat(fileName: name).flatMap {
      [.svg, .png, .pdf, .pptx, .html].contains($0) ? $0 : nil
    }
  }

  /// The files to draw into.
  var pictureTargets: [MapWriter.Target] {
    output.compactMap { path in
      Self.pictureFormat(of: path).map { MapWriter.Target(path: path, format: $0) }
    }
  }

  /// Reads a dataset, asks the question and writes the answer.
  ///
  /// - Parameters:
  ///   - data: The dataset.
  ///   - day: A day instead of that of `--as-of`.
  ///   - question: What to ask.
  ///   - more: What else is done with the dataset, before its errors end the command.
  /// - Returns: The answer.
  /// - Throws: The end of the command, with status 1 where the data has errors or lacks what the question needs, after
  ///   saying so.
  @discardableResult
  func answer<Asked: Question>(
    _ data: DatasetOptions, on day: CalendarDate? = nil, _ question: Asked,
    then more: (Dataset) throws -> Void = { _ in }
  ) throws -> Asked.Answer {
    try InputFiles(data.inputs + [branding.brand]).refuse(output)
    let drawing = try drawing()
    let dataset = try data.read()
    dataset.nameErrors()
    func ask() throws -> Asked.Answer {
      do throws(InsightError) {
        return try dataset.ecosystem.on(day ?? selection.asOf)
          .answer(question, meeting: selection.allConditions)
      } catch {
        throw error.reported()
      }
    }
    let (answer, spoken) = try asked(ask)
    try draw(with: drawing, of: dataset.ecosystem) { () throws(EcomapError) in
      try dataset.draw(spoken, as: picture?.text, theme: branding.theme ?? .light, drawing)
    }
    if let why {
      do {
        try write(
          dataset.rows(
            behind: why, question, on: day ?? selection.asOf, meeting: selection.allConditions))
      } catch let error as InsightError {
        throw error.reported()
      }
    } else {
      try write(spoken, plain: answer)
    }
    try more(dataset)
    if dataset.hasErrors { throw ExitCode.findings }
    return answer
  }

  /// What programs read of an answer and what people read of it, who may have a language: its sentences hold figures.
  ///
  /// Only where both are wanted and differ is it asked twice.
  func asked<Answer>(_ make: () throws -> Answer) throws -> (plain: Answer, spoken: Answer) {
    let spoken = try branding.speaking(make)
    let isReadByPrograms = answerTargets.contains { form(of: $0).isForPrograms }
    return (branding.language != nil && isReadByPrograms ? try make() : spoken, spoken)
  }

  /// Where the answer goes in words and figures; `nil` is the terminal.
  private var answerTargets: [String?] {
    guard !output.isEmpty else { return [nil] }
    return output.filter { Self.pictureFormat(of: $0) == nil }.map { $0 == "-" ? nil : $0 }
  }

  private func form(of target: String?) -> AnswerFormat {
    format ?? target.flatMap { AnswerFormat(fileName: $0) } ?? .table
  }

  /// How pictures are drawn; where there are any, the worker loads its fonts while the data is being read.
  func drawing() throws -> DrawingOptions {
    var drawing = DrawingOptions()
    // Pictures are drawn to scale, so that none takes long.
    drawing.layout = .shared
    guard !pictureTargets.isEmpty else { return drawing }
    drawing.brand = try branding.book(for: [branding.theme ?? .light])
    LayoutWorker.shared.start()
    return drawing
  }

  /// Draws into each file that is a picture's; without one, nothing is drawn.
  func draw(
    with drawing: DrawingOptions, of ecosystem: Ecosystem,
    _ picture: () throws(EcomapError) -> DrawnView
  ) throws {
    let targets = pictureTargets
    guard !targets.isEmpty else { return }
    try branding.speaking { try endingWithoutPicture(picture).write(to: targets) }
    branding.noteFont(of: drawing.brand, for: ecosystem, drawing: targets.map(\.format))
  }

  /// Writes the answer in words and figures: to each file that is no picture's, or to the terminal if none was named.
  ///
  /// - Parameters:
  ///   - findings: The answer.
  ///   - plain: The same where it was made without a language, for programs; `nil` if it holds no figures in sentences.
  /// - Throws: The end of the command, after saying why.
  func write<Answer: Findings>(_ findings: Answer, plain: Answer? = nil) throws {
    do {
      for target in answerTargets {
        let form = form(of: target)
        try branding.speaking {
          try write(form.isForPrograms ? plain ?? findings : findings, as: form, to: target)
        }
      }
    } catch let error as InsightError {
      throw error.reported()
    }
  }

  private func write(_ findings: some Findings, as form: AnswerFormat, to target: String?) throws {
    let bytes = try findings.bytes(
      as: form, table: table, width: target == nil ? Self.terminalWidth : 120)
    if form == .csv, table == nil, findings.tables.count > 1 {
      let rest = findings.tables.dropFirst().map(\.id).joined(separator: ", ")
      Terminal.note(
        "note: CSV holds one table, “\(findings.tables[0].id)”; --table writes another: \(rest)")
    }
    if form == .csv {
      // Remarks, such as how many rows were left out, have no place among the rows.
      let written = findings.tables.first { table == nil || $0.id == table }
      for note in written?.notes ?? [] { Terminal.note("note: \(note)") }
    }
    guard let target else { return Terminal.write(bytes) }
    try endingWithoutFile { () throws(WriteError) in
      try AtomicFile.write(
        form == .csv && !noBom ? ByteOrderMark.put(before: bytes) : bytes, to: target)
    }
  }

  /// The columns of the terminal; 120 where the output goes elsewhere, so that files are the same everywhere.
  private static var terminalWidth: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1,
      unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40
    else { return 120 }
    return Int(size.ws_col)
  }
}

/// The name of a picture of an answer.
struct ChartName: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard ChartCatalog.names.contains(argument) else { return nil }
    text = argument
  }

  static var allValueStrings: [String] { ChartCatalog.names }
}

extension AnswerFormat: ExpressibleByArgument {}
