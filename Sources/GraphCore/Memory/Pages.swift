#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Memory of a fixed size that goes back to the system at once, where ``Scratch`` goes back to the allocator.
///
/// An allocator keeps what it is given back for the next who asks, for each thread by itself; of what is large, needed once
/// and given up in pieces two threads would hold twice as much as they use. Pages cost nothing until they are written, but then
/// more than memory at hand, and pages of several arrays meet in the same places of a cache: nothing for an inner loop to read.
@safe
struct Pages<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  private let size: Int
  let count: Int

  /// Room to be written before it is read.
  init(uninitialized count: Int) {
    self.count = count
    size = max(count, 1) * MemoryLayout<Element>.stride
    let pages = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let pages = unsafe pages, unsafe pages != MAP_FAILED else {
      fatalError("There is not enough memory for \(size) bytes.")
    }
    unsafe base = pages.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  deinit {
    unsafe munmap(base, size)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "Pages index out of range.")
      return unsafe base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count, "Pages index out of range.")
      yield unsafe &base[index]
    }
  }
}
