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
