/// A path found by ``SpurSearch``.
struct Route {
  var nodes: [Int32]
  var edges: [Int32]
  /// The cost up to each node.
  var costs: [Double]
  /// The place of the node at which it left the path that it is a detour of.
  var deviation: Int

  var cost: Double { costs[costs.count - 1] }
}

/// Searches for paths to one target that leave a given path at a given node, guided by exact distances.
struct SpurSearch: ~Copyable {
  private let topology: Topology
  private let costs: EdgeCosts?
  private let source: Int
  private let target: Int
  /// The distance from each node to the target.
  private let remaining: Scratch<Double>
  private let distances: Scratch<Double>
  private let arrivals: Scratch<Int32>
  /// The number of the search that last reached a node; -1 for nodes that must not be used again.
  private let reachedBy: Scratch<Int32>
  private let searches = Scratch<Int32>(repeating: 0, count: 1)

  init(topology: Topology, costs: EdgeCosts?, source: NodeIndex, target: NodeIndex) {
    self.topology = topology
    self.costs = costs
    self.source = source.position
    self.target = target.position
    remaining = Scratch(repeating: .infinity, count: topology.nodeCount)
    distances = Scratch(repeating: .infinity, count: topology.nodeCount)
    arrivals = Scratch(repeating: -1, count: topology.nodeCount)
    reachedBy = Scratch(repeating: 0, count: topology.nodeCount)
    measureRemaining()
  }

  @inline(__always)
  private func cost(of edge: Int) -> Double { costs.map { $0.values[edge] } ?? 1 }

  /// One search backwards from the target.
  private func measureRemaining() {
    var heap = CostHeap()
    remaining[target] = 0
    heap.push(0, target)
    topology.withInRows { rows in
      while let entry = heap.pop() {
        guard entry.cost == remaining[entry.node] else { continue }
        for arc in rows.arcs(entry.node) {
          let neighbor = rows.neighbor(arc)
          let distance = entry.cost + cost(of: rows.edge(arc))
          guard distance < remaining[neighbor] else { continue }
          remaining[neighbor] = distance
          heap.push(distance, neighbor)
        }
      }
    }
  }

  /// The shortest path, or `nil` if there is none.
  func firstRoute() -> Route? {
    let start = Route(nodes: [Int32(source)], edges: [], costs: [0], deviation: 0)
    return detour(from: start, at: 0, known: [], below: .infinity)
  }

  /// The shortest path that keeps to `route` up to a place and leaves it there by another step than all
  /// known paths with the same beginning; `nil` if there is none below the bound.
  func detour(from route: Route, at place: Int, known: [Route], below bound: Double) -> Route? {
    let beginning = route.nodes[...place]
    var usedSteps: [Int32] = []
    for path in known where path.nodes.count > place + 1 && path.nodes[...place] == beginning {
      usedSteps.append(path.nodes[place + 1])
    }
    for node in beginning { reachedBy[node] = -1 }
    defer { for node in beginning { reachedBy[node] = 0 } }
    let spur = Int(route.nodes[place])
    guard search(from: spur, at: route.costs[place], avoiding: usedSteps, below: bound) else {
      return nil
    }
    var edges: [Int32] = []
    var node = target
    while node != spur {
      edges.append(arrivals[node])
      node = topology.otherEnd(of: Int(arrivals[node]), from: node)
    }
    var detour = Route(
      nodes: Array(beginning), edges: Array(route.edges[..<place]),
      costs: Array(route.costs[...place]), deviation: place)
    for edge in edges.reversed() {
      node = topology.otherEnd(of: Int(edge), from: node)
      detour.nodes.append(Int32(node))
      detour.edges.append(edge)
      detour.costs.append(distances[node])
    }
    return detour
  }

  /// Whether the target was reached.
  private func search(
    from spur: Int, at start: Double, avoiding usedSteps: [Int32], below bound: Double
  ) -> Bool {
    searches[0] += 1
    let number = searches[0]
    var heap = CostHeap()
    distances[spur] = start
    heap.push(start + remaining[spur], spur)
    return topology.withOutRows { rows in
      while let entry = heap.pop() {
        let node = Int(entry.node)
        if entry.cost > distances[node] + remaining[node] { continue }
        if node == target { return true }
        for arc in rows.arcs(node) {
          let neighbor = rows.neighbor(arc)
          guard reachedBy[neighbor] >= 0, remaining[neighbor] < .infinity else { continue }
          if node == spur, usedSteps.contains(Int32(truncatingIfNeeded: neighbor)) { continue }
          let distance = distances[node] + cost(of: rows.edge(arc))
          guard distance + remaining[neighbor] < bound else { continue }
          guard reachedBy[neighbor] != number || distance < distances[neighbor] else { continue }
          reachedBy[neighbor] = number
          distances[neighbor] = distance
          arrivals[neighbor] = Int32(truncatingIfNeeded: rows.edge(arc))
          heap.push(distance + remaining[neighbor], neighbor)
        }
      }
      return false
    }
  }
}
