import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of this process that are not to stay: drafts before they are renamed, and what other libraries write for us.
///
/// Whoever makes one says so here, so that a process that is told to end can take them with it.
package enum DraftFiles {
  private static let paths = Mutex<Set<String>>([])

  static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Says that a draft has become the file that was meant.
  static func keep(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes a draft.
  static func remove(_ path: String) {
    unsafe unlink(path)
    keep(path)
  }

  /// Removes all drafts; those made from now on are not noticed.
  package static func removeAll() {
    for path in paths.withLock({ $0 }) { unsafe unlink(path) }
  }
}
