package import EcosystemModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A list of ties between names, as columns of numbers that a graph can be built from at once.
@_spi(Benchmarks) public struct EdgeList: Sendable {
  /// The names, in the order in which they first appear.
  @_spi(Benchmarks) public internal(set) var names: [String] = []
  /// The position in ``names`` of each tie's source.
  @_spi(Benchmarks) public internal(set) var sources: [Int32] = []
  /// The position in ``names`` of each tie's target.
  @_spi(Benchmarks) public internal(set) var targets: [Int32] = []
  /// The weight of each tie, 1 where its cell is empty; `nil` where the list has no such column.
  @_spi(Benchmarks) public internal(set) var weights: [Double]?
  /// What was noticed while reading.
  package internal(set) var diagnostics: [Diagnostic] = []

  init() {}
}

/// Reads lone lists of ties, `source,target` or `from,to` with an optional `weight`, without the detour over a model.
///
/// It means the same as ``Dataset/read(at:options:)``, which gives names, places and diagnostics for any dataset.
@_spi(Benchmarks) public enum EdgeListReader {
  /// Reads a list from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - threads: How many threads read it; the result does not depend on it. `nil` stands for one for each processor.
  /// - Returns: The ties, and what was noticed.
  /// - Throws: `ReadError` where the file cannot be read or is no list of ties.
  /// - Complexity: O(size of the file). Of a plain list only small pieces are in memory at a time.
  @_spi(Benchmarks) public static func read(at path: String, threads: Int? = nil) throws -> EdgeList
  {
    guard try FileAccess.kind(of: path) == .file else {
      throw ReadError(.notADataset, "\"\(path)\" is a folder; name a file.")
    }
    let descriptor = try FileAccess.open(path)
    defer { close(descriptor) }
    if let text = EdgeListText(descriptor: descriptor), let list = plain(text, threads: threads) {
      return list
    }
    return try read(FileAccess.bytes(of: path), named: path, threads: threads)
  }

  /// Reads a list from memory; the name is for messages.
  ///
  /// - Throws: `ReadError` where the text is no list of ties.
  /// - Complexity: O(size of the text).
  @_spi(Benchmarks) public static func read(
    _ bytes: [UInt8], named name: String, threads: Int? = nil
  ) throws -> EdgeList {
    let list = unsafe bytes.withUnsafeBufferPointer { bytes in
      plain(unsafe EdgeListText(bytes), threads: threads)
    }
    if let list { return list }
    return try CarefulEdgeList.read(bytes, named: name)
  }

  /// Reads a plain list, or gives up on it.
  private static func plain(_ text: EdgeListText, threads: Int?) -> EdgeList? {
    let start = text.prefix(1 << 13)
    guard let header = EdgeListHeader(start) else { return nil }
    let numbered = NumberedNames(
      sample: start.dropFirst(header.end), delimiter: header.delimiter,
      recordCount: (text.count - header.end) / 4)
    return EdgeListGathering(text, header: header, numbered: numbered)
      .run(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
