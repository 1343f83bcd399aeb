/// A firewall between two alliances or companies: symmetric, and not transitive.
public struct Conflict: Hashable, Sendable, Codable {
  /// One side, an alliance or a company.
  public var a: EntityReference
  /// The other side, an alliance or a company.
  public var b: EntityReference
  /// Why the two must be kept apart.
  public var reason: String?
  /// Days a person must wait before changing sides.
  public var coolingOffDays: Int?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  public init(a: EntityReference, b: EntityReference) {
    self.a = a
    self.b = b
  }
}
