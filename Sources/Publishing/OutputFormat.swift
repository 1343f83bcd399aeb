/// The file formats that a map can be written in.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// A picture for slides, documents and browsers.
  case svg
  /// A picture of 1920 × 1080 dots.
  case png
  /// A page for printing.
  case pdf
  /// A slide of native shapes for PowerPoint and its like.
  case pptx
  /// A page for the browser that can be searched and filtered, in one file.
  case html
  /// The graph for Graphviz' own programs.
  case dot
  /// What the map shows and how it looks, before it is laid out.
  case diagramJSON = "diagram-json"
  /// The map with every place on its sheet.
  case laidOutJSON = "laid-out-json"

  /// The format that a file's name asks for, or `nil`.
  package init?(fileName: String) {
    let name = fileName.lowercased()
    let found = Self.allCases.first { format in
      format.fileExtensions.contains { name.hasSuffix("." + $0) }
    }
    guard let found else { return nil }
    self = found
  }

  /// The endings that stand for the format.
  package var fileExtensions: [String] {
    switch self {
    case .svg: ["svg"]
    case .png: ["png"]
    case .pdf: ["pdf"]
    case .pptx: ["pptx"]
    case .html: ["html", "htm"]
    case .dot: ["dot", "gv"]
    case .diagramJSON: ["diagram.json"]
    case .laidOutJSON: ["laid-out.json", "laidout.json"]
    }
  }
}
