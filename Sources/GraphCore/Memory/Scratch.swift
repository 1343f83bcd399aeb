/// Memory of a fixed size for the inner loop of an algorithm.
///
/// The one place where GraphCore gives up bounds checks: subscripts are checked in debug builds, under
/// which the tests run, and not in release builds. Every index into it comes from a ``Topology``,
/// whose initialiser has checked it. Values can be shared by the workers of a parallel loop, each
/// writing places of its own.
@safe
struct Scratch<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    unsafe base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// Memory whose pages cost nothing until they are written; to be written before it is read.
  init(uninitialized count: Int) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    self.count = count
  }

  init(copying values: [Element]) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(values.count, 1))
    count = values.count
    let base = unsafe base
    unsafe values.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      unsafe base.initialize(from: first, count: buffer.count)
    }
  }

  deinit {
    unsafe base.deallocate()
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "Scratch index out of range.")
      return unsafe base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count, "Scratch index out of range.")
      yield unsafe &base[index]
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Element {
    get { self[Int(truncatingIfNeeded: index)] }
    nonmutating _modify { yield &self[Int(truncatingIfNeeded: index)] }
  }

  func fill(_ value: Element) {
    unsafe base.update(repeating: value, count: count)
  }

  /// The values as an array.
  func array(prefix length: Int? = nil) -> [Element] {
    unsafe Array(UnsafeBufferPointer(start: base, count: length ?? count))
  }
}

extension Scratch<Int32> {
  /// The numbers from 0.
  init(numbersBelow count: Int) {
    self.init(repeating: 0, count: count)
    for number in 0..<count { self[number] = Int32(truncatingIfNeeded: number) }
  }
}
