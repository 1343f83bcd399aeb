#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders by the operating system's own calls, which start faster than Foundation's.
package enum FileAccess {
  /// Datasets larger than this are refused, so that a wrong path does not fill the memory.
  package static let sizeLimit = 2 << 30

  enum Kind { case file, folder }

  /// Whether the path is a folder or a file.
  ///
  /// Pipes, sockets and devices are refused: reading them may wait for ever, or never come to an end.
  static func kind(of path: String) throws(ReadError) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw failure(at: path) }
    return try kind(status, of: path)
  }

  private static func kind(_ status: stat, of path: String) throws(ReadError) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFIFO: throw noFile(path, "a pipe")
    case S_IFSOCK: throw noFile(path, "a socket")
    default: throw noFile(path, "a device")
    }
  }

  private static func noFile(_ path: String, _ what: String) -> ReadError {
    ReadError(
      .unreadable,
      "\"\(path)\" is \(what), not a file; save what it would give as a file, and name that.")
  }

  /// The names in a folder, in the order of their bytes, without hidden ones and those that Office leaves while a file is open.
  static func names(inFolder path: String) throws(ReadError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw failure(at: path) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
    }
    return names.sorted()
  }

  /// The whole content of a file.
  ///
  /// What is larger than the limit is refused, and so is what is no file.
  package static func bytes(
    of path: String, limit: Int = sizeLimit
  ) throws(ReadError) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(at: path) }
    guard try kind(status, of: path) == .file else {
      throw ReadError(.unreadable, "\"\(path)\" is a folder; name a file.")
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge(path, limit) }
    var bytes: [UInt8] = []
    // Some more than the size, so that the end of a file is met, and padding appended, without growing the array.
    var step = max(size + 64, 1 << 14)
    while true {
      let before = bytes.count
      let chunk = step
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, initialized in
        count = unsafe read(descriptor, buffer.baseAddress, chunk)
        initialized = max(0, count)
      }
      guard count >= 0 else { throw failure(at: path) }
      if count == 0 { return bytes }
      if before == 0 { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { throw tooLarge(path, limit) }
      step = 1 << 16
    }
  }

  /// Opens a file for reading without waiting for the other end of a pipe; the caller closes the descriptor.
  static func open(_ path: String) throws(ReadError) -> Int32 {
    #if canImport(Glibc)
      let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #elseif canImport(Musl)
      let descriptor = unsafe Musl.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let descriptor = unsafe Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard descriptor >= 0 else { throw failure(at: path) }
    return descriptor
  }

  /// The error the operating system has just reported for the path.
  static func failure(at path: String) -> ReadError {
    switch errno {
    case ENOENT, ENOTDIR:
      ReadError(.notFound, "\"\(path)\" does not exist; check the path.")
    case EACCES, EPERM:
      ReadError(.unreadable, "\"\(path)\" may not be read; check its permissions.")
    default:
      unsafe ReadError(
        .unreadable, "\"\(path)\" cannot be read: \(String(cString: strerror(errno))).")
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> ReadError {
    limit == sizeLimit
      ? ReadError(.tooLarge, "\"\(path)\" is larger than 2 GiB, the most a dataset may be.")
      : ReadError(.tooLarge, "\"\(path)\" is larger than \(limit >> 20) MiB.")
  }
}
