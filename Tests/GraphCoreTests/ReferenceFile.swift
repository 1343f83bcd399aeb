import Foundation

/// Reads reference values made by another program; see `Fixtures/generate_brokerage.py`.
enum ReferenceFile {
  static func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
  }
}

/// Whether two numbers agree to a relative error, or absolutely where both are near zero.
func isClose(_ left: Double, _ right: Double, relative: Double = 1e-9) -> Bool {
  left == right || abs(left - right) <= relative * max(abs(left), abs(right), 1e-6)
}
