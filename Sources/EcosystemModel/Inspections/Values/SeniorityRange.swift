/// Finds seniorities outside the scale.
struct SeniorityRange: Inspection {
  static let rule = "person.seniority.range"
  static let summary = "Every seniority lies between 1 (board) and 5."

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    return ecosystem.people.enumerated().compactMap { position, person in
      guard let seniority = person.seniority, !(1...5).contains(seniority) else { return nil }
      return Finding(
        .error,
        "\(Phrase.quoted(person.name)) has the seniority \(seniority); use 1 (board) to 5, or keep another scale in a column of another name.",
        at: .init(.people, position), column: "seniority")
    }
  }
}
