#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files that are there whole or not at all.
package enum AtomicFile {
  /// Writes the bytes to a new file beside the path, waits until the disk has them, and renames it to the path, replacing what was
  /// there.
  ///
  /// What is no ordinary file, such as `/dev/stdout` or a pipe, is written to directly. Permissions of a replaced
  /// file are kept, and a symbolic link stays: the file it points to is replaced, or made where there is none yet.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  package static func write(_ bytes: [UInt8], to path: String) throws(WriteError) {
    let target = try destination(of: path)
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw WriteError("\"\(path)\" is a folder; name a file in it.")
      }
      let descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path) }
      return try put(bytes, to: descriptor, shown: path, isFile: false)
    }
    let folder = folder(of: target)
    if exists { try requireClosed(target, in: folder, shown: path) }
    let draft = try draft(
      of: bytes, in: folder, shown: path, mode: exists ? status.st_mode & 0o777 : 0o666)
    guard unsafe rename(draft, target) == 0 else {
      let error = failure(path)
      DraftFiles.remove(draft)
      throw error
    }
    DraftFiles.keep(draft)
    settle(folder)
  }

  /// Refuses to replace a document that somebody has open: Office and LibreOffice leave a file beside it that says so.
  private static func requireClosed(
    _ target: String, in folder: String, shown: String
  ) throws(WriteError) {
    guard ["xlsx", "pptx"].contains(FileName(target).ending) else { return }
    let name = target.split(separator: "/").last.map(String.init) ?? target
    for mark in ["~$\(name)", ".~lock.\(name)#"] where unsafe access("\(folder)/\(mark)", F_OK) == 0
    {
      throw WriteError(
        "\"\(shown)\" is open in another program, as \"\(mark)\" beside it says, and stays as it is; close it there, or remove that file if nobody has it open."
      )
    }
  }

  /// Writes UTF-8 text as ``write(_:to:)-([UInt8],_)`` does.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  package static func write(_ text: String, to path: String) throws(WriteError) {
    try write(Array(text.utf8), to: path)
  }

  /// Removes a file.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  package static func remove(_ path: String) throws(WriteError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
  }

  /// Makes a folder and those above it where they are missing.
  ///
  /// - Throws: ``WriteError`` where the operating system refuses.
  package static func makeFolder(_ path: String) throws(WriteError) {
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

  /// The path that writing to a path leads to: the end of a chain of symbolic links, whether or not there is a file yet.
  ///
  /// - Throws: ``WriteError`` where the links lead round in a circle.
  package static func destination(of path: String) throws(WriteError) -> String {
    if let real = unsafe realpath(path, nil) {
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    var target = path
    for _ in 0..<40 {
      guard let next = linkTarget(of: target) else { return target }
      target = next.hasPrefix("/") ? next : "\(folder(of: target))/\(next)"
    }
    throw WriteError("\"\(path)\" is a link that leads back to itself; name a file.")
  }

  /// The path that a symbolic link holds, or `nil` if there is no link.
  private static func linkTarget(of path: String) -> String? {
    let limit = 4096
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
      count = unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe $0.baseAddress.map { unsafe readlink(path, $0, limit) } ?? -1
      }
      initialized = max(0, count)
    }
    return count > 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes the bytes to a new hidden file in a folder, whose name is short however long that of the file will be.
  private static func draft(
    of bytes: [UInt8], in folder: String, shown: String, mode: mode_t
  ) throws(WriteError) -> String {
    // An earlier process of the same number may have been stopped before it could clear up.
    for number in 0... {
      let path = "\(folder)/.ecomap-\(getpid())-\(number).part"
      DraftFiles.add(path)
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      guard descriptor >= 0 else {
        let (isTaken, error) = (errno == EEXIST, failure(shown))
        DraftFiles.keep(path)
        guard isTaken, number < 1000 else { throw error }
        continue
      }
      do {
        try put(bytes, to: descriptor, shown: shown, isFile: true)
        return path
      } catch {
        DraftFiles.remove(path)
        throw error
      }
    }
    throw failure(shown)
  }

  /// Lets the disk know that a file has a new name; some file systems cannot, and need not.
  private static func settle(_ folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes the bytes and closes the descriptor.
  private static func put(
    _ bytes: [UInt8], to descriptor: Int32, shown: String, isFile: Bool
  ) throws(WriteError) {
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
    guard !isFile || fsync(descriptor) == 0 else {
      let error = failure(shown)
      close(descriptor)
      throw error
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
package struct WriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, a sentence that names the file.
  package var message: String

  init(_ message: String) { self.message = message }

  /// The message.
  package var description: String { message }
}
