package import Foundation

/// Where the package is.
package enum PackageRoot {
  /// The folder that holds `Package.swift`.
  package static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file or folder of the package.
  package static func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// The Swift files below a folder of the package by their paths from the package root, sorted.
  package static func swiftFiles(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path(folder))
    var files: [String] = []
    while let name = names?.nextObject() as? String {
      let isBuilt = name.split(separator: "/").contains { $0.hasPrefix(".build") }
      if name.hasSuffix(".swift"), !isBuilt { files.append("\(folder)/\(name)") }
    }
    return files.sorted()
  }

  /// The text of a file of the package.
  package static func text(of name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
