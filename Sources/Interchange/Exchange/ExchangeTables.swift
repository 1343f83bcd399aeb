import EcosystemModel

/// Turns a network into tables: the rows it was written from, or what the nodes and edges of another tool can mean.
struct ExchangeTables {
  private(set) var tables: [TableName: Table] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let nodeKind: EntityReference.Kind
  private var builders: [TableName: TableBuilder] = [:]
  /// The kind and the id of each node, by the id that edges know it by.
  private var nodes: [String: EntityReference] = [:]
  private var repeatedEdges = 0
  /// Names of several lines, the first of them with its place.
  private var unbroken: (count: Int, first: ExchangeGraph.Place)?
  private var foreign: Set<TableName> = []

  /// Takes the tables from a network.
  ///
  /// The files and sheets are those of the nodes and of the edges.
  init(
    _ graph: ExchangeGraph, nodeFile: String, edgeFile: String, nodeSheet: String? = nil,
    edgeSheet: String? = nil, nodeKind: EntityReference.Kind?, byteCount: Int
  ) {
    self.nodeKind = nodeKind ?? .company
    let graph = nodeKind == nil ? graph.withModes : graph
    for remark in graph.remarks {
      diagnostics.append(
        Diagnostic(
          severity: remark.severity, rule: remark.rule, message: remark.message,
          location: remark.place.line == 0
            ? Location(file: nodeFile)
            : Location(file: nodeFile, line: remark.place.line, column: remark.place.column)))
    }
    for table in TableName.allCases {
      let isOfNodes = table.kind != nil
      builders[table] = TableBuilder(
        file: isOfNodes ? nodeFile : edgeFile, sheet: isOfNodes ? nodeSheet : edgeSheet)
    }
    var used: Set<TableName> = []
    for node in graph.nodes {
      if let table = add(node) { used.insert(table) }
    }
    for edge in graph.edges {
      if let table = add(edge) { used.insert(table) }
    }
    let known = ForeignCells.names(of: graph)
    for name in used.sorted() {
      guard let builder = builders[name] else { continue }
      if let table = builder.finished(byteCount: byteCount) {
        guard foreign.contains(name) else {
          tables[name] = table
          continue
        }
        var cells = ForeignCells(table, of: name, known: known)
        cells.setApart()
        tables[name] = cells.table
        diagnostics += cells.diagnostics
      } else {
        diagnostics.append(Table.tooWide(file: nodeFile, width: builder.table.width))
      }
    }
    if let unbroken {
      diagnostics.append(
        Diagnostic(
          severity: .note, rule: "exchange.lines",
          message:
            "\(Phrase.count(unbroken.count, "name")) \(unbroken.count == 1 ? "stands" : "stand") in several lines and \(unbroken.count == 1 ? "is" : "are") read in one",
          location: Location(
            file: nodeFile, sheet: nodeSheet, line: max(1, unbroken.first.line),
            column: max(1, unbroken.first.column))))
    }
    guard repeatedEdges > 0 else { return }
    diagnostics.append(
      Diagnostic(
        severity: .note, rule: "exchange.repeated",
        message:
          "\(repeatedEdges) edges repeat what columns of their nodes say and are not read again",
        location: Location(file: edgeFile, sheet: edgeSheet)))
  }

  private static func cell(_ text: String, _ place: ExchangeGraph.Place) -> Cell {
    Cell(text: text.trimmed, line: Int32(max(1, place.line)), column: Int32(max(1, place.column)))
  }

  private mutating func add(_ node: ExchangeGraph.Node) -> TableName? {
    guard !node.id.isEmpty else {
      report("this node has neither an id nor a name and is left out; give it one", node.place)
      return nil
    }
    var fields = node.fields
    let marked = TableName(rawValue: fields.take(ExchangeGraph.marker).cellText)
    let isOurs = marked != nil
    let kind = marked?.kind ?? Self.kind(of: &fields) ?? nodeKind
    let table = kind.table
    let prefix = "\(kind.rawValue):"
    let id = isOurs && node.id.hasPrefix(prefix) ? String(node.id.dropFirst(prefix.count)) : node.id
    nodes[node.id] = EntityReference(kind, id)
    var name = node.label
    let given = fields.take("name").cellText
    // A label that only counts is none beside a name.
    let counts = !isOurs && Int(name) != nil && Int(given) == nil && !given.isEmpty
    if name.isEmpty || counts {
      if counts { fields.append(.init(name: "label", value: .text(name))) }
      name = given
    } else if !isOurs, !given.isEmpty, given != name {
      fields.append(.init(name: "other name", value: .text(given)))
    }
    if !isOurs {
      foreign.insert(table)
      Self.rename("type", to: "kind", in: &fields)
      // igraph keeps ids of its own beside those of the file.
      let other = fields.take("id").cellText
      if name.isEmpty {
        name = other
      } else if !other.isEmpty, other != id {
        fields.append(.init(name: "other id", value: .text(other)))
      }
      if name.contains(where: \.isNewline) {
        name = name.split(whereSeparator: \.isNewline).map { String($0).trimmed }
          .joined(separator: " ")
        unbroken = ((unbroken?.count ?? 0) + 1, unbroken?.first ?? node.place)
      }
    }
    var cells = [
      ("name", Self.cell(name.isEmpty ? id : name, node.place)), ("id", Self.cell(id, node.place)),
    ]
    cells += Self.cells(of: fields, node.place, isOurs: isOurs)
    builders[table]?.append(cells, line: Int32(max(1, node.place.line)))
    return table
  }

