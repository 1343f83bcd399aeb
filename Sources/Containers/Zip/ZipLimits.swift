/// What an archive may ask for, so that a small hostile file cannot fill the memory.
package struct ZipLimits: Sendable {
  /// The most entries.
  package var entries = 10_000
  /// The most bytes unpacked in all.
  package var unpackedBytes = 320 << 20
  /// How many times larger than its packed size an entry may be, once it is larger than `freeBytes`.
  package var ratio = 400
  /// Entries up to this size may be packed as well as they like.
  package var freeBytes = 4 << 20

  /// The limits of documents that people make.
  package init() {}
}

/// Why an archive, or an entry of it, is not read, or cannot be made.
package enum ZipFault: Error, Hashable, Sendable {
  /// libzip is not installed.
  case noLibrary
  case noArchive
  case tooManyEntries(Int)
  case encrypted
  case tooLarge
  /// An entry unpacks to hundreds of times its size.
  case suspicious(String)
  case damaged(String)
  /// The library's reason for not packing.
  case notPacked(String)

  /// What is wrong, in words that go on from “cannot be read:” or, of the first and the last, “cannot be made:”.
  package var reason: String {
    switch self {
    case .noLibrary:
      "it needs \(DelayedLibrary.zip.isMissing)"
    case .noArchive: "it is no zip archive, or a damaged one"
    case .tooManyEntries(let count): "it holds \(count) parts, and no document needs so many"
    case .encrypted: "it is encrypted; remove the password and save it again"
    case .tooLarge: "it unpacks to more than \(ZipLimits().unpackedBytes >> 20) MiB"
    case .suspicious(let part):
      "its part “\(part)” unpacks to hundreds of times its size, as files do that are made to fill the memory"
    case .damaged(let part): "its part “\(part)” is damaged"
    case .notPacked(let reason): reason
    }
  }
}
