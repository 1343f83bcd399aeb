#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files that are there whole or not at all.
public enum AtomicFile {
  /// Writes the bytes to a new file beside the path and renames it to the path, replacing what was there.
  ///
  /// What is no ordinary file, such as `/dev/stdout` or a pipe, is written to directly. Permissions of a replaced
  /// file are kept, and a symbolic link stays: the file it points to is replaced.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  public static func write(_ bytes: [UInt8], to path: String) throws(WriteError) {
    let target = resolved(path)
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw WriteError("\"\(path)\" is a folder; name a file in it.")
      }
      return try put(bytes, to: target, shown: path, flags: O_WRONLY, mode: 0o644)
    }
    let draft = "\(target).\(getpid()).part"
    let mode = exists ? status.st_mode & 0o777 : 0o666
    do {
      try put(bytes, to: draft, shown: path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    } catch {
      unsafe unlink(draft)
      throw error
    }
    guard unsafe rename(draft, target) == 0 else {
      let error = failure(path)
      unsafe unlink(draft)
      throw error
    }
  }

  /// Writes UTF-8 text as ``write(_:to:)-([UInt8],_)`` does.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  public static func write(_ text: String, to path: String) throws(WriteError) {
    try write(Array(text.utf8), to: path)
  }

  /// Makes a folder and those above it where they are missing.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  public static func makeFolder(_ path: String) throws(WriteError) {
    guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST else { return try requireFolder(path) }
    guard errno == ENOENT, let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex
    else { throw failure(path) }
    try makeFolder(String(path[..<slash]))
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path) }
  }

  private static func requireFolder(_ path: String) throws(WriteError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw WriteError("\"\(path)\" is there and no folder.")
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func put(
    _ bytes: [UInt8], to path: String, shown: String, flags: Int32, mode: mode_t
  ) throws(WriteError) {
    let descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(shown) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = failure(shown)
        close(descriptor)
        throw error
      }
      written += count
    }
    guard close(descriptor) == 0 else { throw failure(shown) }
  }

  private static func failure(_ path: String) -> WriteError {
    unsafe WriteError("\"\(path)\" cannot be written: \(String(cString: strerror(errno))).")
  }
}

/// The system's `write`, which the methods of ``AtomicFile`` would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}

/// Why a file could not be written.
public struct WriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, a sentence that names the file.
  public var message: String

  init(_ message: String) { self.message = message }

  /// The message.
  public var description: String { message }
}
