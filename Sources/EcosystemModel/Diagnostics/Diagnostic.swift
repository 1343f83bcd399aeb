/// How much a diagnostic matters.
public enum Severity: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
  /// Worth knowing; nothing needs to be done.
  case note
  /// Probably a mistake; everything was read.
  case warning
  /// Something could not be read as meant.
  case error

  /// Orders severities from note to error.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A place in a file: a line of text, or a cell of a table.
public struct Location: Hashable, Sendable, Codable {
  /// The file as the user named it, relative to the dataset's folder where there is one.
  public var file: String
  /// The sheet, in a workbook.
  public var sheet: String?
  /// The line in a text file, the row in a sheet; counted from 1.
  public var line: Int?
  /// The field in a delimited file, the column in a sheet, the character elsewhere; counted from 1.
  public var column: Int?
  /// The row a spreadsheet shows for `line`, where quoted line breaks above make the two differ.
  package var spreadsheetRow: Int?

  /// Makes a location; without a line it means the whole file.
  package init(
    file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil,
    spreadsheetRow: Int? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.spreadsheetRow = spreadsheetRow
  }
}

extension Location: Comparable {
  /// Orders by file, sheet, line and column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.sheet ?? "", left.line ?? 0, left.column ?? 0)
      < (right.file, right.sheet ?? "", right.line ?? 0, right.column ?? 0)
  }
}

extension Location: CustomStringConvertible {
  /// `people.csv:14:3`, or `roster.xlsx!people!C14` in a workbook.
  public var description: String {
    if let sheet {
      let cell = (column.map(Self.letters(ofColumn:)) ?? "") + (line.map(String.init) ?? "")
      return cell.isEmpty ? "\(file)!\(sheet)" : "\(file)!\(sheet)!\(cell)"
    }
    return ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }

  /// The spreadsheet's letters for a column: 1 is `A`, 27 is `AA`.
  package static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      letters.append(Character(UnicodeScalar(UInt8(65 + (rest - 1) % 26))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }
}

/// One thing to tell the user about their data: where, how bad, what, and how to mend it.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// How much it matters.
  public var severity: Severity
  /// The dotted id of the rule, such as `reference.unknown`.
  public var rule: String
  /// What is wrong and how to mend it.
  public var message: String
  /// Where, if it is anywhere in particular.
  public var location: Location?

  /// Makes a diagnostic.
  package init(severity: Severity, rule: String, message: String, location: Location? = nil) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.location = location
  }
}

extension Diagnostic: Comparable {
  /// Orders by location, then from errors to notes, then by rule and message.
  public static func < (left: Self, right: Self) -> Bool {
    switch (left.location, right.location) {
    case (nil, .some): true
    case (.some, nil): false
    case (let a?, let b?) where a != b: a < b
    default:
      left.severity != right.severity
        ? left.severity > right.severity
        : (left.rule, left.message) < (right.rule, right.message)
    }
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `people.csv:14:3: error: unknown company "Astrazenca" … [reference.unknown]`.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let row = location?.spreadsheetRow.map { " (row \($0) in a spreadsheet)" } ?? ""
    return "\(place)\(severity.rawValue): \(message)\(row) [\(rule)]"
  }
}
