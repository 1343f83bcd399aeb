import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
import Publishing

extension InsightError {
  /// Says why a command could not answer, and returns how it ends: as misspelt, or with status 1.
  func reported() -> any Error {
    let message = message + (remedy.map { " " + $0.advice } ?? "")
    switch code {
    case .unknownName, .badOption: return ValidationError(message)
    case .missingData, .failed:
      Terminal.note("error: \(message)")
      return ExitCode.findings
    }
  }
}

extension InsightError.Remedy {
  /// How it is done on the command line.
  fileprivate var advice: String {
    switch self {
    case .readingOfData: "`ecomap check` says what was read."
    case .day: "Choose another --as-of, or leave it out to count all."
    case .strengths: "Choose it with --weights, such as --weights count."
    case .noStrengths: "Leave them out with --weights none."
    case .handoffs: "Ask for them with --on handoffs."
    case .steps: "Count them with --by steps."
    }
  }
}

extension ReadError.Remedy {
  /// How it is done on the command line.
  var advice: String {
    switch self {
    case .columns(let header):
      "Say which columns are meant, as in --columns person=\"\(header)\",committee=…"
    case .importing(let path):
      "`ecomap import \(path)` finds out what its sheets are, and how every command can read them."
    case .proposedAliases: "`ecomap check DATASET --propose-aliases FILE` writes one to start with."
    }
  }
}

extension ChartRequest {
  /// An error about what the picture is about, with the option that says it.
  func naming(_ error: InsightError) -> InsightError {
    guard error.code == .badOption,
      let question = ChartCatalog.questions.first(where: { $0.kind == kind })?.question
    else { return error }
    let form = question.subjects.form
    var named = error
    named.message =
      (error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message)
      + (form.isEmpty ? "; leave --focus out." : "; write it as --focus \"\(form)\".")
    return named
  }
}

extension GraphvizError {
  /// Says why a command could not draw, and returns how it ends: with status 1 where the map is too much, else as a fault
  /// of the program.
  func reported() -> ExitCode {
    Terminal.note("error: \(self)")
    return code == .timedOut || code == .tooLarge ? .findings : .fault
  }
}

extension EcomapError {
  /// Says why a command could not draw, and returns how it ends: as misspelt, with status 1 where the data or a file is to
  /// blame, or as a fault of the program.
  ///
  /// - Parameter hint: What to try where nobody knows why nothing is left to draw.
  /// - Returns: What to throw.
  func reported(hint: String = "") -> any Error {
    switch cause {
    case .view(let fault): return fault.reported()
    case .chart(let chart, let error): return chart.naming(error).reported()
    case .answer(let error), .map(.measure(let error)): return error.reported()
    case .map(.graphviz(let error)): return error.reported()
    case .map(.nothingLeft(let reason)):
      Terminal.note("error: nothing is left to draw\(reason.isEmpty ? hint : reason)")
      return ExitCode.findings
    case .reading, .document, .other:
      if code == .badRequest { return ValidationError(message) }
      Terminal.note("error: \(self)")
      return code == .failed ? ExitCode.fault : ExitCode.findings
    }
  }
}

extension ViewFault {
  /// The fault as wrong usage: of an option, or of a saved view.
  func reported() -> ValidationError {
    guard view == nil, column != SavedView.column(\.kind) else {
      return ValidationError(description)
    }
    return ValidationError("--\(column.replacing("_", with: "-")): \(message)")
  }
}

/// Draws or makes a document, or says why that cannot be and ends the command.
func endingWithoutPicture<Result>(
  _ draw: () throws(EcomapError) -> Result
) throws -> Result {
  do throws(EcomapError) {
    return try draw()
  } catch {
    throw error.reported(hint: "; choose another --view")
  }
}
