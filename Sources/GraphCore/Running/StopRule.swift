/// When an iteration stops: it has converged, or it gives up with an error.
public struct StopRule: Sendable, Hashable {
  /// The residual below which the iteration has converged.
  public var tolerance: Double
  /// The number of steps after which it throws `notConverged`.
  public var maximumIterations: Int

  /// A residual under 1e-10 within 10,000 steps.
  public static let `default` = StopRule()

  /// Makes a rule.
  ///
  /// - Precondition: `tolerance > 0` and `maximumIterations > 0`.
  public init(tolerance: Double = 1e-10, maximumIterations: Int = 10_000) {
    precondition(tolerance > 0, "The tolerance must be above zero.")
    precondition(maximumIterations > 0, "At least one iteration must be allowed.")
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
  }

  func failure(of work: String, residual: Double) -> AlgorithmError {
    AlgorithmError(
      code: .notConverged,
      message: """
        \(work) has a residual of \(residual) after \(maximumIterations) iterations, above the \
        tolerance of \(tolerance); allow more iterations or a larger tolerance.
        """)
  }
}
