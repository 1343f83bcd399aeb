#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text of a list, read in pieces: from memory or, without holding all of it, from a file.
@safe
struct EdgeListText: @unchecked Sendable {
  /// Where the text is in memory, or the file that it is in.
  private let memory: UnsafePointer<UInt8>?
  private let descriptor: Int32
  let count: Int

  /// A text in memory that outlives this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    unsafe memory = bytes.baseAddress
    descriptor = -1
  }

  /// An open file of a known size, if it can be read at any place.
  init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= FileAccess.sizeLimit
    else { return nil }
    unsafe memory = nil
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  /// The first bytes, at most so many.
  func prefix(_ length: Int) -> [UInt8] {
    let length = min(length, count)
    return unsafe [UInt8](unsafeUninitializedCapacity: max(1, length)) { buffer, initialized in
      guard let base = buffer.baseAddress, unsafe read(0..<length, into: base) else { return }
      initialized = length
    }
  }

  /// Copies some bytes; returns whether all of them were there.
  func read(_ range: Range<Int>, into target: UnsafeMutablePointer<UInt8>) -> Bool {
    if let memory = unsafe memory {
      unsafe target.update(from: memory + range.lowerBound, count: range.count)
      return true
    }
    var done = 0
    while done < range.count {
      let got = unsafe pread(
        descriptor, target + done, range.count - done, off_t(range.lowerBound + done))
      guard got > 0 else { return false }
      done += got
    }
    return true
  }
}
