import EcosystemModel
import Interchange

/// The files of a dataset that somebody is about to fill in.
enum DatasetTemplate {
  /// A file to write, by its path in the folder.
  struct File {
    let name: String
    let text: String
  }

  /// A spreadsheet program opens and saves a CSV file as UTF-8 only where it starts with this mark.
  private static let byteOrderMark = "\u{FEFF}"

  /// Every table with its headers, the guide, and the example.
  static var files: [File] {
    let empty = TableName.byHand.map { table in
      File(
        name: "\(table.rawValue).csv",
        text: byteOrderMark + table.columns.map(\.name).joined(separator: ",") + "\n")
    }
    let example = TableName.byHand.map { table in
      File(
        name: "example/\(table.rawValue).csv",
        text: byteOrderMark + ExampleRows.text(of: table) + "\n")
    }
    return empty + [File(name: "README.md", text: TemplateGuide.text)] + example
      + [File(name: "example/README.md", text: exampleGuide)]
  }

  static let exampleGuide = """
    # An example to look at

    Two invented companies, Aurora Pharma in London and Borealis Digital in Tokyo, develop Northlight together: a steering
    committee, and one for development and one for commercial questions below it. Every row is `illustrative`, and
    an `example-row`: by this mark `ecomap check` names those that are forgotten among rows of your own.

        ecomap check example
        ecomap map example -o example.svg
        ecomap map example --all-views -o pictures

    Optional columns that nobody needed are left out, and `tier` is a column of their own: it can be used to filter, group
    and colour like any other, as in `--colour tier`.

    """
}
