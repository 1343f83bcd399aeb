/// A format in which another tool keeps networks: how it is called, read and written.
///
/// Each is declared beside its reader or writer and listed in ``all``; names, messages and help follow from there.
package struct NetworkFormat: Sendable {
  /// The formats, in the order in which they are shown.
  package static let all: [NetworkFormat] = [
    .kumuWorkbook, .kumuCSV, .kumuJSON, .gephi, .gexf, .graphML, .yEd, .networkx, .polinode,
    .nodeXL, .dl, .vna, .pajek, .gml, .dot, .drawIO, .mermaid,
  ]

  /// How a network comes out of a file.
  enum Reading: Sendable {
    /// Not at all.
    case none
    /// Out of a text in UTF-8.
    case text(@Sendable (_ text: [UInt8]) throws(DocumentError) -> ExchangeGraph)
    /// Out of what ``DOTStructure`` says of a text.
    case structure(@Sendable (_ json: [UInt8]) throws(DocumentError) -> ExchangeGraph)
    /// Out of tables or a JSON document that turn out to hold one.
    case content
  }

  /// What a writer makes.
  struct Written {
    /// The files; names matter in a folder only.
    var files: [(name: String, bytes: [UInt8])]
    /// What the format cannot hold, in words that go on from “left out:”.
    var losses: [String] = []

    /// One text.
    static func text(_ text: String, losses: [String] = []) -> Written {
      Written(files: [("", Array(text.utf8))], losses: losses)
    }

    /// A folder of texts.
    static func folder(_ texts: [(name: String, text: String)], losses: [String] = []) -> Written {
      Written(files: texts.map { ($0.name, Array($0.text.utf8)) }, losses: losses)
    }
  }

  /// The name by which it is asked for, such as `gexf`.
  package let name: String
  /// What people call it, such as “GEXF”.
  package let title: String
  /// The tools that it is for.
  package let tools: String
  /// What the names of its files end in, the usual ending first.
  package let endings: [String]
  /// Whether a file's ending alone stands for it, and for no other format.
  package let isToldByEnding: Bool
  /// Whether it is a folder of files rather than one.
  package let isFolder: Bool
  let reading: Reading
  let write: @Sendable (_ graph: ExchangeGraph) throws(WriteError) -> Written

  init(
    _ name: String, _ title: String, for tools: String, endings: [String],
    isToldByEnding: Bool = true, isFolder: Bool = false, reading: Reading,
    write: @escaping @Sendable (_ graph: ExchangeGraph) throws(WriteError) -> Written
  ) {
    self.name = name
    self.title = title
    self.tools = tools
    self.endings = endings
    self.isToldByEnding = isToldByEnding
    self.isFolder = isFolder
    self.reading = reading
    self.write = write
  }

  /// Whether such files are read.
  package var isRead: Bool { if case .none = reading { false } else { true } }

  /// Whether a file is read as such by its name or ending, not by what it holds.
  package var isReadByName: Bool {
    switch reading {
    case .text, .structure: isToldByEnding
    case .none, .content: false
    }
  }
}

extension NetworkFormat: Hashable, CustomStringConvertible {
  /// Whether the names are the same.
  package static func == (left: Self, right: Self) -> Bool { left.name == right.name }

  /// Feeds the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  package var description: String { name }
}
