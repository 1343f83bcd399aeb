import EcosystemModel
import Interchange

/// The files of a dataset that somebody is about to fill in.
enum Starter {
  /// A file to write, by its path in the folder.
  struct File {
    let name: String
    let text: String
  }

  /// A spreadsheet program opens and saves a CSV file as UTF-8 only where it starts with this mark.
  private static let byteOrderMark = "\u{FEFF}"

  /// Every table with its headers, the guide, and the example.
  static var files: [File] {
    let empty = TableName.allCases.map { table in
      File(
        name: "\(table.rawValue).csv",
        text: byteOrderMark + table.columns.map(\.name).joined(separator: ",") + "\n")
    }
    let example = TableName.allCases.map { table in
      File(
        name: "example/\(table.rawValue).csv", text: byteOrderMark + exampleRows(of: table) + "\n")
    }
    return empty + [File(name: "README.md", text: StarterGuide.text)] + example
      + [File(name: "example/README.md", text: exampleGuide)]
  }
}
