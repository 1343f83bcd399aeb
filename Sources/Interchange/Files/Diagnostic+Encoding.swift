import Containers
import EcosystemModel

extension Diagnostic {
  /// A file that is no text.
  init(_ fault: TextEncoding.Fault, file: String) {
    self.init(
      severity: .error, rule: "file.encoding", message: fault.message,
      location: Location(file: file, line: fault.line))
  }
}

extension TextEncoding {
  /// The bytes of a file as UTF-8; `nil` where they are no text, which a diagnostic then says.
  static func utf8(
    _ bytes: [UInt8], file: String, _ diagnostics: inout [Diagnostic]
  ) -> [UInt8]? {
    do {
      return try utf8(bytes)
    } catch {
      diagnostics.append(Diagnostic(error, file: file))
      return nil
    }
  }
}
