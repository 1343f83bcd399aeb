import Containers

/// Reads a YAML document and keeps where each value stands.
enum YAMLReader {
  /// The document in UTF-8 text, `nil` where it is empty, and what of it is not taken as it is written.
  static func document(
    in utf8: [UInt8]
  ) throws(DocumentError) -> (root: DocumentNode?, warnings: [DocumentError]) {
    do {
      // Aliases may repeat what they name, but not without end.
      var composer = YAMLComposer(try YAMLEvents(utf8), budget: utf8.count * 10 + 10_000)
      let root = try composer.document()
      return (root, composer.foreignTags.map { DocumentError(foreign: $0) })
    } catch let error as DocumentError {
      throw error
    } catch YAMLFault.syntax(let problem, let line, let column) {
      throw DocumentError(
        rule: "yaml.syntax", message: "this is no YAML: \(problem)", line: line, column: column)
    } catch {
      throw DocumentError(
        rule: "yaml.library",
        message:
          "YAML is read with \(DelayedLibrary.yaml.isMissing), or write the data as JSON",
        line: nil, column: nil)
    }
  }
}

extension DocumentError {
  /// Says that a tag is passed over.
  fileprivate init(foreign tag: YAMLComposer.Tag) {
    self.init(
      rule: "yaml.tag",
      message:
        "the tag \"\(tag.name.prefix(80))\" is not followed, and its value is read as plain text; remove the tag",
      line: tag.line, column: tag.column)
  }
}
