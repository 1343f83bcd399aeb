#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files without Foundation, whose code and tables would count as memory of every task.
enum Files {
  /// The bytes of a file, `nil` where it cannot be read.
  static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  static func text(of path: String) -> String? {
    contents(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a text behind what the file has, which is made where it is missing; `nil` stands for the standard output.
  static func append(_ text: String, to path: String?) throws {
    guard let path else { return print(text, terminator: "") }
    let bytes = Array(text.utf8)
    guard let file = fopen(path, "a") else {
      throw Options.Failure(description: "\(path) cannot be written.")
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw Options.Failure(description: "\(path) cannot be written.")
    }
  }

  /// Runs this program with other arguments and waits for it; returns its exit code.
  static func runAgain(_ arguments: [String]) -> Int32 {
    var argv: [UnsafeMutablePointer<CChar>?] = ([CommandLine.arguments[0]] + arguments)
      .map { strdup($0) }
    argv.append(nil)
    defer { for argument in argv { free(argument) } }
    var child = pid_t()
    #if os(Linux)
      let program = "/proc/self/exe"
    #else
      let program = CommandLine.arguments[0]
    #endif
    guard posix_spawn(&child, program, nil, nil, argv, environ) == 0 else { return -1 }
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child else { return -1 }
    // A signal is in the low bits, an exit code above them.
    return status & 0x7f == 0 ? status >> 8 & 0xff : -1
  }
}
