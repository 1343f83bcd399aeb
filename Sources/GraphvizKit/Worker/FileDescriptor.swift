#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The owner of an open file descriptor.
package struct FileDescriptor: ~Copyable, Sendable {
  package let number: CInt

  /// Takes over a descriptor; `nil` if it is the -1 of a failed system call.
  package init?(_ number: CInt) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Reads exactly `count` bytes; `nil` at the end of the stream or on an error.
  package func read(exactly count: Int) -> [UInt8]? {
    var isComplete = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        guard let base = buffer.baseAddress else { break }
        let step = systemRead(number, base + filled, count - filled)
        if step > 0 {
          filled += step
        } else if step == 0 || errno != EINTR {
          break
        }
      }
      isComplete = filled == count
    }
    return isComplete ? bytes : nil
  }

  /// Writes all bytes.
  ///
  /// - Returns: Whether the other end took them.
  package func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        guard let base = buffer.baseAddress else { break }
        let step = systemWrite(number, base + written, buffer.count - written)
        if step > 0 {
          written += step
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}

// Inside the methods above the plain names are theirs.
private func systemRead(_ file: CInt, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}

private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}
