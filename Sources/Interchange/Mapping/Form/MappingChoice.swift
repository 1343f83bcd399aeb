/// Through which mapping a file is read.
package enum MappingChoice: Hashable, Sendable {
  /// The one beside the file, if there is one that fits its name.
  case beside
  /// The one in a file.
  case file(String)
  /// None: the sheets are read as they are.
  case none
}
