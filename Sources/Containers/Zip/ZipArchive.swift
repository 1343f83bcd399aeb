internal import CZip

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A zip archive in memory, opened for reading; this folder alone sees a pointer of libzip.
///
/// What is unpacked is counted as it comes, whatever the archive says about sizes, and refused beyond the limits.
@safe package struct ZipArchive: ~Copyable {
  /// The names of the entries, in their order in the archive.
  package let names: [String]

  private let handle: OpaquePointer
  private let libzip: libzip_functions
  private let indices: [String: UInt64]
  private let limits: ZipLimits
  private var unpacked = 0

  /// The functions of the library, which is opened with the first archive, `nil` if it is not installed.
  static let library = unsafe libzip_opened()?.pointee

  /// Whether archives can be read and written on this machine.
  package static var isPossible: Bool { library != nil }

  /// Opens the archive in the bytes, which are copied.
  ///
  /// - Throws: ``ZipFault`` where they are none, or it holds more entries than allowed.
  package init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipFault) {
    guard let libzip = Self.library else { throw .noLibrary }
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .noArchive }
    let opened = unsafe try Self.opened(bytes, ZIP_RDONLY, libzip).archive
    let count = unsafe Int(libzip.zip_get_num_entries(opened, 0))
    guard count <= limits.entries else {
      unsafe libzip.zip_discard(opened)
      throw .tooManyEntries(count)
    }
    var names: [String] = []
    var indices: [String: UInt64] = [:]
    for index in 0..<UInt64(max(0, count)) {
      guard let raw = unsafe libzip.zip_get_name(opened, index, 0) else { continue }
      let name = unsafe String(cString: raw)
      names.append(name)
      if indices[name] == nil { indices[name] = index }
    }
    self.names = names
    self.indices = indices
    self.limits = limits
    unsafe handle = opened
    self.libzip = libzip
  }

  /// The archive in a copy of the bytes, which its source frees, and that source.
  static func opened(
    _ bytes: [UInt8], _ flags: Int32, _ libzip: libzip_functions
  ) throws(ZipFault) -> (archive: OpaquePointer, source: OpaquePointer) {
    guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .noArchive }
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    guard let source = unsafe libzip.zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil)
    else {
      unsafe free(copy)
      throw .noArchive
    }
    guard let archive = unsafe libzip.zip_open_from_source(source, flags, nil) else {
      unsafe libzip.zip_source_free(source)
      throw .noArchive
    }
    return unsafe (archive, source)
  }

  deinit { unsafe libzip.zip_discard(handle) }

  /// The whole content of an entry, `nil` if there is none of the name.
  ///
  /// - Throws: ``ZipFault`` where it is damaged, encrypted or beyond the limits.
  package mutating func bytes(of name: String) throws(ZipFault) -> [UInt8]? {
    guard let index = indices[name] else { return nil }
    var status = unsafe zip_stat_t()
    guard unsafe libzip.zip_stat_index(handle, index, 0, &status) == 0 else { throw .damaged(name) }
    guard unsafe status.encryption_method == 0 else { throw .encrypted }
    let packed = unsafe Int(clamping: status.comp_size)
    let stated = unsafe Int(clamping: status.size)
    try admit(stated, packed: packed, name)
    guard let entry = unsafe libzip.zip_fopen_index(handle, index, 0) else { throw .damaged(name) }
    defer { _ = unsafe libzip.zip_fclose(entry) }
    var content: [UInt8] = []
    content.reserveCapacity(stated)
    let step = 1 << 18
    while true {
      var count: Int64 = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: step) { buffer, initialized in
        count = unsafe libzip.zip_fread(entry, buffer.baseAddress, UInt64(step))
        initialized = Int(max(0, count))
      }
      guard count >= 0 else { throw .damaged(name) }
      if count == 0 { break }
      content += piece
      try admit(content.count, packed: packed, name)
    }
    unpacked += content.count
    return content
  }

  private func admit(_ size: Int, packed: Int, _ name: String) throws(ZipFault) {
    guard size <= limits.unpackedBytes - unpacked else { throw .tooLarge }
    guard size <= limits.freeBytes || size / max(1, packed) <= limits.ratio else {
      throw .suspicious(name)
    }
  }
}
