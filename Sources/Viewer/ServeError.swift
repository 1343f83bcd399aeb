/// Why the server cannot start, in a sentence.
package struct ServeError: Error, CustomStringConvertible, Sendable {
  /// The sentence.
  package let description: String

  /// Takes the sentence.
  package init(_ description: String) { self.description = description }
}
