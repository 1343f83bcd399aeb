import ArgumentParser
import EcosystemModel

/// Names that end as files of Office did before 2007, or as those of other office programs do.
enum FormerFormat {
  private static let endings = [
    "ppt": "pptx", "pptm": "pptx", "potx": "pptx", "odp": "pptx", "key": "pptx", "xls": "xlsx",
    "xlsm": "xlsx", "xlsb": "xlsx", "ods": "xlsx", "numbers": "xlsx",
  ]
  private static let documents: Set<String> = ["doc", "docx", "odt", "rtf", "pages"]

  /// Ends the command where an output would be such a file, and says which ending works.
  ///
  /// - Parameters:
  ///   - paths: What is to be written.
  ///   - working: The endings that the command writes.
  ///   - document: What to do for a document of Word; `nil` if there is nothing else to say.
  /// - Throws: The end of the command with status 64.
  static func refuse(
    _ paths: [String], writing working: [String], document: String? = nil
  ) throws {
    for path in paths {
      guard let point = path.lastIndex(of: ".") else { continue }
      let ending = path[path.index(after: point)...].lowercased()
      let start = path[..<point]
      let isDocument = documents.contains(ending)
      guard isDocument || endings[ending] != nil else { continue }
      let advice =
        if let other = endings[ending], working.contains(other) {
          "“\(start).\(other)” opens in the same program"
        } else if isDocument || working.isEmpty, let document {
          document
        } else {
          "end it in \(Phrase.list(working.map { ".\($0)" }, limit: .max, joint: "or"))"
        }
      throw ValidationError("Files like “\(path)” are not written; \(advice).")
    }
  }
}
