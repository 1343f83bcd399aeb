import Foundation

/// One line of results.
struct Record: Encodable {
  var format = 1
  var peer = "ecomap"
  var version = "0"
  var threads: Int
  var task: String
  var graph: String
  var nodes: Int
  var edges: Int
  var compute_s: Double
  var compute_min_s: Double
  var runs: Int
  var base_rss_mb: Double
  var loaded_rss_mb: Double
  var peak_rss_mb: Double
  var status = "ok"
  var comparable = true
  var note: String
  var checksum: Checksum

  func write(to file: String?) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let line = try encoder.encode(self) + Data("\n".utf8)
    guard let file else { return FileHandle.standardOutput.write(line) }
    if !FileManager.default.fileExists(atPath: file) {
      FileManager.default.createFile(atPath: file, contents: nil)
    }
    guard let handle = FileHandle(forWritingAtPath: file) else {
      throw Options.Failure(description: "\(file) cannot be written.")
    }
    try handle.seekToEnd()
    try handle.write(contentsOf: line)
    try handle.close()
  }
}
