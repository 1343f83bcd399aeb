/// Why a document could not be made.
public struct PublishingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sorts of reason.
  public enum Code: String, Hashable, Sendable, Codable {
    /// The file that was to be the template is no presentation, or lacks what is needed.
    case badTemplate
    /// The parts could not be packed into one file.
    case packingFailed
    /// A page or a picture could not be drawn.
    case drawingFailed
  }

  /// The sort of reason.
  public var code: Code
  /// A sentence that says what is wrong.
  public var message: String

  /// Makes an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
