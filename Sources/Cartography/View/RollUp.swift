/// What gets a box of its own, from the finest level to the coarsest.
public enum RollUp: String, CaseIterable, Hashable, Sendable, Codable {
  /// One box for each person on a map of people.
  case people
  /// One box for each function, framed by company; on a map of people for each function that has people on committees.
  case functions
  /// One box for each company; ties of its functions or seats of its people are merged and counted.
  case companies
  /// One box for each region, which stands for its companies.
  case regions
  /// One box for each committee; people are the ties between those they sit on.
  case committees
  /// One box for each community: those who have more to do with each other than with the rest.
  case communities

  /// The levels at which a kind of map can be drawn, the finest first.
  package static func levels(of kind: MapKind) -> [RollUp] {
    switch kind {
    case .ecosystem: [.functions, .companies, .regions, .communities]
    case .people: [.people, .functions, .companies, .regions, .committees, .communities]
    case .governance, .focus, .landscape, .reporting: []
    }
  }
}
