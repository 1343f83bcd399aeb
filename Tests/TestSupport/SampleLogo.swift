import Foundation

/// Pictures for tests that need a logo.
package enum SampleLogo {
  /// A PNG of 264 × 64 dots: the logo of an invented company.
  package static func png() throws -> [UInt8] {
    try [UInt8](
      Data(
        contentsOf: URL(
          fileURLWithPath: PackageRoot.path("datasets/digital-spaghetti/logo.png"))))
  }

  /// A JPEG of 16 × 8 dots, all red.
  package static let jpeg = [UInt8](Data(base64Encoded: jpegText) ?? Data())

  private static let jpegText =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZG"
    + "NywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09P"
    + "T09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA"
    + "AAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAUEQEAAAAAAAAAAAAAAAAA"
    + "AAAA/9oADAMBAAIRAxEAPwCeAGWb/9k="
}
