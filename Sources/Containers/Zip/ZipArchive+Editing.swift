internal import CZip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ZipArchive {
  /// The bytes of an archive with some of its entries replaced, and others added behind them.
  ///
  /// All other entries stay as they are packed, byte for byte, in their order.
  ///
  /// - Throws: ``ZipFault`` where the bytes are no archive, or libzip reports a fault.
  package static func edited(
    _ bytes: [UInt8], with entries: [Entry]
  ) throws(ZipFault) -> [UInt8] {
    guard let libzip = library else { throw .noLibrary }
    let (archive, target) = unsafe try opened(bytes, 0, libzip)
    return try unsafe closed(archive, target, adding: entries, replacing: true, libzip)
  }
}
