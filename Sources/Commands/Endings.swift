import ArgumentParser
import GraphvizKit
import Insights
import Publishing

extension InsightError {
  /// How a command ends that could not answer: as misspelt, or with status 1 after saying why.
  var ending: any Error {
    switch code {
    case .unknownName, .badOption: return ValidationError(message)
    case .missingData, .failed:
      Terminal.note("error: \(message)")
      return ExitCode.findings
    }
  }
}

extension GraphvizError {
  /// How a command ends that could not draw: with status 1 where the map is too much, else as a fault of the program.
  var ending: ExitCode {
    Terminal.note("error: \(self)")
    return code == .timedOut || code == .tooLarge ? .findings : .fault
  }
}

extension MapRefusal {
  /// How a command ends that has no map.
  ///
  /// - Parameter hint: What to try where nobody knows why nothing is left to draw.
  /// - Returns: What to throw, after the reason has been said.
  func ending(hint: String = "") -> any Error {
    switch self {
    case .graphviz(let error): return error.ending
    case .measure(let error): return error.ending
    case .nothingLeft(let reason):
      Terminal.note("error: nothing is left to draw\(reason.isEmpty ? hint : reason)")
      return ExitCode.findings
    }
  }
}

/// Makes a document, or ends the command as by a fault of the program after saying why.
func endingWithoutDocument<Document>(
  _ make: () throws(PublishingError) -> Document
) throws -> Document {
  do throws(PublishingError) {
    return try make()
  } catch {
    Terminal.note("error: \(error)")
    throw ExitCode.fault
  }
}
