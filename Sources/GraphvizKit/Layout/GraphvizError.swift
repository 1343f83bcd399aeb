/// Why a graph could not be laid out or drawn, and what to do about it.
package struct GraphvizError: Error, Hashable, Sendable {
  /// The kind of failure.
  package struct Code: Hashable, Sendable, CustomStringConvertible {
    enum Kind: UInt8 {
      case syntaxError = 1
      case invalidLabel
      case layoutFailed
      case renderFailed
      case timedOut
      case crashed
      case tooLarge
      case cannotStart
      case invalidReply
    }

    let kind: Kind

    /// The DOT text is not well formed.
    package static let syntaxError = Code(kind: .syntaxError)
    /// An HTML-like label is not well formed; the picture would show something else than the data.
    package static let invalidLabel = Code(kind: .invalidLabel)
    /// The engine gave up, or its result is no picture.
    package static let layoutFailed = Code(kind: .layoutFailed)
    /// A format could not be written.
    package static let renderFailed = Code(kind: .renderFailed)
    /// The time limit passed; the worker was ended.
    package static let timedOut = Code(kind: .timedOut)
    /// The worker process ended in the middle of a request.
    package static let crashed = Code(kind: .crashed)
    /// The request, the reply or the picture exceeds what can be handled.
    package static let tooLarge = Code(kind: .tooLarge)
    /// No worker process could be started, or Graphviz could not be initialised.
    package static let cannotStart = Code(kind: .cannotStart)
    /// The worker answered with something else than a reply.
    package static let invalidReply = Code(kind: .invalidReply)

    /// The name of the code, for example `timedOut`.
    package var description: String { "\(kind)" }
  }

  /// The kind of failure.
  package var code: Code
  /// One or two sentences that name the failure and the fix.
  package var message: String
  /// What Graphviz or the worker process said, one message per element, in order.
  package var details: [String]

  /// Creates an error.
  package init(code: Code, message: String, details: [String] = []) {
    self.code = code
    self.message = message
    self.details = details
  }
}

extension GraphvizError: CustomStringConvertible {
  /// The message, followed by the details, one per line.
  package var description: String {
    ([message] + details).joined(separator: "\n  ")
  }
}
