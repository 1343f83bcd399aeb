/// What a value looks like as JSON.
package indirect enum JSONShape: Hashable, Sendable {
  case text, integer, number, answer
  /// A text in a notation, as a regular expression.
  case notation(String)
  /// One of some words.
  case word([String])
  case list(JSONShape)
  /// An object with keys that come from the data.
  case map(JSONShape)
  /// A value, or `null`.
  case optional(JSONShape)
  /// An object with one of these keys, or with none.
  case variants([String: JSONShape])
  /// An object that is described under a name.
  case named(String)

  /// A key of an object.
  package struct Property: Hashable, Sendable {
    let shape: JSONShape
    /// Whether no object is without it.
    let isRequired: Bool
    /// What it says; `nil` if its name says it.
    var meaning: String?
  }
}

/// The description of a JSON document, as JSON Schema (draft 2020-12) writes it.
package struct JSONSchema: Hashable, Sendable, Encodable {
  private let title: String
  private let root: [String: JSONShape.Property]
  private let definitions: [String: [String: JSONShape.Property]]
  /// What other keys of the described objects hold; `nil` if they have none.
  private let others: JSONShape?

  /// Describes what is written of a type whose code is synthesised, with what stands beside its own keys.
  ///
  /// - Throws: What decoding throws where a part of the type cannot be described.
  package init<Value: Decodable>(
    of type: Value.Type, title: String, beside more: [String: JSONShape] = [:]
  ) throws {
    let recorder = ShapeRecorder()
    let shape = try recorder.shape(of: type).shape
    guard case .named(let name) = shape, var root = recorder.definitions[name] else {
      preconditionFailure("\(type) is no object.")
    }
    for (key, shape) in more { root[key] = .init(shape: shape, isRequired: true) }
    self.title = title
    self.root = root
    definitions = recorder.definitions.filter { $0.key != name }
    others = nil
  }

  /// Describes an object by its keys.
  init(
    title: String, _ root: [String: JSONShape.Property],
    _ definitions: [String: [String: JSONShape.Property]], others: JSONShape
  ) {
    (self.title, self.root, self.definitions) = (title, root, definitions)
    self.others = others
  }

  /// Writes the schema.
  package func encode(to encoder: any Encoder) throws {
    var all = Node.object(root).members
    all["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
    all["title"] = .text(title)
    if !definitions.isEmpty {
      all["$defs"] = .members(definitions.mapValues { .object($0, others) })
    }
    try Node.members(all).encode(to: encoder)
  }

  /// A part of the schema as it is written.
  private indirect enum Node: Encodable {
    case text(String)
    case list([Node])
    case members([String: Node])

    var members: [String: Node] { if case .members(let members) = self { members } else { [:] } }

    static func object(
      _ properties: [String: JSONShape.Property], _ others: JSONShape? = nil
    ) -> Node {
      var node: [String: Node] = [
        "type": .text("object"),
        "properties": .members(
          properties.mapValues { property in
            var node = Node(property.shape).members
            if let meaning = property.meaning { node["description"] = .text(meaning) }
            return .members(node)
          }),
      ]
      let required = properties.filter(\.value.isRequired).map(\.key).sorted()
      if let others { node["additionalProperties"] = Node(others) }
      if !required.isEmpty { node["required"] = .list(required.map { .text($0) }) }
      return .members(node)
    }

    init(_ shape: JSONShape) {
      func typed(_ name: String, _ more: [String: Node] = [:]) -> Node {
        .members(more.merging(["type": .text(name)]) { $1 })
      }
      self =
        switch shape {
        case .text: typed("string")
        case .integer: typed("integer")
        // What is no number in JSON is written as a word.
        case .number:
          .members([
            "anyOf": .list([
              typed("number"), .members(["enum": .list(["inf", "-inf", "nan"].map { .text($0) })]),
            ])
          ])
        case .answer: typed("boolean")
        case .notation(let pattern): typed("string", ["pattern": .text(pattern)])
        case .word(let words): .members(["enum": .list(words.map { .text($0) })])
        case .list(let element): typed("array", ["items": Node(element)])
        case .map(let value): typed("object", ["additionalProperties": Node(value)])
        case .optional(let value): .members(["anyOf": .list([Node(value), typed("null")])])
        case .variants(let variants):
          .object(variants.mapValues { .init(shape: $0, isRequired: false) })
        case .named(let name): .members(["$ref": .text("#/$defs/\(name)")])
        }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .list(let list): try container.encode(list)
      case .members(let members): try container.encode(members)
      }
    }
  }
}
