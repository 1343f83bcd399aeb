import Foundation
import TestSupport
import Testing

@testable import GraphvizKit

extension LayoutWorker.Program {
  /// The built command as a worker.
  static var built: Self { Self(path: BuiltProduct.ecomap ?? "ecomap") }
}

@Suite(.serialized, .timeLimit(.minutes(60))) struct LayoutWorkerTests {
  static let small = LayoutRequest(
    graph: DOTGraph(name: "small", edges: [.init("a", "b")]), formats: [.svg], wantsGeometry: true)

  /// Keeps `dot` busy for minutes.
  static var stalling: LayoutRequest {
    var graph = DOTGraph(name: "dense")
    graph.edges = (0..<500).flatMap { tail in
      (1..<40).map { .init("n\(tail)", "n\((tail * 7 + $0 * $0) % 500)") }
    }
    return LayoutRequest(graph: graph)
  }

  @Test(arguments: LayoutEngine.allCases)
  func `a worker answers as the engine in this process does`(engine: LayoutEngine) throws {
    var graph = GraphvizEngineTests.repeatable(engine)
    graph.nodes[0].attributes["fixedsize"] = "true"
    graph.nodes[0].attributes["label"] = .text(String(repeating: "too long ", count: 20))
    let request = LayoutRequest(
      graph: graph, engine: engine, formats: [.svg, .dot], wantsGeometry: true)
    let worker = LayoutWorker(program: .built)
    worker.start()
    let reply = try worker.run(request)
    let expected = try GraphvizEngine.run(request)
    #expect(reply.layout == expected.layout)
    for format in request.formats {
      let texts = [reply, expected].map {
        String(decoding: $0.bytes(of: format) ?? [], as: UTF8.self)
      }
      #expect(texts[0] == texts[1])
    }
    #expect(reply.warnings == expected.warnings)
    #expect(!reply.warnings.isEmpty)
  }

  @Test func `one worker serves many requests with one process`() throws {
    let worker = LayoutWorker(program: .built)
    let first = try worker.run(Self.small)
    let process = worker.processIdentifier
    for _ in 0..<20 { #expect(try worker.run(Self.small) == first) }
    #expect(worker.processIdentifier == process)
  }

  @Test func `an error of Graphviz arrives whole and leaves the worker alive`() throws {
    let worker = LayoutWorker(program: .built)
    let error = try #require(throws: GraphvizError.self) {
      try worker.run(LayoutRequest(dot: "digraph {"))
    }
    #expect(error.code == .syntaxError)
    #expect(error.details.isEmpty == false)
    let process = worker.processIdentifier
    _ = try worker.run(Self.small)
    #expect(worker.processIdentifier == process)
  }

  @Test func `a stalling layout is ended at its limit and the next request works`() throws {
    let worker = LayoutWorker(program: .built)
    let stalling = Self.stalling
    let error = try #require(throws: GraphvizError.self) {
      try worker.run(stalling, timeLimit: .seconds(1))
    }
    #expect(error.code == .timedOut)
    #expect(error.message.contains("1 s"))
    #expect(worker.processIdentifier == nil)
    _ = try worker.run(Self.small)
  }

  @Test func `a crash in the middle of a layout is an error and the next request works`() throws {
    let worker = LayoutWorker(program: .built)
    _ = try worker.run(Self.small)
    let process = try #require(worker.processIdentifier)
    let stalling = Self.stalling
    Thread.detachNewThread {
      usleep(300_000)
      kill(process, SIGSEGV)
    }
    let error = try #require(throws: GraphvizError.self) { try worker.run(stalling) }
    #expect(error.code == .crashed)
    #expect(error.message.contains("signal 11"))
    _ = try worker.run(Self.small)
  }

  @Test func `a worker that died while nothing was asked of it is replaced`() throws {
    let worker = LayoutWorker(program: .built)
    _ = try worker.run(Self.small)
    let process = try #require(worker.processIdentifier)
    kill(process, SIGKILL)
    while worker.isProcessRunning { usleep(1000) }
    _ = try worker.run(Self.small)
    #expect(worker.processIdentifier != process)
  }

  @Test func `a worker ends with its owner, even in the middle of a layout`() throws {
    var worker: LayoutWorker? = LayoutWorker(program: .built)
    _ = try worker?.run(Self.small)
    let process = try #require(worker?.processIdentifier)
    #expect(kill(process, 0) == 0)
    worker = nil
    #expect(kill(process, 0) == -1)
  }

  @Test func `workers work in parallel`() async throws {
    try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
              let worker = LayoutWorker(program: .built)
              continuation.resume(
                with: Result { try worker.run(Self.small).bytes(of: .svg) })
            }
          }
        }
      }
      let expected = try GraphvizEngine.run(Self.small).bytes(of: .svg)
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test(arguments: [
    LayoutWorker.Program(path: "/does/not/exist"), .init(path: "/bin/true", arguments: []),
    .init(path: "/bin/cat", arguments: ["/etc/passwd"]),
  ])
  func `a program that is no worker is an error`(program: LayoutWorker.Program) throws {
    let worker = LayoutWorker(program: program)
    worker.start()
    let error = try #require(throws: GraphvizError.self) { try worker.run(Self.small) }
    #expect(error.code == .cannotStart)
    #expect(error.message.contains(program.path))
  }

  @Test func `a deep graph does not overflow the stack`() throws {
    var graph = DOTGraph(name: "chain")
    graph.edges = (0..<5000).map { .init("n\($0)", "n\($0 + 1)") }
    graph.nodeDefaults = ["shape": "point"]
    let worker = LayoutWorker(program: .built)
    let reply = try worker.run(LayoutRequest(graph: graph, wantsGeometry: true))
    #expect(reply.layout?.nodes.count == 5001)
  }
}

@Suite(.serialized, .timeLimit(.minutes(60))) struct LayoutPoolTests {
  @Test func `results come in the order of the work, whoever did it`() throws {
    let pool = LayoutPool(LayoutWorker(program: .built), LayoutWorker(program: .built))
    pool.start()
    let counts = Array(1...20)
    let found = pool.map(counts) { count, worker in
      let edges = (0..<count).map { DOTGraph.Edge("a", "b\($0)") }
      let request = LayoutRequest(graph: DOTGraph(name: "star", edges: edges), wantsGeometry: true)
      return try? worker.run(request).layout?.nodes.count
    }
    #expect(found == counts.map { $0 + 1 })
  }

  @Test func `a worker that is stuck does not keep the other from working`() {
    let pool = LayoutPool(LayoutWorker(program: .built), LayoutWorker(program: .built))
    let requests =
      [LayoutWorkerTests.stalling] + Array(repeating: LayoutWorkerTests.small, count: 8)
    let outcomes = pool.map(requests) { request, worker in
      Result { () throws(GraphvizError) in try worker.run(request, timeLimit: .seconds(4)) }
    }
    #expect(throws: GraphvizError.self) { try outcomes[0].get() }
    for outcome in outcomes.dropFirst() { #expect(throws: Never.self) { try outcome.get() } }
  }

  @Test func `no work starts no process`() {
    let pool = LayoutPool(LayoutWorker(program: .built), LayoutWorker(program: .built))
    #expect(pool.map([Int]()) { _, _ in 1 }.isEmpty)
    #expect(pool.first.processIdentifier == nil)
  }
}
