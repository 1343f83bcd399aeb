import Containers

/// The files that one input stands for: each begins with a line `--- NAME`, so that seeds can be read and mutated as text.
struct Parts {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  init(_ input: [UInt8], else name: String) {
    var current: (name: String, bytes: [UInt8]) = (name, [])
    for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: Array("--- ".utf8)), files.count < 12 {
        keep(current)
        current = (String(decoding: line.dropFirst(4), as: UTF8.self), [])
      } else {
        if !current.bytes.isEmpty { current.bytes.append(UInt8(ascii: "\n")) }
        current.bytes += line
      }
    }
    keep(current)
  }

  private mutating func keep(_ part: (name: String, bytes: [UInt8])) {
    guard !part.bytes.isEmpty, !files.contains(where: { $0.name == part.name }) else { return }
    files.append(part)
  }

  /// An archive of the parts, over those of another.
  func archive(over base: [ZipArchive.Entry]) -> [UInt8] {
    var entries = base.filter { entry in !files.contains { $0.name == entry.name } }
    entries += files.map { ZipArchive.Entry(name: $0.name, bytes: $0.bytes) }
    return (try? ZipArchive.packed(entries)) ?? []
  }
}
