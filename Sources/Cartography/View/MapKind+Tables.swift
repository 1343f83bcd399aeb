package import EcosystemModel

extension MapKind {
  /// The tables of what is shown, about which a condition must say something.
  package var tables: [TableName] {
    switch self {
    case .ecosystem: [.companies, .functions, .alliances, .relationships, .handoffs]
    case .governance: [.committees]
    case .landscape: [.companies, .alliances, .relationships, .handoffs]
    case .reporting: [.people]
    case .people: [.people, .committees, .memberships]
    case .focus: TableName.allCases.filter { !$0.isOfPictures }
    }
  }
}
