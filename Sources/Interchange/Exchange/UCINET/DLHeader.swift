import EcosystemModel

/// What a DL file says before its data: how many nodes of how many modes there are, what they are called, how ties are written.
struct DLHeader {
  /// A word of the file.
  struct Word {
    let text: String
    let line: Int
  }

  /// How ties are written.
  enum Format: String, CaseIterable {
    case fullMatrix = "fullmatrix"
    case lowerHalf = "lowerhalf"
    case upperHalf = "upperhalf"
    case edgeList = "edgelist1"
    case edgeListOfTwoModes = "edgelist2"
    case nodeList = "nodelist1"
    case nodeListOfTwoModes = "nodelist2"

    /// Names that programs write for it besides its own.
    fileprivate var aliases: [String] {
      switch self {
      case .fullMatrix: ["fm"]
      case .lowerHalf: ["lh", "lowerhalfmatrix"]
      case .upperHalf: ["uh", "upperhalfmatrix"]
      case .edgeList: ["el1", "el", "edgelist"]
      case .edgeListOfTwoModes: ["el2"]
      case .nodeList: ["nl1", "nl", "nodelist"]
      case .nodeListOfTwoModes: ["nl2"]
      }
    }

    var isMatrix: Bool { [.fullMatrix, .lowerHalf, .upperHalf].contains(self) }
    var isNodeList: Bool { [.nodeList, .nodeListOfTwoModes].contains(self) }
  }

  private(set) var format = Format.fullMatrix
  /// The numbers of nodes of the rows and of the columns; 0 where the file says none.
  private(set) var counts = [0, 0]
  /// The labels of the rows and of the columns.
  var labels: [[String]] = [[], []]
  /// Whether labels stand among the data, of rows and of columns.
  private(set) var isEmbedded = [false, false]
  /// What each relation is called.
  private(set) var relations: [String] = []
  private(set) var relationCount = 1
  private(set) var hasDiagonal = true
  /// The words of the data, with a word for each line's end.
  private(set) var words: ArraySlice<Word>

  /// The most nodes of one mode.
  private static let limit = 100_000

  /// Whether rows and columns are of two sorts.
  var hasTwoModes: Bool {
    if [.edgeListOfTwoModes, .nodeListOfTwoModes].contains(format) { return true }
    guard counts[0] > 0, counts[1] > 0 else { return false }
    let names = labels.map { $0.map { $0.lowercased() } }
    let isSquare = counts[0] == counts[1] && names[0] == names[1]
    return !isSquare && (counts[0] != counts[1] || !labels[0].isEmpty)
  }

  /// Reads up to the data.
  init(_ bytes: [UInt8]) throws(DocumentError) {
    words = Self.words(bytes)[...]
    guard words.popFirst()?.text.lowercased() == "dl" else {
      throw Self.fault("a DL file begins with \"dl\"; is this another format?", 1)
    }
    var mode: Int?
    header: while let word = words.popFirst() {
      switch word.text.lowercased() {
      case "n":
        let count = try number(word.line)
        counts = [count, count]
      case "nr": counts[0] = try number(word.line)
      case "nc": counts[1] = try number(word.line)
      case "nm": relationCount = max(1, try number(word.line))
      case "format": try readFormat(word.line)
      case "diagonal":
        if words.first?.text == "=" { words.removeFirst() }
        hasDiagonal = words.first?.text.lowercased() != "absent"
      case "row": mode = 0
      case "column", "col": mode = 1
      case "level", "matrix": mode = 2
      case "labels":
        readLabels(of: mode)
        mode = nil
      case "data": break header
      default: break
      }
    }
    if let most = counts.max(), most > Self.limit {
      throw Self.fault("\(most) nodes are more than are read", 1)
    }
  }

  static func fault(_ message: String, _ line: Int?) -> DocumentError {
    DocumentError(rule: "exchange.dl", message: message, line: line ?? 1, column: 1)
  }

  private mutating func readFormat(_ line: Int) throws(DocumentError) {
    let word = try value(line).lowercased()
    guard
      let found = Format.allCases.first(where: { $0.rawValue == word || $0.aliases.contains(word) })
    else {
      throw Self.fault(
        "the format \"\(word)\" is not read; export \(Format.allCases.map(\.rawValue).spokenList(last: "or"))",
        line)
    }
    format = found
  }

  private mutating func value(_ line: Int) throws(DocumentError) -> String {
    if words.first?.text == "=" { words.removeFirst() }
    guard let value = words.popFirst()?.text, value != "\n" else {
      throw Self.fault("a value is missing behind \"=\"", line)
    }
    return value
  }

  private mutating func number(_ line: Int) throws(DocumentError) -> Int {
    let text = try value(line)
    guard let number = Int(text), number >= 0 else {
      throw Self.fault("\"\(text)\" is no number of nodes or relations", line)
    }
    return number
  }

  private mutating func readLabels(of mode: Int?) {
    while let word = words.first?.text, word == ":" || word == "\n" { words.removeFirst() }
    if words.first?.text.lowercased() == "embedded" {
      words.removeFirst()
      for position in isEmbedded.indices where mode == nil || mode == position {
        isEmbedded[position] = true
      }
      return
    }
    var found: [String] = []
    while let word = words.first, !isKey {
      words.removeFirst()
      if word.text != "\n", word.text != ":" { found.append(word.text) }
    }
    switch mode {
    case 2: relations = found
    case let mode?: labels[mode] = found
    case nil: labels = [found, found]
    }
  }

  /// Whether the next word ends a list of labels: a key with a colon behind it, such as `data:` or `column labels:`.
  private var isKey: Bool {
    let next = words.prefix(3).map { $0.text.lowercased() }
    guard let first = next.first else { return false }
    if ["data", "labels"].contains(first) {
      return next.dropFirst().first.map { [":", "embedded", "\n"].contains($0) } ?? true
    }
    return ["row", "column", "col", "level", "matrix"].contains(first)
      && next.dropFirst().first == "labels"
  }

  /// The words of a text; `n=5` and `n = 5` are the same, and so are `labels:` and `labels :`.
  private static func words(_ bytes: [UInt8]) -> [Word] {
    let keys: Set<String> = [
      "n", "nr", "nc", "nm", "format", "labels", "data", "embedded", "dl", "diagonal",
    ]
    var lines = UCINETLines(bytes)
    var words: [Word] = []
    while let (line, cells) = lines.next() {
      for cell in cells {
        var piece = ""
        for character in cell {
          if "=:".contains(character), keys.contains(piece.lowercased()) || piece.isEmpty {
            if !piece.isEmpty { words.append(Word(text: piece, line: line)) }
            words.append(Word(text: String(character), line: line))
            piece = ""
          } else {
            piece.append(character)
          }
        }
        if !piece.isEmpty { words.append(Word(text: piece, line: line)) }
      }
      words.append(Word(text: "\n", line: line))
    }
    return words
  }

  /// The lines of the data.
  var lines: [[Word]] {
    words.filter { $0.text != ":" }.split { $0.text == "\n" }.map { Array($0) }
  }
}
