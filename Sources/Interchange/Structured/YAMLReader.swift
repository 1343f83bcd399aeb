import Yams

/// Reads a YAML document through Yams and keeps where each value stands.
enum YAMLReader {
  /// The document in UTF-8 text, `nil` where it is empty, and what of it is not taken as it is written.
  static func document(
    in utf8: [UInt8]
  ) throws(DocumentError) -> (root: DocumentNode?, warnings: [DocumentError]) {
    let text = String(decoding: utf8, as: UTF8.self)
    guard !hasHostileKeys(utf8) else {
      throw DocumentError(
        rule: "yaml.alias", message: "aliases in keys are not read; write the keys out", line: nil,
        column: nil)
    }
    do {
      // Aliases may repeat what they name, but not without end.
      var converter = Converter(budget: utf8.count * 10 + 10_000)
      let root = try compose(yaml: text).map { converter.convert($0, depth: 0) }
      guard converter.budget > 0 else {
        throw DocumentError(
          rule: "yaml.alias", message: "the aliases in this document repeat too much of it",
          line: nil, column: nil)
      }
      return (root, converter.foreignTags.map { DocumentError(foreign: $0) })
    } catch let error as DocumentError {
      throw error
    } catch let error as YamlError {
      throw fault(error)
    } catch {
      throw DocumentError(
        rule: "yaml.syntax", message: "the document is no YAML", line: nil, column: nil)
    }
  }

  /// Whether a document could stall the check for repeated keys: nested aliases double with each level, and comparing
  /// keys walks through all of them.
  private static func hasHostileKeys(_ utf8: [UInt8]) -> Bool {
    var aliases = 0
    var hasComplexKey = false
    var inAlias = false
    var previous = UInt8(ascii: "\n")
    var lastSolid = UInt8(ascii: "\n")
    for byte in utf8 {
      let startsToken = " \n\r\t[{,:-".utf8.contains(previous)
      if byte == UInt8(ascii: "*"), startsToken {
        aliases += 1
        inAlias = true
      } else if byte == UInt8(ascii: "?"), startsToken {
        hasComplexKey = true
      } else if byte == UInt8(ascii: ":") {
        hasComplexKey =
          hasComplexKey || inAlias || lastSolid == UInt8(ascii: "]")
          || lastSolid == UInt8(ascii: "}")
      } else if " \n\r\t,]}".utf8.contains(byte) {
        if byte != UInt8(ascii: " ") { inAlias = false }
      }
      if byte != UInt8(ascii: " ") { lastSolid = byte }
      previous = byte
    }
    return hasComplexKey && aliases > 20
  }

  private static func fault(_ error: YamlError) -> DocumentError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      DocumentError(
        rule: "yaml.syntax", message: "this is no YAML: \(problem)", line: mark.line,
        column: mark.column)
    case .reader(let problem, let offset, _, let yaml):
      DocumentError(
        rule: "yaml.syntax", message: "this is no YAML: \(problem)",
        line: offset.map { 1 + yaml.prefix($0).count { $0.isNewline } }, column: nil)
    case .duplicatedKeysInMapping(let keys, let context):
      DocumentError(
        rule: "key.repeated",
        message: "the key \"\(keys.first ?? "")\" stands twice in one place; keep one",
        line: context.mark.line, column: context.mark.column)
    default:
      DocumentError(
        rule: "yaml.syntax", message: "the document is no YAML", line: nil, column: nil)
    }
  }
}

/// Turns Yams' nodes into our own.
private struct Converter {
  /// How many nodes, and bytes of text in them, may still be made.
  var budget: Int
  /// Tags that are none of YAML's own, each once with its place.
  private(set) var foreignTags: [(name: String, line: Int, column: Int)] = []

  init(budget: Int) { self.budget = budget }

  /// Values deeper than any dataset's; they are reported as nested where they are used.
  private static let depthLimit = 5

  mutating func convert(_ node: Node, depth: Int) -> DocumentNode {
    budget -= 1 + (node.scalar?.string.utf8.count ?? 0)
    guard budget > 0 else { return DocumentNode(content: .null, line: 1, column: 1) }
    let content: DocumentNode.Content
    noteTag(of: node)
    switch node {
    case .scalar(let scalar): content = isNull(scalar) ? .null : .scalar(scalar.string)
    case .sequence(let sequence):
      content = .list(depth < Self.depthLimit ? elements(of: sequence, depth: depth) : [])
    case .mapping(let mapping):
      content = .object(depth < Self.depthLimit ? entries(of: mapping, depth: depth) : [])
    case .alias: content = .null
    }
    return DocumentNode(
      content: content, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Remembers a tag that asks for another type than the text shows; what it names is never made.
  private mutating func noteTag(of node: Node) {
    let name =
      switch node {
      case .scalar(let scalar): scalar.tag.rawValue
      case .sequence(let sequence): sequence.tag.rawValue
      case .mapping(let mapping): mapping.tag.rawValue
      case .alias: ""
      }
    guard !name.isEmpty, name.hasPrefix("!") ? name.count > 1 : name.contains("/"),
      !foreignTags.contains(where: { $0.name == name })
    else { return }
    foreignTags.append((name, node.mark?.line ?? 1, node.mark?.column ?? 1))
  }

  private mutating func elements(of sequence: Node.Sequence, depth: Int) -> [DocumentNode] {
    var elements: [DocumentNode] = []
    for node in sequence { elements.append(convert(node, depth: depth + 1)) }
    return elements
  }

  private func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The entries of a mapping; those merged in by `<<` follow its own.
  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry] = []
    var merged: [DocumentNode.Entry] = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let node = convert(value, depth: depth + 1)
      if name == "<<", key.scalar?.style == .plain {
        let sources = if case .list(let list) = node.content { list } else { [node] }
        for source in sources {
          if case .object(let inherited) = source.content { merged += inherited }
        }
        continue
      }
      entries.append(
        .init(
          key: name, line: key.mark?.line ?? node.line, column: key.mark?.column ?? node.column,
          value: node))
    }
    for entry in merged where !entries.contains(where: { $0.key == entry.key }) {
      entries.append(entry)
    }
    return entries
  }
}

extension DocumentError {
  /// Says that a tag is passed over.
  fileprivate init(foreign tag: (name: String, line: Int, column: Int)) {
    self.init(
      rule: "yaml.tag",
      message:
        "the tag \"\(tag.name.prefix(80))\" is not followed, and its value is read as plain text; remove the tag",
      line: tag.line, column: tag.column)
  }
}
