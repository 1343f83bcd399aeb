internal import EcosystemModel

/// Which part of their time people give to which of their employers, as far as affiliations say so.
struct EmploymentShares {
  private let hierarchy: Hierarchy
  private let names: [String]
  private var shares: [Int: [Int: Double]] = [:]

  init(_ snapshot: Snapshot) {
    hierarchy = snapshot.hierarchy
    let ecosystem = snapshot.ecosystem
    names = ecosystem.companies.map(\.name)
    for row in ecosystem.affiliations {
      guard let share = row.share, (0...1).contains(share),
        let person = ecosystem.people.position(of: row.person),
        let company = ecosystem.companies.position(of: row.company)
      else { continue }
      shares[person, default: [:]][company, default: 0] += share
    }
  }

  /// The part of somebody's time that goes to some companies.
  ///
  /// Employers without a stated share have together what is left of the whole.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - companies: The companies, asked for only where shares are known.
  /// - Returns: The part, and where it comes from.
  func part(of person: Int, for companies: () -> Set<Int>) -> (share: Double, words: String?) {
    guard let own = shares[person] else { return (1, nil) }
    let companies = companies()
    guard !companies.isEmpty else { return (1, nil) }
    let stated = companies.filter { own[$0] != nil }.sorted()
    let rest = stated.count < companies.count ? max(0, 1 - own.values.reduce(0, +)) : 0
    let share = min(1, stated.reduce(rest) { $0 + (own[$1] ?? 0) })
    guard share < 1 else { return (1, nil) }
    let workplaces = stated.map { names[$0] }.joined(separator: " and ")
    return (
      share,
      "\(NumberText.short(share * 100, limit: 0)) % (share for \(workplaces.isEmpty ? "the rest" : workplaces))"
    )
  }
}
