import Containers

/// The words of shapes, a line for each paragraph or break.
enum ShapeText {
  /// The words of a text body.
  static func text(of body: Markup) -> String {
    body.children(named: "a:p").map { paragraph in
      paragraph.children.map { run in
        switch run.name {
        case "a:br": "\n"
        case "a:r", "a:fld": run.first("a:t")?.text ?? ""
        default: ""
        }
      }.joined()
    }.joined(separator: "\n")
  }

  /// The words of a table: a line for each row, with tabs between cells.
  static func text(ofTable table: Markup) -> String {
    table.children(named: "a:tr").map { row in
      row.children(named: "a:tc").map { cell in
        cell.first("a:txBody").map(text(of:))?.replacing("\n", with: " ") ?? ""
      }.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// The words as they are compared: programs break and space lines in ways of their own.
  static func plain(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
  }
}
