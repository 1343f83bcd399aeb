/// Finds shares of working time that are no share.
struct ShareRange: Inspection {
  static let rule = "affiliation.share.range"
  static let summary = "Every share of working time lies between 0 and 1."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.affiliations.enumerated().compactMap { position, employment in
      guard let share = employment.share, !(0...1).contains(share) else { return nil }
      return Finding(
        .error,
        "\(ecosystem.title(of: employment)) has the share \(Phrase.number(share)); \(Phrase.shareFix(share))",
        at: .init(.affiliations, position), column: "share")
    }
  }
}
