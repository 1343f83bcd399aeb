import Foundation
import GraphCore

/// All measurements on one graph.
struct GraphRun {
  let name: String
  let options: Options
  private let baseMemory = Memory.resident()

  init(graph: String, options: Options) {
    name = graph
    self.options = options
  }

  private var direction: Topology.Direction {
    name.hasPrefix("ecosystem") || name.hasPrefix("layout") ? .undirected : .directed
  }

  private var path: String { options.path(name + ".csv") }

  func measure() throws {
    let wanted = Plan.tasks(of: name, isQuick: options.isQuick)
      .filter { options.tasks?.contains($0) ?? true }
    if wanted.contains("load") { try measureLoading() }
    let graph =
      name.hasPrefix("affiliation")
      ? try LoadedGraph(memberships: path) : try LoadedGraph(path: path, direction: direction)
    let loadedMemory = Memory.resident()
    let tasks = try GraphTask.all(on: graph, options: options, name: name)
    for name in wanted {
      guard let task = tasks.first(where: { $0.name == name }) else { continue }
      for threads in task.isParallel ? options.threads : [1] {
        Memory.resetPeak()
        let first = try Timing.once { try task.run(Parallelism(threads: threads)) }
        let peak = Memory.peak()
        let timing = try Timing(first: first.seconds) {
          _ = try task.run(Parallelism(threads: threads))
        }
        try record(
          task: name, threads: threads, timing, graph, loaded: loadedMemory, peak: peak,
          note: first.result.note, checksum: first.result.checksum())
      }
    }
  }

  private func measureLoading() throws {
    for threads in options.threads {
      Memory.resetPeak()
      let load = { try LoadedGraph(path: path, direction: direction, threads: threads) }
      let first = try Timing.once(load)
      let peak = Memory.peak()
      let loaded = Memory.resident()
      let checksum = Checksum([
        "nodes": Double(first.result.topology.nodeCount),
        "edges": Double(first.result.topology.edgeCount),
      ])
      let timing = try Timing(first: first.seconds) { _ = try load() }
      try record(
        task: "load", threads: threads, timing, first.result, loaded: loaded, peak: peak,
        note: "EdgeListReader, both directions sorted", checksum: checksum)
    }
  }

  private func record(
    task: String, threads: Int, _ timing: Timing, _ graph: LoadedGraph, loaded: Double,
    peak: Double, note: String, checksum: Checksum
  ) throws {
    let record = Record(
      threads: threads, task: task, graph: name, nodes: graph.topology.nodeCount,
      edges: graph.topology.edgeCount, compute_s: timing.median, compute_min_s: timing.least,
      runs: timing.runs, base_rss_mb: baseMemory, loaded_rss_mb: loaded, peak_rss_mb: peak,
      comparable: task != "betweenness-kadabra", note: note, checksum: checksum)
    try record.write(to: options.output)
  }
}
