/// A view of the places of an array for inner loops, valid inside the closure that it is passed to.
///
/// Like ``Scratch``, it checks positions in debug builds only, and workers may share it if each writes places of its own.
@safe
struct ArrayView<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  /// - Precondition: Only a view of a mutable array is written to.
  fileprivate init(_ base: UnsafePointer<Element>, count: Int) {
    unsafe self.base = UnsafeMutablePointer(mutating: base)
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "Place out of range.")
      return unsafe base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count, "Place out of range.")
      yield unsafe &base[index]
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Element {
    get { self[Int(truncatingIfNeeded: index)] }
    nonmutating _modify { yield &self[Int(truncatingIfNeeded: index)] }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Makes an array without filling it first; `body` must write every place.
  init(places count: Int, _ body: (ArrayView<Element>) -> Void) {
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      if let base = buffer.baseAddress, count > 0 {
        body(unsafe ArrayView(UnsafePointer(base), count: count))
      }
      initialized = count
    }
  }

  /// Calls `body` with a view to be read from.
  func withPlaces<Result>(_ body: (ArrayView<Element>) -> Result) -> Result {
    unsafe withUnsafeBufferPointer { buffer in
      // An empty array may have no address; one that is never read stands in for it.
      guard
        let base = unsafe buffer.baseAddress
          ?? UnsafePointer(bitPattern: MemoryLayout<Element>.alignment)
      else { preconditionFailure("An alignment is at least one.") }
      return body(unsafe ArrayView(base, count: buffer.count))
    }
  }
}
