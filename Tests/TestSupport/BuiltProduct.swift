import Foundation

/// The programs that were built together with the tests.
public enum BuiltProduct {
  /// The path of the `ecomap` command, or nothing where it was not built.
  public static let ecomap: String? = {
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
