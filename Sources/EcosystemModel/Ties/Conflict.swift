/// A firewall between two alliances or companies: symmetric, and not transitive.
package struct Conflict: Hashable, Sendable, Codable {
  /// One side, an alliance or a company.
  package var a: EntityReference
  /// The other side, an alliance or a company.
  package var b: EntityReference
  /// Why the two must be kept apart.
  package var reason: String?
  /// Days a person must wait before changing sides.
  package var coolingOffDays: Int?
  /// The day the firewall was last reviewed.
  package var reviewed: CalendarDate?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes one with nothing known but what it must have.
  package init(a: EntityReference, b: EntityReference) {
    self.a = a
    self.b = b
  }
}

extension Conflict: TableRow {
  package static let table = TableName.conflicts

  package static let contract = Contract<Conflict>(
    "Alliances and companies between which no information may pass.",
    [
      Column(
        "a", .end(\.a, among: [[.alliance, .company]], implied: .company), "An alliance or company"
      ).required(),
      Column(
        "b", .end(\.b, among: [[.alliance, .company]], implied: .company),
        "The one it must not know about"
      ).required(),
      Column("reason", .text(\.reason), "Why, such as `competing product`"),
      Column(
        "cooling_off_days", .integer(\.coolingOffDays, 0...36_500),
        "Days before somebody may move from one to the other"),
      Column("reviewed", .date(\.reviewed), "The day the firewall was last reviewed"),
    ])
}
