import GraphvizKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A moment in which something else may happen.
enum Pause {
  /// A few thousandths of a second.
  static func briefly() { usleep(3000) }
}

/// What the server does with files, all of them in its own folder.
enum Files {
  /// What is known of a file before it is read.
  struct Facts: Hashable {
    /// Its size in bytes.
    let size: Int
    /// When it was last changed, in nanoseconds.
    let changed: Int
    /// Which file it is, under whatever name.
    let number: UInt64
    let isFolder: Bool
  }

  /// What is known of a file; `nil` if there is none.
  static func facts(of path: String) -> Facts? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Facts(
      size: Int(status.st_size), changed: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec),
      number: UInt64(status.st_ino), isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Makes a folder that nobody else may look into.
  ///
  /// - Returns: Whether it is there now and was not before.
  static func makeFolder(_ path: String) -> Bool { unsafe mkdir(path, 0o700) == 0 }

  /// Removes a folder with everything in it; links in it are not followed.
  static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Gives a file its name.
  ///
  /// - Returns: Whether it has it.
  static func rename(_ draft: String, _ path: String) -> Bool { systemRename(draft, path) }

  /// A new file to write to; `nil` if the system refuses.
  static func create(_ path: String) -> FileDescriptor? {
    FileDescriptor(systemCreate(path))
  }

  /// The first bytes of a file as text.
  static func text(of path: String, atMost limit: Int) -> String {
    guard let size = facts(of: path)?.size, let file = FileDescriptor(systemOpen(path)) else {
      return ""
    }
    return String(decoding: file.read(exactly: min(size, limit)) ?? [], as: UTF8.self)
  }
}

private func systemRename(_ draft: String, _ path: String) -> Bool {
  unsafe rename(draft, path) == 0
}

private func systemCreate(_ path: String) -> CInt {
  unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
}

private func systemOpen(_ path: String) -> CInt { unsafe open(path, O_RDONLY | O_CLOEXEC) }

extension Files {
  /// Whether a path leads to a file itself, not by a link.
  static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
