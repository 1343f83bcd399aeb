/// What made a file, as files say it.
package enum Program {
  /// The version, by the rules of semantic versioning for what `ecomap help schema` promises.
  package static let version = "0.2.0"
  /// Name and version.
  package static var title: String { "ecomap \(version)" }
}
