import ArgumentParser
import Insights

/// The forms in which a command writes its answer.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown
  /// An Excel workbook.
  case xlsx

  /// The format that a file's ending stands for, or nothing.
  init?(fileName: String) {
    if fileName.lowercased().hasSuffix(".xlsx") {
      self = .xlsx
    } else if let text = FindingsFormat(fileName: fileName) {
      self.init(rawValue: text.rawValue)
    } else {
      return nil
    }
  }

  /// The same format where it is one of text.
  var text: FindingsFormat? { FindingsFormat(rawValue: rawValue) }
}
