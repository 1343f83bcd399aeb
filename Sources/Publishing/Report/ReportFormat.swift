/// The forms of a report.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// One file for the browser, with the pictures inside.
  case html
  /// Text with a folder of pictures.
  case markdown
  /// Pages for printing.
  case pdf
}
