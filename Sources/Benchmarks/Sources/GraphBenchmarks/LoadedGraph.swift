import GraphCore
// The fast reader of lists is no part of the front door.
@_spi(Benchmarks) import Interchange

/// A graph as every task finds it: read from its file by the library's own reader.
struct LoadedGraph {
  let topology: Topology
  let costs: EdgeCosts
  let strengths: EdgeStrengths
  let names: [String]

  init(path: String, direction: Topology.Direction, threads: Int? = nil) throws {
    let list = try EdgeListReader.read(at: path, threads: threads)
    try self.init(list, direction: direction, parallelism: Parallelism(threads: threads))
  }

  /// Memberships, `person,committee`, as edges from people to committees.
  init(memberships path: String) throws {
    guard var bytes = Files.contents(of: path),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { throw Options.Failure(description: "\(path) cannot be read.") }
    bytes.replaceSubrange(..<end, with: Array("source,target".utf8))
    try self.init(EdgeListReader.read(bytes, named: path), direction: .directed)
  }

  private init(
    _ list: EdgeList, direction: Topology.Direction, parallelism: Parallelism = .automatic
  ) throws {
    let weights = list.weights ?? [Double](repeating: 1, count: list.sources.count)
    topology = Topology(
      nodeCount: list.names.count, direction: direction, sources: list.sources,
      targets: list.targets, parallelism: parallelism)
    costs = try EdgeCosts(weights)
    strengths = try EdgeStrengths(weights)
    names = list.names
  }

  struct Size {
    var nodes: Int
    var edges: Int
  }

  var size: Size { Size(nodes: topology.nodeCount, edges: topology.edgeCount) }

  /// The numbers in the names of the nodes.
  var ids: [Int] { names.map { Int($0.dropFirst()) ?? 0 } }

  func id(of node: NodeIndex) -> Int { Int(names[node.position].dropFirst()) ?? 0 }

  /// The first different sources of the file.
  func firstSources(_ count: Int) -> [NodeIndex] {
    var sources: [NodeIndex] = []
    for edge in topology.edges {
      let source = topology.endpoints(of: edge).source
      if !sources.contains(source) { sources.append(source) }
      if sources.count == count { break }
    }
    return sources
  }
}
