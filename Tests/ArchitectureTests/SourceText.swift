import TestSupport

/// One source file, line by line.
struct SourceText {
  let path: String
  let lines: [Substring]

  init(_ path: String) throws {
    self.init(path, text: try PackageRoot.text(of: path))
  }

  init(_ path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The room the file is in.
  var room: String { String(path.split(separator: "/")[1]) }

  /// The modules it imports, and the line of each.
  var imports: [(module: String, line: Int)] {
    lines.enumerated().compactMap { number, line in
      var words = line.split(separator: " ")[...]
      while let word = words.first, Self.modifiers.contains(String(word)) || word.hasPrefix("@") {
        words.removeFirst()
      }
      guard words.first == "import" else { return nil }
      words.removeFirst()
      if let word = words.first, Self.kinds.contains(String(word)) { words.removeFirst() }
      let module = words.first?.split(separator: ".").first ?? ""
      return (String(module), number + 1)
    }
  }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  /// The names of the types it declares.
  var declaredTypes: [String] {
    lines.compactMap { line in
      let words = line.prefix { $0 != "{" && $0 != "/" }.split(separator: " ")
      guard
        let position = words.firstIndex(where: {
          ["struct", "class", "enum", "actor", "protocol", "typealias"].contains(String($0))
        }), position + 1 < words.endIndex
      else { return nil }
      return String(words[position + 1].prefix { $0.isLetter || $0.isNumber })
    }
  }
}
