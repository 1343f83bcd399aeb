/// A result of an iteration, with the evidence that it has settled.
public struct Converged<Value: Sendable>: Sendable {
  /// The result.
  public var value: Value
  /// How many steps were taken.
  public var iterations: Int
  /// What was left to change in the last step, in the measure that the algorithm documents.
  public var residual: Double

  /// Makes a result.
  public init(value: Value, iterations: Int, residual: Double) {
    self.value = value
    self.iterations = iterations
    self.residual = residual
  }
}

extension Converged: Equatable where Value: Equatable {}
extension Converged: Hashable where Value: Hashable {}
