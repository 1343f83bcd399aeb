/// Finds time zones that the IANA database does not have.
struct UnknownTimeZones: Inspection {
  static let rule = "time-zone.unknown"
  static let summary = "Every time zone is a name of the IANA database, such as Asia/Tokyo."

  /// Beyond so many different unknown names nobody is helped by further suggestions, which cost a search each.
  private static let suggestionLimit = 100

  func findings(in snapshot: Snapshot) -> [Finding] {
    let ecosystem = snapshot.ecosystem
    var suggestions: [String: String] = [:]
    var searched = 0
    func findings(
      _ table: TableName, _ noun: String, _ count: Int, zone: (Int) -> String?,
      name: (Int) -> String
    ) -> [Finding] {
      (0..<count).compactMap { position in
        guard let zone = zone(position), !TimeZones.contains(zone) else { return nil }
        if suggestions[zone] == nil, searched < Self.suggestionLimit {
          searched += 1
          suggestions[zone] = TimeZones.suggestion(for: zone)
        }
        let fix =
          suggestions[zone].map { "did you mean \(Phrase.quoted($0))?" }
          ?? "use an IANA name such as \"Asia/Tokyo\"."
        return Finding(
          .error,
          "\(noun) \(Phrase.quoted(name(position))) has the unknown time zone \(Phrase.quoted(zone)); \(fix)",
          at: .init(table, position), column: Company.column(\.timeZone))
      }
    }
    let (companies, functions, people) = (
      ecosystem.companies, ecosystem.functions, ecosystem.people
    )
    return findings(
      .companies, "company", companies.count, zone: { companies[$0].timeZone },
      name: { companies[$0].name })
      + findings(
        .functions, "function", functions.count, zone: { functions[$0].timeZone },
        name: { functions[$0].name })
      + findings(
        .people, "person", people.count, zone: { people[$0].timeZone }, name: { people[$0].name })
  }
}
