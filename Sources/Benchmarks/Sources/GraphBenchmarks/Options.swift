import Foundation

/// What to measure, from the command line.
struct Options {
  var directory = ""
  var isQuick = false
  var graphs: [String] = []
  var tasks: Set<String>?
  var threads = [1, 2]
  var output: String?
  /// Set in the process that measures one graph.
  var onlyGraph: String?

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(of option: String) throws -> String {
      guard let value = rest.popFirst() else {
        throw Failure(description: "\(option) needs a value.")
      }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--graphs": graphs = try value(of: argument).split(separator: ",").map { String($0) }
      case "--tasks": tasks = Set(try value(of: argument).split(separator: ",").map { String($0) })
      case "--threads":
        threads = try value(of: argument).split(separator: ",").compactMap { Int($0) }
      case "--out": output = try value(of: argument)
      case "--only": onlyGraph = try value(of: argument)
      default:
        guard directory.isEmpty, !argument.hasPrefix("-") else {
          throw Failure(description: "\(argument) is no option of this benchmark.")
        }
        directory = argument
      }
    }
    guard !directory.isEmpty, threads.allSatisfy({ $0 > 0 }), !threads.isEmpty else {
      throw Failure(
        description: """
          usage: GraphBenchmarks DIR [--quick] [--graphs a,b] [--tasks a,b] [--threads 1,2] [--out FILE]
          """)
    }
    if graphs.isEmpty { graphs = (isQuick ? Plan.quick : Plan.full).map(\.graph) }
  }

  func path(_ file: String) -> String { directory + "/" + file }

  func runInOwnProcess(graph: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    var arguments = [directory, "--only", graph]
    arguments += ["--threads", threads.map { "\($0)" }.joined(separator: ",")]
    if isQuick { arguments.append("--quick") }
    if let output { arguments += ["--out", output] }
    if let tasks { arguments += ["--tasks", tasks.sorted().joined(separator: ",")] }
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "The run on \(graph) failed.")
    }
  }
}