  private mutating func add(_ edge: ExchangeGraph.Edge) -> TableName? {
    var fields = edge.fields
    let mark = fields.take(ExchangeGraph.marker).cellText
    if mark.contains(".") {
      repeatedEdges += 1
      return nil
    }
    guard !edge.source.isEmpty, !edge.target.isEmpty else {
      report("this link lacks an end and is left out; name both", edge.place)
      return nil
    }
    let marked = TableName(rawValue: mark)
    let isOurs = marked.flatMap { Ecosystem.ends(of: $0) } != nil
    if !isOurs, let seat = seat(edge, fields) { return seat }
    let table = isOurs ? marked ?? .relationships : .relationships
    guard let ends = Ecosystem.ends(of: table) else { return nil }
    var cells = [
      (ends.source.column, Self.cell(end(edge.source, ends.source.prefix), edge.place)),
      (ends.target.column, Self.cell(end(edge.target, ends.target.prefix), edge.place)),
    ]
    if !isOurs {
      foreign.insert(table)
      Self.rename("type", to: "kind", in: &fields)
      if NumberText.number(in: fields["strength"].cellText) != nil {
        Self.rename("strength", to: "weight", in: &fields)
      }
      _ = fields.take("directed")
      let kind = fields.first { $0.name == "kind" }?.value.cellText
      // A kind that leads one way needs the word that this edge does not.
      if edge.isDirected || RelationshipKind.isDirected(kind) {
        fields.append(.init(name: "directed", value: .flag(edge.isDirected)))
      }
    }
    cells += Self.cells(of: fields, edge.place, isOurs: isOurs)
    builders[table]?.append(cells, line: Int32(max(1, edge.place.line)))
    return table
  }

  private mutating func report(_ message: String, _ place: ExchangeGraph.Place) {
    guard let file = builders[.relationships]?.table.file else { return }
    diagnostics.append(
      Diagnostic(
        severity: .error, rule: "exchange.end", message: message,
        location: Location(
          file: file, sheet: builders[.relationships]?.table.sheet,
          line: place.line == 0 ? nil : place.line, column: place.line == 0 ? nil : place.column)))
  }

  /// Takes a link between a person and a committee as a seat; `nil` if it is none.
  private mutating func seat(
    _ edge: ExchangeGraph.Edge, _ fields: [ExchangeGraph.Field]
  ) -> TableName? {
    guard let first = nodes[edge.source], let second = nodes[edge.target] else { return nil }
    let person: EntityReference
    let committee: EntityReference
    switch (first.kind, second.kind) {
    case (.person, .committee): (person, committee) = (first, second)
    case (.committee, .person): (person, committee) = (second, first)
    default: return nil
    }
    foreign.insert(.memberships)
    let cells = [
      ("person", Self.cell(person.rawID, edge.place)),
      ("committee", Self.cell(committee.rawID, edge.place)),
    ]
    builders[.memberships]?.append(
      cells + Self.cells(of: fields, edge.place, isOurs: false),
      line: Int32(max(1, edge.place.line)))
    return .memberships
  }

  /// How a cell names the node at an end.
  private func end(_ id: String, _ prefix: String) -> String {
    guard prefix.isEmpty else {
      return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    }
    return nodes[id]?.description ?? id
  }

  private static func cells(
    of fields: [ExchangeGraph.Field], _ place: ExchangeGraph.Place, isOurs: Bool
  ) -> [(name: String, cell: Cell)] {
    fields.map { field in
      var name = field.name
      let prefix = ExchangeGraph.ownPrefix
      if isOurs, name.lowercased().hasPrefix(prefix) { name = String(name.dropFirst(prefix.count)) }
      return (name, cell(field.value.cellText, field.place ?? place))
    }
  }

  private static func rename(
    _ name: String, to other: String, in fields: inout [ExchangeGraph.Field]
  ) {
    guard fields[other] == .none else { return }
    let value = fields.take(name)
    if value != .none { fields.append(.init(name: other, value: value)) }
  }

  /// The kind of entity that a node's own type names, such as `Person`; that field is taken out then.
  private static func kind(of fields: inout [ExchangeGraph.Field]) -> EntityReference.Kind? {
    for name in ["type", "element type", "kind", "entity"] {
      let word = ColumnName.normalized(fields[name].cellText)
      let kind = EntityReference.Kind.allCases.first {
        $0.rawValue == word || $0.table.rawValue == word
      }
      guard let kind else { continue }
      _ = fields.take(name)
      return kind
    }
    return nil
  }
}
