import Foundation
import Interchange

/// Datasets that tests read: those of the package, and the real ones beside it where they are there.
enum OracleData {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let isMissing = !FileManager.default.fileExists(atPath: path(real: "volvo"))

  static func path(real name: String) -> String {
    root.deletingLastPathComponent().appendingPathComponent("shared/data/tables/\(name)").path
  }

  static func real(_ name: String) throws -> Dataset { try Dataset.read(at: path(real: name)) }

  static func shipped(_ name: String) throws -> Dataset {
    try Dataset.read(at: root.appendingPathComponent("datasets/\(name)").path)
  }
}
