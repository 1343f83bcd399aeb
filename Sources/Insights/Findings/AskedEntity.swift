package import EcosystemModel

/// Whom a question is about: an entity, or whoever the data gives a name or an id.
package enum AskedEntity: Codable, Hashable, Sendable {
  /// This one.
  case entity(EntityReference)
  /// The one that is called so.
  case named(String)

  /// The entity; a name is looked up by the question that knows what may bear it.
  func resolved(
    _ find: (String) throws(InsightError) -> EntityReference
  ) throws(InsightError) -> EntityReference {
    switch self {
    case .entity(let reference): reference
    case .named(let name): try find(name)
    }
  }
}
