import Containers
import EcosystemModel

/// Files of other tools on their way into tables.
struct NetworkFiles {
  private(set) var tables: [TableName: Table] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private static let nodeWords: Set<String> = ["nodes", "elements", "vertices", "points", "actors"]
  private static let edgeWords: Set<String> = [
    "edges", "connections", "links", "ties", "relations",
  ]

  /// Whether a file of a folder holds nodes or edges, by its name.
  static func isPart(_ name: String) -> Bool {
    let parts = FileName(name)
    return parts.isDelimited && isOfEdges(sheet: parts.stem) != nil
  }

  /// Whether a file of a folder holds edges, by its name.
  static func isOfEdges(_ name: String) -> Bool { isOfEdges(sheet: FileName(name).stem) == true }

  /// Whether a sheet holds edges, or nodes; `nil` where its name says neither.
  static func isOfEdges(sheet name: String) -> Bool? {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    // NodeXL lists in a sheet of its own which group a vertex is in, and in another how groups are linked.
    if words.first == "group", words.count > 1 { return nil }
    if words.contains(where: edgeWords.contains) { return true }
    return words.contains(where: nodeWords.contains) ? false : nil
  }

  /// Takes the CSV files of a folder.
  init(_ files: [SourceFile], options: ReadOptions) {
    var parts: [(table: Table, isOfEdges: Bool)] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      guard let table = CSVTable.read(file.bytes, file: file.name, diagnostics: &diagnostics) else {
        continue
      }
      parts.append((table, Self.isOfEdges(file.name)))
    }
    self.init(
      parts, diagnostics: diagnostics, byteCount: files.reduce(0) { $0 + $1.bytes.count },
      options: options)
  }

  /// Takes a lone list of edges with a column that says whether each is directed, as Gephi and Kumu have it.
  init?(lone table: Table, options: ReadOptions) {
    guard options.columns.isEmpty, options.fillDown.isEmpty else { return nil }
    let headers = table.headers.map { ColumnName.normalized($0.text) }
    guard NetworkSheetReader.rateEdges(Set(headers)) >= 100,
      let direction = headers.firstIndex(of: "direction") ?? headers.firstIndex(of: "type"),
      !table.rows.isEmpty,
      table.rows.indices.allSatisfy({
        ["directed", "undirected", "mutual", ""].contains(
          table.text(row: $0, column: direction).lowercased())
      })
    else { return nil }
    self.init(
      [(table, true)], diagnostics: [], byteCount: table.rows.count * table.width * 16,
      options: options)
  }

  /// Takes tables of nodes and of edges.
  init(
    _ parts: [(table: Table, isOfEdges: Bool)], diagnostics: [Diagnostic], byteCount: Int,
    options: ReadOptions, isDirected: Bool? = nil, groups: Table? = nil
  ) {
    let nodes = parts.filter { !$0.isOfEdges }.map(\.table)
    let edges = parts.filter(\.isOfEdges).map(\.table)
    let reader = NetworkSheetReader(
      nodes: nodes, edges: edges, groups: groups, isDirected: isDirected)
    // Of several tables of a sort, places name the file only.
    let leading = nodes.first ?? edges.first
    let network = ExchangeTables(
      reader.graph, nodeFile: leading?.file ?? "", edgeFile: edges.first?.file ?? "",
      nodeSheet: nodes.count > 1 ? nil : leading?.sheet,
      edgeSheet: edges.count > 1 ? nil : edges.first?.sheet, nodeKind: options.nodeKind,
      byteCount: byteCount)
    tables = network.tables
    self.diagnostics = diagnostics + reader.diagnostics + network.diagnostics
  }

  /// Takes one file in a format of its own.
  init(
    _ file: SourceFile, in format: NetworkFormat, options: ReadOptions, dot: DOTStructure?
  ) throws(ReadError) {
    guard let text = TextEncoding.utf8(file.bytes, file: file.name, &diagnostics) else { return }
    guard let graph = try graph(in: text, of: file, as: format, dot) else { return }
    let network = ExchangeTables(
      graph, nodeFile: file.name, edgeFile: file.name, nodeKind: options.nodeKind,
      byteCount: text.count)
    tables = network.tables
    diagnostics += network.diagnostics
  }

  /// The network in a text, or the several in one of DOT; `nil`, with a diagnostic, if it is not well formed.
  private mutating func graph(
    in text: [UInt8], of file: SourceFile, as format: NetworkFormat, _ dot: DOTStructure?
  ) throws(ReadError) -> ExchangeGraph? {
    let read: (_ source: [UInt8]) throws(DocumentError) -> ExchangeGraph
    var parts = [DOTParts.Part(text: text)]
    switch format.reading {
    case .text(let reader): read = reader
    case .structure(let reader):
      read = reader
      parts = DOTParts.parts(of: text)
      for index in parts.indices {
        guard let structure = try structure(of: parts[index].text, in: file, dot) else {
          return nil
        }
        parts[index].text = structure
      }
    case .none, .content:
      throw ReadError(
        .unsupportedFormat, "\"\(file.name)\" cannot be read as \(format.title) by its name.")
    }
    do {
      var networks: [(name: String?, graph: ExchangeGraph)] = []
      for part in parts { networks.append((part.name, try read(part.text))) }
      return ExchangeGraph(of: networks)
    } catch {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: error.rule, message: error.message,
          location: Location(file: file.name, line: error.line, column: error.column)))
      return nil
    }
  }

  /// What Graphviz says of a text; `nil`, with a diagnostic, if it cannot read it.
  private mutating func structure(
    of text: [UInt8], in file: SourceFile, _ dot: DOTStructure?
  ) throws(ReadError) -> [UInt8]? {
    guard let dot else {
      throw ReadError(
        .unsupportedFormat,
        "\"\(file.name)\" is DOT, which Graphviz reads, and no Graphviz was passed to the reader."
      )
    }
    do {
      return try dot(String(decoding: text, as: UTF8.self))
    } catch {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: "exchange.dot", message: error.message,
          location: Location(file: file.name, line: error.line)))
      return nil
    }
  }
}
