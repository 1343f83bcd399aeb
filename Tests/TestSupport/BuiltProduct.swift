import Foundation

/// The programs that were built together with the tests.
package enum BuiltProduct {
  /// The path of the `ecomap` command, or `nil` if it was not built: the one that `ECOMAP_PROGRAM` names, or else the one beside the
  /// tests.
  package static let ecomap: String? = {
    if let named = ProcessInfo.processInfo.environment["ECOMAP_PROGRAM"], !named.isEmpty {
      return URL(fileURLWithPath: named).standardizedFileURL.path
    }
    // The bundle is a file beside the product on Linux; on macOS the running program is the test runner of Xcode and
    // the bundle, a folder, is among its arguments.
    for candidate in [Bundle.main.bundlePath] + CommandLine.arguments {
      var folder = URL(fileURLWithPath: candidate)
      while folder.path.count > 1 {
        let path = folder.appendingPathComponent("ecomap").path
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue { return path }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()
}
