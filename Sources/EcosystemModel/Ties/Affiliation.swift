/// One employment of a person, for people with several or former employers.
public struct Affiliation: Hashable, Sendable, Codable {
  /// The person.
  public var person: Person.ID
  /// The employer.
  public var company: Company.ID
  /// The function they work in there.
  public var function: Function.ID?
  /// The share of their working time, 0 to 1.
  public var share: Double?
  /// While it holds.
  public var validity: Validity = Validity()
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  public init(person: Person.ID, company: Company.ID) {
    self.person = person
    self.company = company
  }
}
