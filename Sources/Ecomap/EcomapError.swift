package import Cartography
import GraphvizKit
package import Insights
package import Interchange
package import Publishing

/// Why a dataset could not be read, a question not be answered or a picture not be drawn, and what to do about it.
public struct EcomapError: Error, Sendable, CustomStringConvertible {
  /// The sorts of reason.
  public enum Code: String, Hashable, Sendable {
    /// There is nothing to read: no such file, no dataset, no format that is known.
    case unreadable
    /// A choice cannot be honoured: there is no such view, column, name or value.
    case badRequest
    /// The dataset lacks a table or column that is needed.
    case missingData
    /// Nothing is left to draw.
    case nothingToDraw
    /// It is too much for the time or the room there is; less of it can be drawn.
    case tooMuch
    /// A template or a brand file is none, or has errors.
    case badTemplate
    /// A file cannot be written.
    case unwritable
    /// The computation or the picture did not come to an end.
    case failed
  }

  /// What exactly it was, for those who tell it in words of their own.
  package enum Cause: Sendable {
    case reading(ReadError)
    case view(ViewFault)
    case chart(ChartRequest, InsightError)
    case answer(InsightError)
    case map(MapRefusal)
    case document(PublishingError)
    case other
  }

  /// The sort of reason.
  public let code: Code
  /// A sentence or two: what is wrong, and what to do instead.
  public let message: String
  package let cause: Cause

  /// The message.
  public var description: String { message }

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
    cause = .other
  }

  package init(_ error: ReadError) {
    code = error.code == .badOption ? .badRequest : .unreadable
    message = error.message
    cause = .reading(error)
  }

  package init(_ fault: ViewFault) {
    code = .badRequest
    message = fault.description
    cause = .view(fault)
  }

  package init(_ error: InsightError, of chart: ChartRequest? = nil) {
    code = Self.code(of: error)
    message = error.message
    cause = chart.map { .chart($0, error) } ?? .answer(error)
  }

  package init(_ refusal: MapRefusal) {
    code =
      switch refusal {
      case .nothingLeft: .nothingToDraw
      case .measure(let error): Self.code(of: error)
      case .graphviz(let error):
        error.code == .timedOut || error.code == .tooLarge ? .tooMuch : .failed
      }
    message = refusal.message
    cause = .map(refusal)
  }

  package init(_ error: PublishingError) {
    code =
      switch error.code {
      case .badTemplate: .badTemplate
      case .badDeck: .unreadable
      case .tooMuch: .tooMuch
      case .packingFailed, .drawingFailed: .failed
      }
    message = error.description
    cause = .document(error)
  }

  package init(_ error: WriteError) { self.init(.unwritable, error.message) }

  private static func code(of error: InsightError) -> Code {
    switch error.code {
    case .unknownName, .badOption: .badRequest
    case .missingData: .missingData
    case .failed: .failed
    }
  }

  /// Makes a document, or says why it cannot be made in the words of the front door.
  static func wrapping<Document>(
    _ make: () throws(PublishingError) -> Document
  ) throws(EcomapError) -> Document {
    do throws(PublishingError) {
      return try make()
    } catch {
      throw EcomapError(error)
    }
  }

  /// Resolves a view, or says why it cannot be honoured in the words of the front door.
  static func wrapping<View>(
    _ resolve: () throws(ViewFault) -> View
  ) throws(EcomapError) -> View {
    do throws(ViewFault) {
      return try resolve()
    } catch {
      throw EcomapError(error)
    }
  }

  /// Answers, or says why there is no answer in the words of the front door.
  static func wrapping<Answer>(
    _ answer: () throws(InsightError) -> Answer
  ) throws(EcomapError) -> Answer {
    do throws(InsightError) {
      return try answer()
    } catch {
      throw EcomapError(error)
    }
  }

  /// Reads, or says why there is nothing to read in the words of the front door.
  static func wrapping<Source>(
    _ read: () throws(ReadError) -> Source
  ) throws(EcomapError) -> Source {
    do throws(ReadError) {
      return try read()
    } catch {
      throw EcomapError(error)
    }
  }
}
