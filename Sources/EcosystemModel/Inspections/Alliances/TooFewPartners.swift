/// Finds alliances that tie nobody to anybody.
struct TooFewPartners: Inspection {
  static let rule = "alliance.companies.few"
  static let summary = "Every alliance has two companies or more."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.alliances.enumerated().compactMap { position, alliance in
      let partners = Set(alliance.companies)
      guard partners.count < 2 else { return nil }
      let count = partners.isEmpty ? "no company" : "one company only"
      return Finding(
        .warning,
        "alliance \(Phrase.quoted(alliance.name)) has \(count); list all partners, separated by |.",
        at: .init(.alliances, position), column: Alliance.column(\.companies))
    }
  }
}
