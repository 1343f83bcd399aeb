import CZip

/// Packs files into a zip archive and takes them out again, in memory.
///
/// The only code of this room that sees a pointer of libzip. The same files give the same bytes: entries keep their
/// order and all carry the first moment that a zip archive can hold, 1 January 1980.
enum ZipArchive {
  /// One file of an archive.
  struct Entry: Hashable, Sendable {
    /// Its path inside the archive.
    var name: String
    var bytes: [UInt8]
  }

  /// More than so many bytes are not unpacked, so that a small hostile file cannot fill the memory.
  static let unpackedLimit = 512 << 20

  /// The functions of the library, which is opened with the first archive.
  private static let opened = unsafe libzip_opened()?.pointee

  private static func libzip() throws(PublishingError) -> libzip_functions {
    guard let opened = opened else {
      throw PublishingError(
        .packingFailed,
        "Archives need libzip, which is not installed; on Debian: apt-get install libzip4.")
    }
    return opened
  }

  /// The bytes of an archive of these entries, in their order.
  ///
  /// - Throws: ``PublishingError`` where libzip reports a fault.
  static func packed(_ entries: [Entry]) throws(PublishingError) -> [UInt8] {
    let libzip = try libzip()
    var error = unsafe zip_error_t()
    guard let target = unsafe libzip.zip_source_buffer_create(nil, 0, 0, &error),
      let archive = unsafe libzip.zip_open_from_source(target, ZIP_TRUNCATE, &error)
    else { throw unsafe failure(&error) }
    // The archive gives its source back when it is closed; this keeps it for reading.
    unsafe libzip.zip_source_keep(target)
    defer { unsafe libzip.zip_source_free(target) }
    // libzip reads the entries when the archive is closed, so they have to stay where they are until then.
    var storage: [UnsafeMutableBufferPointer<UInt8>] = unsafe []
    defer { unsafe storage.forEach { unsafe $0.deallocate() } }
    for entry in entries {
      let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(entry.bytes.count, 1))
      _ = unsafe buffer.initialize(fromContentsOf: entry.bytes)
      unsafe storage.append(buffer)
      let source = unsafe libzip.zip_source_buffer_create(
        buffer.baseAddress, zip_uint64_t(entry.bytes.count), 0, &error)
      let index = unsafe libzip.zip_file_add(
        archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
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
    return try unsafe content(of: target)
  }

  /// The files of an archive, in their order; folders are left out.
  ///
  /// - Throws: ``PublishingError`` where the bytes are no archive, or more is in it than anybody needs.
  static func unpacked(_ bytes: [UInt8]) throws(PublishingError) -> [Entry] {
    let libzip = try libzip()
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    defer { unsafe buffer.deallocate() }
    _ = unsafe buffer.initialize(fromContentsOf: bytes)
    var error = unsafe zip_error_t()
    guard
      let source = unsafe libzip.zip_source_buffer_create(
        buffer.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else { throw unsafe failure(&error) }
    guard let archive = unsafe libzip.zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe libzip.zip_source_free(source)
      throw unsafe failure(&error)
    }
    defer { unsafe libzip.zip_discard(archive) }
    var entries: [Entry] = []
    var total = 0
    for index in 0..<zip_uint64_t(max(0, unsafe libzip.zip_get_num_entries(archive, 0))) {
      var status = unsafe zip_stat_t()
      guard unsafe libzip.zip_stat_index(archive, index, 0, &status) == 0,
        let name = unsafe status.name
      else { throw unsafe failure(libzip.zip_get_error(archive)) }
      let path = unsafe String(cString: name)
      guard !path.hasSuffix("/") else { continue }
      let size = unsafe status.size
      guard size <= unpackedLimit, total + Int(size) <= unpackedLimit else {
        throw PublishingError(
          .badTemplate, "The archive holds more than \(unpackedLimit >> 20) MB and is not unpacked."
        )
      }
      total += Int(size)
      entries.append(
        Entry(name: path, bytes: try unsafe file(at: index, size: Int(size), in: archive)))
    }
    return entries
  }

  private static func file(
    at index: zip_uint64_t, size: Int, in archive: OpaquePointer
  ) throws(PublishingError) -> [UInt8] {
    let libzip = try libzip()
    guard let file = unsafe libzip.zip_fopen_index(archive, index, 0) else {
      throw unsafe failure(libzip.zip_get_error(archive))
    }
    defer { _ = unsafe libzip.zip_fclose(file) }
    let bytes = unsafe bytes(size) { unsafe libzip.zip_fread(file, $0, zip_uint64_t(size)) }
    guard let bytes else {
      throw PublishingError(.badTemplate, "A file of the archive is damaged.")
    }
    return bytes
  }

  /// The bytes that a call fills in; nothing unless it fills in all of them.
  private static func bytes(
    _ size: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> zip_int64_t
  ) -> [UInt8]? {
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      if let start = buffer.baseAddress { initialized = max(0, Int(unsafe fill(start))) }
    }
    return bytes.count == size ? bytes : nil
  }

  private static func content(of source: OpaquePointer) throws(PublishingError) -> [UInt8] {
    let libzip = try libzip()
    var status = unsafe zip_stat_t()
    guard unsafe libzip.zip_source_stat(source, &status) == 0,
      unsafe libzip.zip_source_open(source) == 0
    else {
      throw PublishingError(.packingFailed, "The archive cannot be read back.")
    }
    defer { _ = unsafe libzip.zip_source_close(source) }
    let size = Int(unsafe status.size)
    let bytes = unsafe bytes(size) { unsafe libzip.zip_source_read(source, $0, zip_uint64_t(size)) }
    guard let bytes else {
      throw PublishingError(.packingFailed, "The archive cannot be read back.")
    }
    return bytes
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> PublishingError {
    let words = unsafe opened?.zip_error_strerror(error)
    let reason = unsafe words.map { unsafe String(cString: $0) }
    return PublishingError(.packingFailed, "The archive cannot be made: \(reason ?? "unknown").")
  }
}
