package import EcosystemModel

/// Who is missing, and how the whole hangs together.
package struct StructureQuestion: Question {
  /// The rows that the answer is about.
  package static let tables: [TableName] = [
    .companies, .functions, .people, .alliances, .committees, .memberships, .relationships,
    .handoffs,
  ]

  /// Whom the graph links; `nil` leaves it to the data.
  package var subject: CentralityQuestion.Subject?
  /// The column by which links inside and between groups are counted; `nil` for the employer of people and functions, the
  /// alliance of committees, the region of companies.
  package var column: String?
  /// Alliances that end within so many months of the day are named.
  package var months: Int
  /// The number of rows wanted in each table; `nil` for all.
  package var limit: Int?

  /// Makes a question.
  package init(
    of subject: CentralityQuestion.Subject? = nil, by column: String? = nil,
    within months: Int = 12,
    limit: Int? = 20
  ) {
    self.subject = subject
    self.column = column
    self.months = months
    self.limit = limit
  }

  /// Returns what is missing, the figures of the graph, and what holds it together.
  ///
  /// - Throws: ``InsightError`` where there is nothing to look at, or no end of a link has something in the column.
  /// - Complexity: O(*n*·log *n*) for *n* rows, in practice; O(alliances²) where most share a partner.
  package func answer(in snapshot: Snapshot) throws(InsightError) -> StructureFindings {
    let gaps = GovernanceGaps(snapshot, within: months)
    let present = snapshot.ecosystem
    let graph: StructureGraph?
    do throws(InsightError) {
      graph = try StructureGraph(of: subject, in: snapshot)
    } catch {
      let isElsewhere =
        !present.alliances.isEmpty || !present.committees.isEmpty || !present.handoffs.isEmpty
      guard subject == nil, column == nil, error.code == .missingData, isElsewhere else {
        throw error
      }
      graph = nil
    }
    return StructureFindings(
      question: self, date: snapshot.date,
      filter: snapshot.filter.conditions.map(\.description), withheld: snapshot.withheld,
      missing: gaps.found, unjudged: gaps.unjudged, cohesion: graph?.cohesion(),
      communities: graph?.communities(),
      mixing: try graph?.mixing(by: column, in: snapshot),
      alliances: try AllianceOverlap(snapshot), cover: CommitteeCover(snapshot),
      handoffs: HandoffPlaces(snapshot))
  }
}
