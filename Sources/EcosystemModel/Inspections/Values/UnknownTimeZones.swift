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
      _ table: TableName, _ noun: String, _ rows: some Sequence<(name: String, zone: String?)>
    ) -> [Finding] {
      rows.enumerated().compactMap { position, row in
        guard let zone = row.zone, !TimeZoneNames.contains(zone) else { return nil }
        if suggestions[zone] == nil, searched < Self.suggestionLimit {
          searched += 1
          suggestions[zone] = TimeZoneNames.suggestion(for: zone)
        }
        let fix =
          suggestions[zone].map { "did you mean \(Phrase.quoted($0))?" }
          ?? "use an IANA name such as \"Asia/Tokyo\"."
        return Finding(
          .error,
          "\(noun) \(Phrase.quoted(row.name)) has the unknown time zone \(Phrase.quoted(zone)); \(fix)",
          at: .init(table, position), column: Company.column(\.timeZone))
      }
    }
    return findings(.companies, "company", ecosystem.companies.map { ($0.name, $0.timeZone) })
      + findings(.functions, "function", ecosystem.functions.map { ($0.name, $0.timeZone) })
      + findings(.people, "person", ecosystem.people.map { ($0.name, $0.timeZone) })
  }
}
