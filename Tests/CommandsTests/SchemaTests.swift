import Foundation
import TestSupport
import Testing

@testable import Commands

/// The JSON of commands is as their schemas say, and these are as reviewed.
@Suite(.timeLimit(.minutes(10)))
struct SchemaTests {
  static let names = AnswerShape.all.map(\.name)

  @Test(.tags(.golden), arguments: names) func schemaIsAsReviewed(name: String) throws {
    let shape = try #require(AnswerShape.all.first { $0.name == name })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Golden.expect(
      String(decoding: try encoder.encode(try shape.schema()), as: UTF8.self) + "\n",
      named: "schemas/\(name).json")
  }

  /// What to run on the example of `ecomap init` for the answers that need more than their name.
  private static let calls: [String: [String]] = [
    "dataset": ["convert", "mine/example", "data.json"],
    "doctor": ["doctor", "--format", "json"],
    "fit": ["fit", PackageRoot.path("datasets/moffitt")],
    "check": ["check", "mine/example", "--format", "json"],
    "diff": ["diff", "mine/example", "--from", "2020", "--to", "2024-06", "--format", "json"],
    "diff-several": ["diff", "mine/example", "--days", "2020,2023,2024-06", "--format", "json"],
    "escalation-compare": ["escalation", "mine/example", "--compare", "2023", "2024-06"],
    "load-compare": ["load", "mine/example", "--compare", "2023", "2024-06"],
    "tax-compare": ["tax", "mine/example", "--compare", "2023", "2024-06"],
    "handoffs-ways": ["handoffs", "mine/example", "--from", "aurora-dev", "--to", "borealis-com"],
    "navigator": ["navigator", "mine/example", "--to", "Emi Sato"],
    "peers": ["peers", "mine/example", "Northlight"],
    "roles-leaves": ["roles", "mine/example", "--leaves", "Emi Sato"],
    "turnover": ["turnover", "mine/example", "--from", "2020", "--to", "2024-06"],
    "turnover-person": ["turnover", "mine/example", "--person", "Emi Sato"],
    "why": ["load", "mine/example", "--why", "Emi Sato"],
  ]

  @Test(arguments: names) func answersAreAsTheirSchemaSays(name: String) async throws {
    let folder = try await TemporaryFolder.withStarter()
    var call = Self.calls[name] ?? [name, "mine/example"]
    if !["dataset", "doctor"].contains(name), !call.contains("--format") {
      call += ["--format", "json"]
    }
    let run = try await Ecomap.run(call, in: folder)
    guard run.status != 64, !run.output.isEmpty || name == "dataset" else {
      Issue.record("\(call): \(run.messages)")
      return
    }
    let text = name == "dataset" ? try folder.data("data.json") : Data(run.output.utf8)
    let schema = try await Ecomap.run("schema", name, in: folder)
    let checker = try SchemaChecker(Data(schema.output.utf8))
    #expect(checker.faults(of: try JSONSerialization.jsonObject(with: text)) == [])
  }

  @Test func whatIsNotDescribedIsFound() throws {
    let checker = try SchemaChecker(
      Data(
        """
        {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/word"}, \
        "b": {"type": "array", "items": {"type": "integer"}}}, "$defs": {"word": {"enum": ["x"]}}}
        """.utf8))
    func faults(_ text: String) throws -> [String] {
      checker.faults(of: try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }
    #expect(try faults(#"{"a": "x", "b": [1, 2]}"#) == [])
    #expect(try faults(#"{"a": "y"}"#).count == 1)
    #expect(try faults(#"{"b": [1.5], "c": 1}"#).count == 3)
  }
}

/// Compares JSON with a schema; what a schema does not name is a fault, too.
private struct SchemaChecker {
  private let root: [String: Any]

  init(_ schema: Data) throws {
    root = try #require(try JSONSerialization.jsonObject(with: schema) as? [String: Any])
  }

  func faults(of document: Any) -> [String] { faults(of: document, root, "") }

  private func faults(of value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init) {
      let definitions = root["$defs"] as? [String: [String: Any]]
      return faults(of: value, definitions?[name] ?? [:], place)
    }
    if let either = schema["anyOf"] as? [[String: Any]] {
      let all = either.map { faults(of: value, $0, place) }
      return all.contains([]) ? [] : all.last ?? []
    }
    if let words = schema["enum"] as? [String] {
      return words.contains(value as? String ?? "?") ? [] : ["\(place): \(value) is no \(words)"]
    }
    let isNumber = value is NSNumber && !isAnswer(value)
    let fits: Bool
    switch schema["type"] as? String {
    case "string":
      let pattern = schema["pattern"] as? String ?? ""
      fits =
        (value as? String)?.range(of: pattern, options: .regularExpression) != nil
        || pattern.isEmpty && value is String
    case "integer": fits = isNumber && (value as? Double).map { $0 == $0.rounded() } ?? false
    case "number": fits = isNumber
    case "boolean": fits = isAnswer(value)
    case "null": fits = value is NSNull
    case "array":
      guard let list = value as? [Any] else { return ["\(place): no list"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return list.enumerated().flatMap { faults(of: $1, items, "\(place)[\($0)]") }
    case "object": return members(of: value, schema, place)
    default: return ["\(place): nothing is said of it"]
    }
    return fits ? [] : ["\(place): \(value) is no \(schema["type"] ?? "")"]
  }

  private func members(of value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let members = value as? [String: Any] else { return ["\(place): no object"] }
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    let others = schema["additionalProperties"] as? [String: Any]
    let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
    return missing.map { "\(place): no \($0)" }
      + members.sorted { $0.key < $1.key }.flatMap { key, member -> [String] in
        guard let shape = known[key] ?? others else { return ["\(place): \(key) is not described"] }
        return faults(of: member, shape, "\(place).\(key)")
      }
  }

  private func isAnswer(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}
