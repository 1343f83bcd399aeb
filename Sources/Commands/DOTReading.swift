import GraphvizKit
import Interchange

/// DOT is read by Graphviz itself, in the worker process: a hostile text can neither crash nor stall the command.
enum DOTReading {
  /// Tells what a DOT text says.
  static let structure: DOTStructure = { text throws(DOTFault) in
    do throws(GraphvizError) {
      let request = LayoutRequest(dot: text, formats: [.structure])
      return try LayoutWorker.shared.run(request, timeLimit: .seconds(30))
        .bytes(of: .structure) ?? []
    } catch {
      throw DOTFault(error.message, line: line(in: error.message))
    }
  }

  /// The line that a message of Graphviz names, as in `syntax error in line 3 near '}'`.
  private static func line(in message: String) -> Int? {
    guard let range = message.firstRange(of: " in line ") else { return nil }
    return Int(message[range.upperBound...].prefix { $0.isNumber })
  }
}
