public import EcosystemModel

/// A list of ties between names, as columns of numbers that a graph can be built from at once.
public struct EdgeList: Sendable {
  /// The names, in the order in which they first appear.
  public internal(set) var names: [String] = []
  /// The position in ``names`` of each tie's source.
  public internal(set) var sources: [Int32] = []
  /// The position in ``names`` of each tie's target.
  public internal(set) var targets: [Int32] = []
  /// The weight of each tie, 1 where its cell is empty; `nil` where the list has no such column.
  public internal(set) var weights: [Double]?
  /// What was noticed while reading.
  public internal(set) var diagnostics: [Diagnostic] = []

  init() {}
}

/// Reads lone lists of ties, `source,target` or `from,to` with an optional `weight`, without the detour over a model.
///
/// It means the same as ``Dataset/read(at:options:)``, which gives names, places and diagnostics for any dataset.
public enum EdgeListReader {
  /// Reads a list from a file.
  ///
  /// - Throws: ``ReadError`` where the file cannot be read or is no list of ties.
  /// - Complexity: O(size of the file).
  public static func read(at path: String) throws(ReadError) -> EdgeList {
    guard try FileAccess.kind(of: path) == .file else {
      throw ReadError(.notADataset, "\"\(path)\" is a folder; name a file.")
    }
    var bytes = try FileAccess.bytes(of: path)
    return try read(&bytes, named: path)
  }

  /// Reads a list from memory; the name is for messages.
  ///
  /// - Throws: ``ReadError`` where the text is no list of ties.
  /// - Complexity: O(size of the text).
  public static func read(
    _ bytes: [UInt8], named name: String
  ) throws(ReadError) -> EdgeList {
    var bytes = bytes
    return try read(&bytes, named: name)
  }

  private static func read(
    _ bytes: inout [UInt8], named name: String
  ) throws(ReadError) -> EdgeList {
    // The scan loads words of 8 bytes and may look this far beyond the end.
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 16))
    if var scan = EdgeListScan(header: bytes, count: count), scan.run(bytes, count: count) {
      return scan.edgeList()
    }
    bytes.removeLast(16)
    return try CarefulEdgeList.read(bytes, named: name)
  }
}
