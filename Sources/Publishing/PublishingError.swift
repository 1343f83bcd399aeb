import GraphvizKit

/// Why a document could not be made.
package struct PublishingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sorts of reason.
  package enum Code: String, Hashable, Sendable, Codable {
    /// The file that was to be the template is no presentation, or lacks what is needed.
    case badTemplate
    /// The presentation that was to be updated is none, or none of ours.
    case badDeck
    /// The parts could not be packed into one file.
    case packingFailed
    /// A page or a picture could not be drawn.
    case drawingFailed
    /// A page or a picture is too much for the time or the room there is; less of it can be drawn.
    case tooMuch
  }

  /// The sort of reason.
  package var code: Code
  /// A sentence that says what is wrong.
  package var message: String
  /// What the program that draws said, one message per element, in order.
  package var details: [String]

  /// Makes an error.
  package init(_ code: Code, _ message: String, details: [String] = []) {
    self.code = code
    self.message = message
    self.details = details
  }

  /// Why something could not be drawn.
  init(_ error: GraphvizError) {
    let isTooMuch = error.code == .timedOut || error.code == .tooLarge
    self.init(isTooMuch ? .tooMuch : .drawingFailed, error.message, details: error.details)
  }

  /// The message, followed by the details, one per line.
  package var description: String { ([message] + details).joined(separator: "\n  ") }
}
