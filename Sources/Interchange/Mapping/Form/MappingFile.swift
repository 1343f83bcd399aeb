/// Mappings as files beside the workbooks that they are for.
package enum MappingFile {
  private static let ending = ".mapping.yaml"
  private static let proposalEnding = ".mapping.new.yaml"

  /// Whether a file is a mapping, or one that is proposed, by its name.
  static func isMapping(_ name: String) -> Bool {
    name.hasSuffix(ending) || name.hasSuffix(proposalEnding)
  }

  /// Where the mapping of a file is written: `roster.xlsx` has `roster.mapping.yaml` beside it.
  package static func path(for path: String) -> String { stem(of: path) + ending }

  /// Where proposals go while there is a mapping.
  package static func proposalPath(for path: String) -> String {
    stem(of: path) + proposalEnding
  }

  /// The mapping for a file and where it stands; `nil` if it is read without.
  ///
  /// - Throws: ``ReadError`` where a mapping cannot be read, or two in the folder are for the file.
  static func mapping(
    for path: String, _ choice: MappingChoice
  ) throws(ReadError) -> (mapping: WorkbookMapping, path: String)? {
    switch choice {
    case .none: return nil
    case .file(let file): return (try read(file), file)
    case .beside: break
    }
    let own = Self.path(for: path)
    if (try? FileAccess.kind(of: own)) == .file { return (try read(own), own) }
    let folder = folder(of: path)
    let name = String(path.dropFirst(folder.count))
    let names = (try? FileAccess.names(inFolder: folder.isEmpty ? "." : folder)) ?? []
    var found: [(mapping: WorkbookMapping, path: String)] = []
    for other in names where other.hasSuffix(ending) {
      // One that cannot be read says nothing of the file at hand.
      guard let mapping = try? read(folder + other) else { continue }
      if NamePattern(mapping.pattern).matches(name) { found.append((mapping, folder + other)) }
    }
    guard found.count < 2 else {
      throw ReadError(
        .badOption,
        "Two mappings are for \"\(path)\": \"\(found[0].path)\" and \"\(found[1].path)\"; change the pattern of one, or name one."
      )
    }
    return found.first
  }

  static func read(_ path: String) throws(ReadError) -> WorkbookMapping {
    try WorkbookMapping(reading: FileAccess.bytes(of: path, limit: 16 << 20), file: path)
  }

  private static func folder(of path: String) -> String {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    return trimmed.lastIndex(of: "/").map { String(trimmed[...$0]) } ?? ""
  }

  private static func stem(of path: String) -> String {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    let folder = folder(of: trimmed)
    let name = FileName(String(trimmed.dropFirst(folder.count)))
    return folder + (name.ending.isEmpty ? String(trimmed.dropFirst(folder.count)) : name.stem)
  }
}
