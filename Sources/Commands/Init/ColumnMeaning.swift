import EcosystemModel

/// What the tables and columns of the data contract are for, in a line each.
enum ColumnMeaning {
  /// What a row of the table is.
  static func text(of table: TableName) -> String {
    switch table {
    case .companies: "Your own company, its partners, and whoever else matters. One row each."
    case .functions: "Departments and teams, each of one company."
    case .people: "People, or seats where the name is not known or should not be shown."
    case .affiliations:
      "Only for people with several employers, or former ones; the others need no row here."
    case .alliances: "What companies do together under one contract."
    case .programs: "Products, studies or projects within an alliance."
    case .committees: "The committees of an alliance and how they escalate."
    case .memberships: "Who sits on which committee. A person has a row for each seat."
    case .relationships:
      "Any other tie between two things: works with, supplies, owns, reports to …"
    case .handoffs: "Work that passes from one function, person or committee to another."
    case .conflicts: "Alliances and companies between which no information may pass."
    case .scores: "Measurements with a date: health checks, supplier scores, maturity."
    case .views: "Maps worth saving; `ecomap map FOLDER --view NAME` draws one, `--all-views` all."
    }
  }

  /// What a cell of the column says.
  static func text(of column: String, in table: TableName) -> String {
    special["\(table.rawValue).\(column)"] ?? common[column] ?? ""
  }

  /// Columns that mean the same in every table.
  private static let common = [
    "name": "What people call it; unique, or with an id",
    "id": "A short name that never changes, such as `jsc`; made from the name if left out",
    "kind": "What sort it is, in your own words",
    "region": "Such as Europe or Japan",
    "time_zone": "An IANA name, such as `Asia/Tokyo`",
    "tags": "Free words, such as `illustrative`",
    "since": "The first day",
    "until": "The first day on which it no longer holds",
    "company": "Of the companies",
    "person": "Of the people",
    "committee": "Of the committees",
    "alliance": "Of the alliances",
    "function": "Of the functions",
    "owner": "The person who answers for it",
    "stage": "Where it stands, such as `development`",
    "from": "A company, function, person, committee, alliance or program",
    "to": "The other end",
  ]

  private static let special = [
    "companies.kind": "Such as `biopharma`, `digital` or `CRO`",
    "companies.parent": "The company that owns it",
    "companies.url": "Its web page",
    "functions.parent": "The function above it in the same company",
    "functions.work_hours": "Local office hours, such as `09:00-17:00`",
    "people.company": "The main employer",
    "people.function": "A function of that company",
    "people.title": "As on the business card",
    "people.seniority": "1 = board … 5 = team member",
    "people.manager": "The person they report to",
    "people.capacity_hours": "Hours a month for work on alliances",
    "people.kind": "`person`, or `seat` for a role without a name",
    "affiliations.share": "The share of their time, such as 0.5",
    "alliances.companies": "The partners, two or more",
    "alliances.area": "Such as the therapeutic area",
    "alliances.kind": "Such as `co-development` or `licence`",
    "alliances.manager": "The alliance manager",
    "alliances.north_star": "What it is for, in one sentence",
    "alliances.value_usd": "Worth of the whole deal in US dollars",
    "programs.lead": "The person who leads it",
    "committees.kind": "JEC, JSC, JDC, JCC, JLT, ALT …",
    "committees.parent": "The committee it escalates to",
    "committees.cadence":
      "`weekly`, `biweekly`, `monthly`, `quarterly` or meetings a year such as `10/year`",
    "committees.hours": "Length of a meeting in hours",
    "committees.prep_hours": "Hours each member prepares for a meeting",
    "committees.quorum": "Voting members needed to decide",
    "committees.decides": "What it decides, in words",
    "committees.approval_rate": "The share of proposals it approves, such as 0.85",
    "committees.max_days": "Days within which it must decide",
    "committees.escalates_to":
      "The person or committee that settles what it cannot agree on; above it, and not on it",
    "committees.chartered": "The day it was founded",
    "memberships.role": "`chair`, `co-chair`, `member`, `alternate` or `observer`",
    "memberships.company": "The company they sit for, if not their main employer",
    "relationships.kind": "Such as `supplies`; each kind has its own line on the map",
    "relationships.directed":
      "`yes` if it leads from the first to the second only, `no` if both ways; empty: as its kind says (`supplies`, `funds`, `reports to` lead one way)",
    "relationships.weight": "How strong it is: larger is closer",
    "relationships.label": "A word to write on the line",
    "handoffs.what": "What is handed over",
    "handoffs.hours": "Hours that pass until it has arrived",
    "handoffs.per_year": "How often a year",
    "handoffs.channel": "Such as e-mail, meeting or workspace",
    "conflicts.a": "An alliance or company",
    "conflicts.b": "The one it must not know about",
    "conflicts.reason": "Why, such as `competing product`",
    "conflicts.cooling_off_days": "Days before somebody may move from one to the other",
    "scores.subject": "A company, function, person, committee, alliance or program",
    "scores.measure": "What was measured, such as `health`",
    "scores.value": "The number",
    "scores.date": "When it was measured",
    "scores.scale": "The range of values, such as `1-5`",
    "views.name": "A name of letters, digits and hyphens",
    "views.kind": "`ecosystem`, `governance`, `people` or `focus`",
    "views.where": "Which rows to show, such as `region=Japan`",
    "views.focus": "What a focus map is about",
    "views.steps": "How many ties away from the focus to go",
    "views.group": "A column to frame the boxes by",
    "views.size": "A column to size the names by",
    "views.colour": "A column to colour the boxes by",
    "views.layout": "`dot`, `neato`, `fdp`, `sfdp`, `twopi`, `circo` or `osage`",
    "views.title": "The title above the map",
  ]
}
