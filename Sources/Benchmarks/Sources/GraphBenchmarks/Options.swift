/// What to measure, from the command line.
struct Options {
  var directory = ""
  var isQuick = false
  var graphs: [String] = []
  var tasks: Set<String>?
  var threads = [1, 2]
  var output: String?
  /// Set in a process that measures one task.
  var only: Part?

  /// What is measured in a process of its own.
  struct Part {
    var graph: String
    var task: String
    var threads: Int
  }

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
      case "--only":
        let graph = try value(of: argument)
        let task = try value(of: argument)
        only = Part(graph: graph, task: task, threads: Int(try value(of: argument)) ?? 1)
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

  /// All that is to be measured, task after task.
  var parts: [Part] {
    graphs.flatMap { graph in
      Plan.tasks(of: graph, isQuick: isQuick).filter { tasks?.contains($0) ?? true }
        .flatMap { task in
          (Plan.sequential.contains(task) ? [1] : threads)
            .map { Part(graph: graph, task: task, threads: $0) }
        }
    }
  }

  func runInOwnProcess(_ part: Part) throws {
    var arguments = [directory, "--only", part.graph, part.task, "\(part.threads)"]
    if let output { arguments += ["--out", output] }
    guard Files.runAgain(arguments) == 0 else {
      throw Failure(description: "\(part.task) on \(part.graph) failed.")
    }
  }
}
