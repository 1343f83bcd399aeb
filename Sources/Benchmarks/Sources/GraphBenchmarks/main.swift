#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// GraphBenchmarks DIR [--quick] [--graphs a,b] [--tasks a,b] [--threads 1,2] [--out FILE]
//
// Measures GraphCore on the graphs in DIR and writes one JSON line for each task, thread count and graph. Each of
// them has a process of its own, so that memory is told apart.

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if let part = options.only {
    try GraphRun(part, options: options).measure()
  } else {
    for part in options.parts { try options.runInOwnProcess(part) }
  }
} catch {
  try? Files.append("\(error)\n", to: "/dev/stderr")
  exit(64)
}
