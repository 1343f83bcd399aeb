package import Foundation

/// A folder of its own for a test, removed with this object.
package final class TemporaryFolder: Sendable {
  /// Its path.
  package let path: String

  /// Makes the folder.
  package init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("ecomap-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  /// What `ecomap init mine` makes, once for all tests.
  private static let starter = Task {
    let folder = try TemporaryFolder()
    try await Ecomap.run("init", "mine", in: folder)
    return folder
  }

  /// A folder that holds a dataset `mine` as `ecomap init` makes it.
  package static func withStarter() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let starter = try await starter.value
    try FileManager.default.copyItem(atPath: starter["mine"], toPath: folder["mine"])
    return folder
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders it is in.
  package func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// The bytes of a file.
  package func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: self[name]))
  }

  /// What is in the folder, sorted.
  package func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self[name]).sorted()
  }
}
