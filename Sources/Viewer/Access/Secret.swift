#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text that nobody guesses.
package enum Secret {
  /// 256 random bits in hexadecimal digits.
  package static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(UInt64.random(in: 0...UInt64.max, using: &generator), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Whether two texts are the same, in a time that tells nothing of where they differ.
  static func matches(_ given: String, _ known: String) -> Bool {
    let (given, known) = (Array(given.utf8), Array(known.utf8))
    guard given.count == known.count else { return false }
    return zip(given, known).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The text in a file that is ours alone.
  ///
  /// - Throws: ``ServeError`` where others may read it, or it is too short to be a secret.
  package static func read(from path: String) throws(ServeError) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= 4096
    else { throw ServeError("“\(path)” is no file with a token.") }
    guard status.st_mode & 0o077 == 0 else {
      throw ServeError("Others may read “\(path)”; close it to them: chmod 600 \(path).")
    }
    let text = Files.text(of: path, atMost: 4096).filter { !$0.isWhitespace }
    guard text.utf8.count >= 20,
      text.utf8.allSatisfy({ byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == 45 || byte == 95
      })
    else {
      throw ServeError("The token in “\(path)” must be 20 or more letters, digits, - and _.")
    }
    return text
  }
}
