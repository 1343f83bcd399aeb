import TestSupport

/// Which folders of a room use which others of it, by the types that they declare outside of others.
struct FolderGraph {
  /// A type of one folder named in a file of another.
  struct Use: Hashable, CustomStringConvertible {
    let from: String
    let to: String
    let type: String
    let path: String

    var description: String { "\(path) uses \(type) of \(to)" }
  }

  let folders: Set<String>
  let uses: [Use]

  init(of room: String) throws {
    try self.init(
      PackageRoot.swiftFiles(in: "Sources/\(room)").map { try SourceText($0) }, room: room)
  }

  init(_ files: [SourceText], room: String) {
    let placed = files.compactMap { file -> (folder: String, file: SourceText)? in
      let parts = file.path.split(separator: "/")
      return parts.count > 3 ? (String(parts[2]), file) : nil
    }
    folders = Set(placed.map(\.folder))
    var homes: [String: String] = [:]
    for (folder, file) in placed {
      for type in file.outerTypes { homes[type] = folder }
    }
    uses = placed.flatMap { folder, file in
      file.names.sorted().compactMap { name in
        homes[name].flatMap { home in
          home == folder ? nil : Use(from: folder, to: home, type: name, path: file.path)
        }
      }
    }
  }

  /// The uses by which a folder reaches itself again; empty where all of them lead one way.
  var circular: [Use] {
    let next = Dictionary(grouping: uses, by: \.from).mapValues { Set($0.map(\.to)) }
    func reaches(_ goal: String, from start: String) -> Bool {
      var (seen, open) = (Set<String>(), [start])
      while let folder = open.popLast() {
        if folder == goal { return true }
        if seen.insert(folder).inserted { open += next[folder] ?? [] }
      }
      return false
    }
    return uses.filter { reaches($0.from, from: $0.to) }
  }
}

extension SourceText {
  /// The types it declares outside of others.
  var outerTypes: [String] {
    SourceText(
      path,
      text: lines.filter { $0.first?.isLetter ?? false || $0.hasPrefix("@") }
        .joined(separator: "\n")
    ).declaredTypes
  }

  /// The capitalised names in its code; those in comments and texts do not count, those in interpolations do.
  var names: Set<String> {
    var names: Set<String> = []
    var isLongText = false
    for line in lines {
      if line.contains("\"\"\"") {
        if line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count % 2 == 0 {
          isLongText.toggle()
        }
        continue
      }
      guard !isLongText else { continue }
      let words = Self.code(of: line).split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      names.formUnion(words.filter { $0.first?.isUppercase ?? false }.map(String.init))
    }
    return names
  }

  /// A line without its comment and its texts.
  private static func code(of line: Substring) -> String {
    var code = ""
    // How many brackets are open in each interpolation around the place; a text is open where it is `nil`.
    var open: [Int?] = []
    var rest = line[...]
    while let character = rest.popFirst() {
      if case .some(.none) = open.last {
        if character == "\\", rest.popFirst() == "(" {
          open.append(0)
          code += " "
        } else if character == "\"" {
          open.removeLast()
        }
        continue
      }
      switch character {
      case "/" where rest.first == "/": return code
      case "\"": open.append(nil)
      case "(":
        if case .some(.some(let depth)) = open.last { open[open.count - 1] = depth + 1 }
      case ")":
        guard case .some(.some(let depth)) = open.last else { break }
        if depth == 0 { open.removeLast() } else { open[open.count - 1] = depth - 1 }
      default: break
      }
      code.append(character)
    }
    return code
  }
}
