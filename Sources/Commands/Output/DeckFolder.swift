import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of the pictures of slides.
enum DeckFolder {
  /// Removes the slides of a longer deck that was written into the folder before.
  ///
  /// A slide is a pair of pictures with a number before their name, whose SVG says that it is ours; nothing else is touched.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  static func removeSlides(
    of folder: String, butFor names: [String]
  ) throws(WriteError) {
    let present = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    let kept = Set(names)
    for name in present.subtracting(kept).sorted() where name.hasSuffix(".svg") {
      let stem = String(name.dropLast(4))
      let digits = stem.prefix { $0.isASCII && $0.isNumber }
      guard digits.count >= 2, stem.dropFirst(digits.count).first == "-",
        present.contains(stem + ".png"), !kept.contains(stem + ".png"),
        isSlide("\(folder)/\(name)")
      else { continue }
      for file in [stem + ".png", name] { try AtomicFile.remove("\(folder)/\(file)") }
    }
  }

  private static func isSlide(_ path: String) -> Bool {
    guard let bytes = try? FileAccess.bytes(of: path) else { return false }
    let text = String(decoding: bytes.prefix(1024), as: UTF8.self)
    return ["map-title", "page-title"].contains { text.contains("aria-labelledby=\"\($0)\"") }
  }
}
