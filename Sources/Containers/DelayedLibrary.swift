/// A library that is opened when it is first needed, and may not be there.
package struct DelayedLibrary: Sendable {
  /// What it is called, such as `libzip`.
  package let name: String
  /// The package of Debian and Ubuntu that it is in.
  package let debianPackage: String
  /// The formula of Homebrew that it is in.
  package let formula: String

  package static let zip = DelayedLibrary(
    name: "libzip", debianPackage: "libzip4", formula: "libzip")
  package static let yaml = DelayedLibrary(
    name: "libyaml", debianPackage: "libyaml-0-2", formula: "libyaml")
  package static let workbookWriter = DelayedLibrary(
    name: "libxlsxwriter", debianPackage: "libxlsxwriter4", formula: "libxlsxwriter")
  package static let pages = DelayedLibrary(
    name: "qpdf", debianPackage: "libqpdf29", formula: "qpdf")

  /// That it is not there and how to get it, in words that go on from “needs”.
  package var isMissing: String { "\(name), which is not installed; \(advice)" }

  /// How to get it.
  package var advice: String {
    "install it (Debian and Ubuntu: apt-get install \(debianPackage), macOS: brew install \(formula))"
  }
}
