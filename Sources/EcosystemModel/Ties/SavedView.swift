/// A map that the dataset's owner has set up and named, one row of the `views` table.
///
/// Words and names are kept as written; a picture reads them as it reads its own options.
package struct SavedView: Hashable, Sendable, Codable {
  /// The name given after `--view`.
  package var name: String
  /// The kind of picture, such as `governance`.
  package var kind: String?
  /// Conditions such as `region=Japan`, several separated by `|`.
  package var filter: String?
  /// The day the picture stands for.
  package var date: CalendarDate?
  /// What a focus map is drawn around, or what a chart is about, several separated by `|`.
  package var focus: String?
  /// How many steps around the focus are shown.
  package var steps: Int?
  /// What gets a place of its own: people, functions, companies, regions, communities or committees.
  package var rollUp: String?
  /// The entity whose community is shown.
  package var community: String?
  /// The column that frames are made by, or what belongs together on a chart.
  package var group: String?
  /// The column or measure that leads from left to right on a chart.
  package var x: String?
  /// The column or measure that leads from top to bottom on a chart.
  package var y: String?
  /// The order of stages on a chart.
  package var stages: [String] = []
  /// The entities that stand out.
  package var highlights: [String] = []
  /// Whether relationships that nobody answers for stand out.
  package var highlightsUnowned: Bool?
  /// The column or metric that sizes the names.
  package var size: String?
  /// The column or metric that colours.
  package var colour: String?
  /// The column or metric that widens outlines.
  package var border: String?
  /// The column or metric that widens lines.
  package var width: String?
  /// The column that is written in place of names.
  package var label: String?
  /// The layout engine.
  package var layout: String?
  /// The colours of the sheet.
  package var theme: String?
  /// The picture's title.
  package var title: String?
  /// How many are shown at most.
  package var limit: Int?
  /// What the picture must be readable on.
  package var fit: String?
  /// Whether everything is shown, however much there is.
  package var showsAll: Bool?
  /// Whether those with the same ties become one.
  package var groupsTwins: Bool?
  /// Up to how many ties those tied to one other only are counted there.
  package var leaves: Int?
  /// The level of significance that a tie must reach to be shown.
  package var backbone: Double?
  /// How many ties a line must stand for.
  package var leastLinks: Int?
  /// Whether every deck has a slide of it.
  package var isInDecks: Bool?
  /// Free words from the `tags` column.
  package var tags: [String] = []
  /// The names of the row's cells that no source states, from the `assumed` column.
  package var assumed: [String] = []
  /// The columns the contract does not name.
  package var attributes = Attributes()

  /// Makes a view with nothing set but its name.
  package init(name: String) {
    self.name = name
  }
}

extension SavedView: TableRow {
  package static let table = TableName.views

  package static let contract = Contract<SavedView>(
    "Pictures worth saving, each drawn by its name, or all at once.",
    [
      Column("name", .name(\.name), "A name of letters, digits and hyphens").required(),
      Column("kind", .text(\.kind), "A kind of map, or the picture of an answer"),
      Column("where", .text(\.filter), "Which rows to show, such as `region=Japan`"),
      Column("as_of", .date(\.date), "The day the picture stands for"),
      Column(
        "focus", .text(\.focus), "What a focus map, or the picture of an answer, is about"),
      Column("steps", .integer(\.steps, 1...20), "How many links away from the focus to go"),
      Column("roll_up", .text(\.rollUp), "What is drawn on its own, such as `companies`"),
      Column(
        "community", .text(\.community), "The company, person, committee … whose community to show"),
      Column("group", .text(\.group), "A column to frame what belongs together by"),
      Column(
        "x", .text(\.x), "On a portfolio, the column or measure that leads from left to right"),
      Column(
        "y", .text(\.y), "On a portfolio, the column or measure that leads from top to bottom"),
      Column(
        "stages", .list(\.stages), "The order of stages on a portfolio or of handoffs"),
      Column(
        "highlight", .list(\.highlights), "The companies, people, committees … that stand out"),
      Column(
        "highlight_unowned", .answer(\.highlightsUnowned),
        "`yes` to make relationships stand out that nobody answers for"),
      Column("size", .text(\.size), "A column, measure or metric to size the names by"),
      Column(
        "colour", .text(\.colour),
        "A column, measure or metric to colour companies, committees, people … by"
      )
      .alias("color"),
      Column("border", .text(\.border), "A column, measure or metric to widen the outlines by"),
      Column("width", .text(\.width), "A column or metric to widen the lines by"),
      Column("label", .text(\.label), "A column to write in place of the names"),
      Column("layout", .text(\.layout), "The layout engine; the best is chosen if left out"),
      Column("theme", .text(\.theme), "The colours of the sheet"),
      Column("title", .text(\.title), "The title above the map"),
      Column(
        "limit", .integer(\.limit, 1...1_000_000),
        "How many companies, committees, people … to draw at most"),
      Column("fit", .text(\.fit), "What the map must be readable on"),
      Column("show_all", .answer(\.showsAll), "`yes` to draw everything, however much there is"),
      Column(
        "twins", .answer(\.groupsTwins), "`yes` to draw those with the same links as one shape"),
      Column(
        "leaves", .integer(\.leaves, 1...1_000_000),
        "Up to how many links those linked to one other only are counted with it"),
      Column(
        "backbone", .number(\.backbone, .level),
        "The level of significance that a link must reach to be drawn, such as 0.01"),
      Column(
        "least_links", .integer(\.leastLinks, 1...1_000_000),
        "How many links a line must stand for to be drawn"
      ).alias("least_ties"),
      Column("deck", .answer(\.isInDecks), "`yes` to give it a slide in every deck"),
    ])
}
