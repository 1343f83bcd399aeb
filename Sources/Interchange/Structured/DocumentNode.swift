import Containers

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

extension DocumentError {
  /// A fault noticed while reading an XML text.
  init(_ fault: XMLFault, in bytes: [UInt8]) {
    let position = fault.position(in: bytes)
    self.init(
      rule: fault.rule, message: fault.message, line: position.line, column: position.column)
  }
}

extension Markup {
  /// The root of a text by names without prefixes.
  static func document(of bytes: [UInt8]) throws(DocumentError) -> Markup {
    do {
      return try root(of: bytes, names: .local)
    } catch {
      throw DocumentError(error, in: bytes)
    }
  }
}
