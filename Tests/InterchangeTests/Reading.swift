import EcosystemModel

@testable import Interchange

/// Reads a dataset from texts.
func read(_ files: (String, String)..., options: ReadOptions = .init()) throws -> Dataset {
  try Dataset.read(files: files.map { ($0.0, Array($0.1.utf8)) }, options: options)
}

extension Dataset {
  /// The diagnostics as a user sees them.
  var lines: [String] { diagnostics.map(\.description) }

  /// The rules of the diagnostics, in their order.
  var rules: [String] { diagnostics.map(\.rule) }
}
