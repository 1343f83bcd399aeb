import Containers

/// Puts the events of a YAML text together to one document.
struct YAMLComposer: ~Copyable {
  struct Tag {
    let name: String
    let line: Int
    let column: Int
  }

  /// What an anchor marks.
  ///
  /// Copies share their storage, so that only the count of what they stand for has to be watched.
  private struct Marked {
    let node: DocumentNode
    /// Nodes, and bytes of text in them.
    let size: Int
    /// Lists and objects within each other.
    let height: Int
  }

  /// Values deeper than any dataset's or mapping's; they are reported as nested where they are used.
  private static let depthLimit = 8

  private var events: YAMLEvents
  /// How many nodes, and bytes of text in them, may still be made.
  private var budget: Int
  private var anchors: [String: Marked] = [:]
  /// Tags that are none of YAML's own, each once with its place.
  private(set) var foreignTags: [Tag] = []

  init(_ events: consuming YAMLEvents, budget: Int) {
    self.events = events
    self.budget = budget
  }

  /// The only document of the text, `nil` where it holds none.
  mutating func document() throws -> DocumentNode? {
    guard case .documentStart = try events.next().kind else { return nil }
    let root = try node(from: events.next(), depth: 0).node
    _ = try events.next()
    let rest = try events.next()
    guard case .streamEnd = rest.kind else {
      throw DocumentError(
        rule: "yaml.syntax", message: "a second document begins here; keep one in a file",
        line: rest.line, column: rest.column)
    }
    return root
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws -> Marked {
    noteTag(of: event)
    let before = budget
    try spend(1)
    var height = 0
    let content: DocumentNode.Content
    switch event.kind {
    case .alias(let name): return try repetition(of: name, at: event, depth: depth)
    case .scalar(let text, let isPlain):
      try spend(text.utf8.count)
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
      content = isNull ? .null : .scalar(text)
    case .listStart:
      (content, height) = try list(depth: depth)
    default:
      (content, height) = try object(depth: depth)
    }
    let node = DocumentNode(content: content, line: event.line, column: event.column)
    let marked = Marked(node: node, size: before - budget, height: height)
    if let anchor = event.anchor { anchors[anchor] = marked }
    return marked
  }

  private mutating func spend(_ count: Int) throws(DocumentError) {
    budget -= count
    guard budget > 0 else {
      throw DocumentError(
        rule: "yaml.alias", message: "the aliases in this document repeat too much of it",
        line: nil, column: nil)
    }
  }

  private mutating func repetition(
    of name: String, at event: YAMLEvent, depth: Int
  ) throws -> Marked {
    guard let marked = anchors[name] else {
      throw DocumentError(
        rule: "yaml.syntax", message: "the alias \"*\(name)\" repeats nothing before it",
        line: event.line, column: event.column)
    }
    try spend(marked.size)
    let fits = depth + marked.height <= Self.depthLimit
    let content = fits ? marked.node.content : marked.node.content.emptied
    return Marked(
      node: DocumentNode(content: content, line: event.line, column: event.column),
      size: marked.size + 1, height: fits ? marked.height : 1)
  }

  private mutating func list(depth: Int) throws -> (DocumentNode.Content, height: Int) {
    guard depth < Self.depthLimit else {
      try skipCollection()
      return (.list([]), 1)
    }
    var elements: [DocumentNode] = []
    var height = 0
    while true {
      let event = try events.next()
      if case .listEnd = event.kind { return (.list(elements), height + 1) }
      let element = try node(from: event, depth: depth + 1)
      height = max(height, element.height)
      elements.append(element.node)
    }
  }

  /// The entries of an object; those merged in by `<<` follow its own.
  private mutating func object(depth: Int) throws -> (DocumentNode.Content, height: Int) {
    guard depth < Self.depthLimit else {
      try skipCollection()
      return (.object([]), 1)
    }
    var entries: [DocumentNode.Entry] = []
    var merged: [DocumentNode.Entry] = []
    var names: Set<String> = []
    var height = 0
    while true {
      let event = try events.next()
      if case .objectEnd = event.kind { break }
      guard case .scalar(let name, let isPlain) = event.kind else { throw Self.noKey(event) }
      try spend(1 + name.utf8.count)
      noteTag(of: event)
      guard names.insert(name).inserted else { throw Self.repeated(name, event) }
      let value = try node(from: events.next(), depth: depth + 1)
      height = max(height, value.height)
      guard name == "<<", isPlain else {
        let place = (line: event.line, column: event.column)
        entries.append(.init(key: name, line: place.line, column: place.column, value: value.node))
        continue
      }
      let sources = if case .list(let list) = value.node.content { list } else { [value.node] }
      for source in sources {
        if case .object(let inherited) = source.content { merged += inherited }
      }
    }
    for entry in merged where names.insert(entry.key).inserted { entries.append(entry) }
    return (.object(entries), height + 1)
  }

  /// Passes over the rest of a list or an object that is too deep to be looked at.
  private mutating func skipCollection() throws {
    var open = 1
    while open > 0 {
      let event = try events.next()
      switch event.kind {
      case .listStart, .objectStart: open += 1
      case .listEnd, .objectEnd: open -= 1
      default: break
      }
      if let anchor = event.anchor {
        let node = DocumentNode(content: .list([]), line: event.line, column: event.column)
        anchors[anchor] = Marked(node: node, size: 1, height: 1)
      }
    }
  }

  /// Remembers a tag that asks for another type than the text shows; what it names is never made.
  private mutating func noteTag(of event: YAMLEvent) {
    guard let name = event.tag, name.hasPrefix("!") ? name.count > 1 : name.contains("/"),
      !foreignTags.contains(where: { $0.name == name })
    else { return }
    foreignTags.append(Tag(name: name, line: event.line, column: event.column))
  }

  private static func noKey(_ event: YAMLEvent) -> DocumentError {
    let (rule, what) =
      if case .alias = event.kind { ("yaml.alias", "an alias") } else {
        ("yaml.syntax", "a list or an object")
      }
    return DocumentError(
      rule: rule, message: "\(what) is not read as a key; write the key out", line: event.line,
      column: event.column)
  }

  private static func repeated(_ name: String, _ event: YAMLEvent) -> DocumentError {
    DocumentError(
      rule: "key.repeated", message: "the key \"\(name)\" stands twice in one place; keep one",
      line: event.line, column: event.column)
  }
}

extension DocumentNode.Content {
  /// The same kind of content with nothing in it.
  fileprivate var emptied: Self {
    switch self {
    case .list: .list([])
    case .object: .object([])
    case .null, .scalar: self
    }
  }
}
