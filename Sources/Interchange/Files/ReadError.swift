/// Why a dataset could not be read at all; faults inside it are diagnostics instead.
package struct ReadError: Error, Hashable, Sendable {
  /// The sorts of failure.
  package enum Code: String, Hashable, Sendable, Codable {
    /// There is no such file or folder.
    case notFound
    /// The file or folder holds nothing that the data contract knows.
    case notADataset
    /// The file has a format that is not read.
    case unsupportedFormat
    /// The operating system refuses the file.
    case unreadable
    /// The file is larger than a dataset may be.
    case tooLarge
    /// The file asks for more than a dataset may: to be unpacked without measure, to have other files read.
    case refused
    /// The options do not fit the file.
    case badOption
  }

  /// The sort of failure.
  package var code: Code
  /// What is wrong and how to mend it, a sentence that names the file.
  package var message: String
  /// What to do about it, where that depends on the program; `nil` if the message says it all.
  package var remedy: Remedy?

  /// What to do, which a program says in words of its own.
  package enum Remedy: Hashable, Sendable {
    /// Say which columns of the file are meant; with one of its headers.
    case columns(header: String)
    /// Let a list of aliases be proposed.
    case proposedAliases
    /// Let it be found out what the file's sheets are; with its path.
    case importing(path: String)
  }

  /// Makes an error.
  package init(_ code: Code, _ message: String, remedy: Remedy? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }
}

extension ReadError: CustomStringConvertible {
  /// The message.
  package var description: String { message }
}
