import EcosystemModel

extension Dataset {
  /// Decodes tables, and adds what is to be said of the whole.
  ///
  /// - Parameters:
  ///   - path: The file or folder as the user named it.
  ///   - tables: What was found in it.
  ///   - unreadable: Tables that are there but could not be read, which is told already.
  ///   - noticed: What was noticed on the way.
  ///   - file: The file, where there is only one.
  ///   - options: What the files alone do not say.
  ///   - mapping: The mapping through which they were read.
  init(
    path: String, tables: [TableName: Table], unreadable: Set<TableName> = [],
    diagnostics noticed: [Diagnostic], file: String?, options: ReadOptions, mapping: String? = nil
  ) {
    var diagnostics = noticed
    if !tables.isEmpty, tables.values.allSatisfy(\.rows.isEmpty), unreadable.isEmpty {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: "dataset.empty",
          message: "there are tables but no rows; fill in at least one row",
          location: file.map { Location(file: $0) }))
    }
    var tables = tables
    var decoded = EcosystemDecoder.decode(
      tables, unreadable: unreadable, nodeKind: options.nodeKind, aliases: options.aliases)
    if mapping == nil, decoded.diagnostics.contains(where: { LooseTables.isAbout($0.rule) }) {
      // Only tables with such cells are looked at twice.
      let loose = LooseTables(tables)
      if !loose.diagnostics.isEmpty {
        tables = loose.tables
        diagnostics += loose.diagnostics
        decoded = EcosystemDecoder.decode(
          tables, unreadable: unreadable, nodeKind: options.nodeKind, aliases: options.aliases)
      }
    }
    let isEmpty = decoded.counts.allSatisfy { $0.read == 0 && $0.leftOut == 0 }
    if isEmpty, !(diagnostics + decoded.diagnostics).contains(where: { $0.severity == .error }) {
      diagnostics.append(
        Diagnostic(
          severity: .error, rule: "dataset.nothing",
          message:
            "nothing in it is a row of a table, a node or an edge, so nothing is read; is this another file, or one that was not saved?",
          location: Location(file: file ?? path)))
    }
    let examples = ExampleRows(in: tables)
    let told = diagnostics + decoded.diagnostics.map(examples.explained) + examples.diagnostics
    self.init(
      path: path, ecosystem: decoded.ecosystem, diagnostics: told.sorted(),
      sources: decoded.sources, counts: decoded.counts, unknownNames: decoded.unknownNames,
      mapping: mapping)
  }
}
