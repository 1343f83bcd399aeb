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
    guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .noArchive }
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    // The source frees the copy.
    guard let target = unsafe libzip.zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil)
    else {
      unsafe free(copy)
      throw .noArchive
    }
    guard let archive = unsafe libzip.zip_open_from_source(target, 0, nil) else {
      unsafe libzip.zip_source_free(target)
      throw .noArchive
    }
    return try unsafe closed(archive, target, adding: entries, replacing: true, libzip)
  }
}
