import Foundation

// GraphBenchmarks DIR [--quick] [--graphs a,b] [--tasks a,b] [--threads 1,2] [--out FILE]
//
// Measures GraphCore on the graphs in DIR and writes one JSON line for each task, thread count and graph. Each
// graph has a process of its own, so that memory is told apart.

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if let graph = options.onlyGraph {
    try GraphRun(graph: graph, options: options).measure()
  } else {
    for graph in options.graphs { try options.runInOwnProcess(graph: graph) }
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(64)
}
