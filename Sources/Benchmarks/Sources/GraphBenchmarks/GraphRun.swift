import GraphCore

/// The measurement of one task on one graph with one number of threads.
struct GraphRun {
  let graph: String
  let task: String
  let threads: Int
  let options: Options
  private let baseMemory = Memory.resident()

  private var direction: Topology.Direction {
    graph.hasPrefix("ecosystem") || graph.hasPrefix("layout") ? .undirected : .directed
  }

  private var path: String { options.path(graph + ".csv") }

  init(_ part: Options.Part, options: Options) {
    (graph, task, threads) = (part.graph, part.task, part.threads)
    self.options = options
  }

  func measure() throws {
    if task == "load" { return try measureLoading() }
    guard let (found, size) = try wanted() else { return }
    Memory.resetPeak()
    let loadedMemory = Memory.resident()
    let first = try Timing.once { try found.run(Parallelism(threads: threads)) }
    let peak = Memory.peak()
    let timing = try Timing(first: first.seconds) {
      _ = try found.run(Parallelism(threads: threads))
    }
    try record(
      timing, size, loadedMemory: loadedMemory, peak: peak, note: first.result.note,
      checksum: first.result.checksum())
  }

  /// The task, which keeps of the graph what it needs.
  private func wanted() throws -> (GraphTask, LoadedGraph.Size)? {
    let loaded =
      graph.hasPrefix("affiliation")
      ? try LoadedGraph(memberships: path)
      : try LoadedGraph(path: path, direction: direction, threads: threads)
    return try GraphTask.all(on: loaded, options: options, name: graph)
      .first { $0.name == task }
      .map { ($0, loaded.size) }
  }

  private func measureLoading() throws {
    Memory.resetPeak()
    let load = { try LoadedGraph(path: path, direction: direction, threads: threads) }
    let first = try Timing.once(load)
    let peak = Memory.peak()
    let loadedMemory = Memory.resident()
    let checksum = Checksum([
      "nodes": Double(first.result.topology.nodeCount),
      "edges": Double(first.result.topology.edgeCount),
    ])
    let timing = try Timing(first: first.seconds) { _ = try load() }
    try record(
      timing, first.result.size, loadedMemory: loadedMemory, peak: peak,
      note: "EdgeListReader, both directions sorted", checksum: checksum)
  }

  private func record(
    _ timing: Timing, _ size: LoadedGraph.Size, loadedMemory: Double, peak: Double, note: String,
    checksum: Checksum
  ) throws {
    let record = Record(
      threads: threads, task: task, graph: graph, nodes: size.nodes, edges: size.edges,
      timing: timing, baseMemory: baseMemory,
      loadedMemory: loadedMemory, peakMemory: peak, note: note, checksum: checksum)
    try Files.append(record.json + "\n", to: options.output)
  }
}
