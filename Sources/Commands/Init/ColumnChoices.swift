import EcosystemModel
import Interchange

/// What the cells of a column are chosen from.
enum ColumnChoices {
  /// The list for a column, and whether nothing else may stand there; nothing where there is no list.
  static func source(
    of column: String, in table: TableName
  ) -> (Workbook.Choice.Source, isClosed: Bool)? {
    if let words = closed["\(table.rawValue).\(column)"] { return (.words(words), true) }
    if let words = open["\(table.rawValue).\(column)"] { return (.words(words), false) }
    guard let other = reference(column, in: table) else { return nil }
    // Functions of several companies share names, so that their ids tell them apart.
    let wanted = other == .functions ? "id" : "name"
    guard let position = other.columns.firstIndex(where: { $0.name == wanted }) else { return nil }
    return (.column(sheet: other.rawValue, column: position, rows: 1...2000), false)
  }

  private static let closed = [
    "memberships.role": MembershipRole.allCases.map(\.rawValue),
    "people.kind": PersonKind.allCases.map(\.rawValue),
    "relationships.directed": ["yes", "no"],
  ]

  private static let open = [
    "companies.kind": [
      "biopharma", "biotech", "digital", "CRO", "CDMO", "distributor", "academic",
    ],
    "alliances.kind": ["co-development", "co-promotion", "licence", "supply", "joint venture"],
    "alliances.stage": ["negotiation", "development", "launch", "commercial", "wind-down"],
    "programs.stage": ["discovery", "phase 1", "phase 2", "phase 3", "filing", "launch"],
    "committees.kind": ["JEC", "JSC", "JDC", "JCC", "JLT", "ALT"],
    "committees.cadence": ["weekly", "biweekly", "monthly", "quarterly", "10/year"],
    "people.seniority": ["1", "2", "3", "4", "5"],
    "relationships.kind": ["works with", "supplies", "owns", "reports to", "competes with"],
    "handoffs.channel": ["e-mail", "meeting", "shared workspace", "phone"],
    "scores.measure": ["health", "approval_rate", "hours", "prep_hours", "max_days"],
    "views.kind": ["ecosystem", "governance", "people", "focus"],
    "views.layout": ["dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage"],
  ]

  /// The table that a column names rows of.
  private static func reference(_ column: String, in table: TableName) -> TableName? {
    switch column {
    case "company": .companies
    case "person", "manager", "owner", "lead": .people
    case "function": .functions
    case "committee": .committees
    case "alliance": .alliances
    case "parent": table
    default: nil
    }
  }
}
