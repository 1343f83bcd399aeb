/// A step through a YAML text, and where it begins.
package struct YAMLEvent {
  package enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    /// A text, and whether it stands there without quotes and without a tag, so that `~` means nothing.
    case scalar(String, isPlain: Bool)
    case listStart
    case listEnd
    case objectStart
    case objectEnd
    /// A repetition of what an anchor of the name marks.
    case alias(String)
  }

  package let kind: Kind
  /// The type that the text asks for by a tag, in full, `nil` if it asks for none.
  package let tag: String?
  /// The name by which aliases repeat what begins here, `nil` if they cannot.
  package let anchor: String?
  /// Counted from one.
  package let line: Int
  /// In characters, counted from one.
  package let column: Int
}

/// Why a text is no YAML.
package enum YAMLFault: Error {
  /// libyaml is not installed.
  case noLibrary
  case syntax(problem: String, line: Int, column: Int)
}
