/// One measured value: a health check, a supplier score, a maturity level.
public struct Score: Hashable, Sendable, Codable {
  /// What was measured.
  public var subject: EntityReference
  /// The name of the measure.
  public var measure: String
  /// The value.
  public var value: Double
  /// When it was measured.
  public var date: CalendarDate?
  /// The scale of the value, such as `1-5`.
  public var scale: String?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  public init(subject: EntityReference, measure: String, value: Double) {
    self.subject = subject
    self.measure = measure
    self.value = value
  }
}
