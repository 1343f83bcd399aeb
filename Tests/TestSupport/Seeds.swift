import Foundation

/// How many seeds a test of noise takes.
package enum Seeds {
  /// A fifth of so many, but all where `ECOMAP_ALL_SEEDS` is set, as continuous integration does.
  package static func upTo(_ count: UInt64) -> Range<UInt64> {
    let wantsAll = ProcessInfo.processInfo.environment["ECOMAP_ALL_SEEDS"] != nil
    return 0..<(wantsAll ? count : max(1, count / 5))
  }
}
