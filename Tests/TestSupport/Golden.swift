import Foundation
package import Testing

/// Compares texts with files that somebody has read and found right.
///
/// The files are in `Goldens/` beside the test. `ECOMAP_RECORD=1 swift test` writes them; they are to be read before they are
/// committed. Where a test fails, what it got stands beside the file with the ending `.got`.
package enum Golden {
  /// Records an issue unless the text is that of the golden file.
  package static func expect(
    _ text: String, named name: String, testFile: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
    let file = folder.appendingPathComponent(name)
    let got = folder.appendingPathComponent(name + ".got")
    let known = try? String(contentsOf: file, encoding: .utf8)
    try? FileManager.default.removeItem(at: got)
    guard known != text else { return }
    let isRecording = ProcessInfo.processInfo.environment["ECOMAP_RECORD"] == "1"
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: isRecording ? file : got, atomically: true, encoding: .utf8)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
    guard !isRecording else { return }
    Issue.record(
      """
      \(known == nil ? "There is no golden file" : "The text is not that of") Goldens/\(name)\(firstDifference(known ?? "", text)). \
      Compare it with \(name).got; ECOMAP_RECORD=1 accepts what there is now.
      """, sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ known: String, _ text: String) -> String {
    guard !known.isEmpty else { return "" }
    let old = known.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    let was = line < old.count ? String(old[line]) : "the end"
    let now = line < new.count ? String(new[line]) : "the end"
    return ": line \(line + 1) was “\(was)” and is “\(now)”"
  }
}
