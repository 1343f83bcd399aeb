internal import CZip

extension ZipArchive {
  /// One file of an archive.
  package struct Entry: Hashable, Sendable {
    /// Its path inside the archive.
    package var name: String
    package var bytes: [UInt8]

    /// Makes an entry.
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The files of an archive, in their order; folders are left out.
  ///
  /// - Throws: ``ZipFault`` where the bytes are no archive, or more is in it than the limits allow.
  package static func unpacked(
    _ bytes: [UInt8], limits: ZipLimits = ZipLimits()
  ) throws(ZipFault) -> [Entry] {
    var archive = try ZipArchive(bytes, limits: limits)
    var entries: [Entry] = []
    for name in archive.names where !name.hasSuffix("/") {
      if let bytes = try archive.bytes(of: name) { entries.append(Entry(name: name, bytes: bytes)) }
    }
    return entries
  }

  /// The bytes of an archive of these entries, in their order.
  ///
  /// The same entries give the same bytes: all carry the first moment that a zip archive can hold, 1 January 1980.
  ///
  /// - Throws: ``ZipFault`` where libzip is missing or reports a fault.
  package static func packed(_ entries: [Entry]) throws(ZipFault) -> [UInt8] {
    guard let libzip = library else { throw .noLibrary }
    var error = unsafe zip_error_t()
    guard let target = unsafe libzip.zip_source_buffer_create(nil, 0, 0, &error),
      let archive = unsafe libzip.zip_open_from_source(target, ZIP_TRUNCATE, &error)
    else { throw unsafe failure(&error) }
    return try unsafe closed(archive, target, adding: entries, replacing: false, libzip)
  }

  /// Puts entries into an archive, closes it, and gives its bytes.
  static func closed(
    _ archive: OpaquePointer, _ target: OpaquePointer, adding entries: [Entry],
    replacing isReplacing: Bool, _ libzip: libzip_functions
  ) throws(ZipFault) -> [UInt8] {
    // The archive gives its source back when it is closed; this keeps it for reading.
    unsafe libzip.zip_source_keep(target)
    defer { unsafe libzip.zip_source_free(target) }
    // libzip reads the entries when the archive is closed, so they have to stay where they are until then.
    var storage: [UnsafeMutableBufferPointer<UInt8>] = unsafe []
    defer { unsafe storage.forEach { unsafe $0.deallocate() } }
    let flags = ZIP_FL_ENC_UTF_8 | (isReplacing ? ZIP_FL_OVERWRITE : 0)
    for entry in entries {
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(entry.bytes.count, 1))
      _ = unsafe buffer.initialize(fromContentsOf: entry.bytes)
      unsafe storage.append(buffer)
      let source = unsafe libzip.zip_source_buffer_create(
        buffer.baseAddress, zip_uint64_t(entry.bytes.count), 0, nil)
      let index = unsafe libzip.zip_file_add(
        archive, entry.name, source, zip_flags_t(flags))
      guard index >= 0 else {
        unsafe libzip.zip_source_free(source)
        let failure = unsafe Self.failure(libzip.zip_get_error(archive))
        unsafe libzip.zip_discard(archive)
        throw failure
      }
      // Day 1 of month 1 in bits 0–4 and 5–8; years count from 1980.
      _ = unsafe libzip.zip_file_set_dostime(archive, zip_uint64_t(index), 0, 1 << 5 | 1, 0)
    }
    guard unsafe libzip.zip_close(archive) == 0 else {
      let failure = unsafe Self.failure(libzip.zip_get_error(archive))
      unsafe libzip.zip_discard(archive)
      throw failure
    }
    return try unsafe content(of: target, libzip)
  }

  private static func content(
    of source: OpaquePointer, _ libzip: libzip_functions
  ) throws(ZipFault) -> [UInt8] {
    var status = unsafe zip_stat_t()
    guard unsafe libzip.zip_source_stat(source, &status) == 0,
      unsafe libzip.zip_source_open(source) == 0
    else { throw .notPacked("it cannot be read back") }
    defer { _ = unsafe libzip.zip_source_close(source) }
    let size = Int(unsafe status.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      initialized = max(0, Int(unsafe libzip.zip_source_read(source, start, zip_uint64_t(size))))
    }
    guard bytes.count == size else { throw .notPacked("it cannot be read back") }
    return bytes
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> ZipFault {
    let words = unsafe library?.zip_error_strerror(error)
    return .notPacked(unsafe words.map { unsafe String(cString: $0) } ?? "for no known reason")
  }
}
