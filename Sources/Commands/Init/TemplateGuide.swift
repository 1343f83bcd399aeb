import EcosystemModel
import Interchange

/// The README of a new dataset.
enum TemplateGuide {
  /// The whole guide, with every table and column of the data contract.
  static var text: String {
    introduction + TableName.byHand.map(section).joined() + habits
  }

  private static let introduction = """
    # A dataset for ecomap

    Each table is a CSV file that a spreadsheet program opens. Fill in what you know, row by row; `example/` shows how it looks
    when it is done. Then, from the folder above:

        ecomap check FOLDER              # what is wrong, where, and how to mend it
        ecomap map FOLDER -o map.svg     # a first picture

    A good order: `companies`, `alliances`, `committees`, `people`, `memberships`. That gives the governance map; the other
    tables each add an answer. Delete the tables and optional columns you do not need.

    - **Names and ids.** A cell may name a company, person, committee … by its name or by its `id`. Ids are short, never change,
      and are needed only where two things have the same name; without one it is made from the name.
    - **Dates** are `2019`, `2019-03` or `2019-03-29`. What has a `since` and an `until` holds from the first day *up to, but not
      including*, the second: somebody who left on 31 March has `until` 2019-04 or 2019-04-01. Empty means open.
    - **Lists** in one cell have a bar between their elements: `Aurora Pharma|Borealis Digital`.
    - **Numbers** have a decimal point and no thousands separator. Shares are 0.85 or 85%.
    - **Columns of your own** are welcome in every table: maps can be filtered, grouped and coloured by them.
    - **Honesty.** Give examples and estimates the tag `illustrative`, and say below where the facts come from.

    ## The tables

    **Bold** columns are required: a row without them is reported and left out.

    """

  private static func section(_ table: TableName) -> String {
    let columns = table.columns.map { column in
      let name = column.isRequired ? "**\(column.name)**" : column.name
      let list = column.isList ? " (a list)" : ""
      return "| \(name) | \(meaning(of: column, in: table))\(list) |\n"
    }
    return """

      ### \(table.rawValue).csv

      \(table.meaning)

      | column | meaning |
      | --- | --- |
      \(columns.joined())
      """
  }

  /// What a cell of the column says, with the words it is chosen from where the meaning does not list them.
  static func meaning(of column: ContractColumn, in table: TableName) -> String {
    let words = ColumnChoices.words(of: column, in: table) ?? []
    let isTold = words.isEmpty || words.contains { column.meaning.contains("`\($0)`") }
    return isTold || column.form == "yes or no"
      ? column.meaning
      : column.meaning + ": " + words.map { "`\($0)`" }.joined(separator: ", ")
        + (column.isClosed || table == .views ? "" : " …")
  }

  private static let habits = """

    ## In a spreadsheet program

    - Save as *CSV UTF-8*. Commas, semicolons and tabs are all understood, and so are the line ends of every system.
    - Show dates as `yyyy-mm-dd` before you save; `03/04/2019` may be March or April, so it is refused rather than guessed.
    - Format a column as text before you type `1-5` or `3/4` into it, or the program turns them into dates.
    - Headers may be written `Time Zone`, `time-zone` or `time_zone`; their order does not matter.
    - Repeat a value in every row: an empty cell below it means that nothing is known.
    - Rows that are entirely empty are skipped. Sums, notes and headings belong elsewhere.

    ## Source and licence

    Say here where the rows come from, as of which day, and who may use them.

    """
}
