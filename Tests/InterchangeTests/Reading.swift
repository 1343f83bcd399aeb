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

/// A generator that gives the same numbers for the same seed: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
