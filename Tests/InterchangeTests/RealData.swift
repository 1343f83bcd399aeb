import Foundation

/// The real datasets beside the package, where they are there.
enum RealData {
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = root.deletingLastPathComponent().appendingPathComponent("shared/data").path
    return FileManager.default.fileExists(atPath: data) ? data : nil
  }()

  static let isMissing = folder == nil

  static func path(_ name: String) -> String { "\(folder ?? "")/\(name)" }
}
