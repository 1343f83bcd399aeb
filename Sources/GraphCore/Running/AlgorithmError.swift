/// Why an algorithm could not answer.
public struct AlgorithmError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public struct Code: Hashable, Sendable {
    let name: String

    /// A cost or strength is negative, not finite, or zero where that has no meaning.
    public static let invalidWeight = Code(name: "invalidWeight")
    /// A parameter is outside its range.
    public static let invalidParameter = Code(name: "invalidParameter")
    /// The iteration did not reach its tolerance.
    public static let notConverged = Code(name: "notConverged")
    /// The surrounding task was cancelled.
    public static let cancelled = Code(name: "cancelled")
    /// The graph has a cycle where none is allowed.
    public static let cyclic = Code(name: "cyclic")
    /// The graph is directed where only an undirected one has an answer, or the reverse.
    public static let wrongDirection = Code(name: "wrongDirection")
    /// The answer would not fit into memory or into the numbers used.
    public static let tooLarge = Code(name: "tooLarge")
  }

  /// The kind of failure.
  public var code: Code
  /// A sentence that names what is wrong and how to set it right.
  public var message: String

  /// Makes an error.
  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }

  static func cancelled(_ work: String) -> AlgorithmError {
    AlgorithmError(code: .cancelled, message: "\(work) was cancelled.")
  }
}
