/// A piece of a YAML or JSON document and where it stands.
struct DocumentNode {
  enum Content {
    case null
    /// A text, number or truth value as it is written.
    case scalar(String)
    case list([DocumentNode])
    case object([Entry])
  }

  /// One key of an object with its value.
  struct Entry {
    let key: String
    let line: Int
    let column: Int
    let value: DocumentNode
  }

  let content: Content
  let line: Int
  let column: Int

  /// How the content is called in messages.
  var description: String {
    switch content {
    case .null: "nothing"
    case .scalar: "a single value"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// Why a document could not be read.
struct DocumentError: Error {
  let rule: String
  let message: String
  let line: Int?
  let column: Int?
}
