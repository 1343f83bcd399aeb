/// The formats of other tools that an ecosystem is written in as a network.
///
/// All but ``drawIO`` and ``mermaid`` are read as well.
public enum ExchangeFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// An Excel workbook for Kumu's import.
  case kumuWorkbook = "kumu-xlsx"
  /// Two CSV files for Kumu's import.
  case kumuCSV = "kumu-csv"
  /// Kumu's JSON blueprint.
  case kumuJSON = "kumu-json"
  /// Two CSV files for Gephi's import.
  case gephi = "gephi-csv"
  /// GEXF 1.3 with the dates of rows.
  case gexf
  /// GraphML as networkx and igraph read it.
  case graphML = "graphml"
  /// GraphML with the drawing that yEd shows.
  case yEd = "yed"
  /// Node-link JSON as networkx and D3 read it.
  case networkx
  /// Polinode's JSON.
  case polinode
  /// An Excel workbook for NodeXL.
  case nodeXL = "nodexl"
  /// UCINET's DL: names and weights alone.
  case dl
  /// NetDraw's VNA.
  case vna
  /// The language of Graphviz.
  case dot
  /// CSV that draw.io makes boxes and lines of.
  case drawIO = "drawio"
  /// A flowchart for Markdown pages.
  case mermaid

  /// Whether it is a folder of files rather than one.
  public var isFolder: Bool { self == .kumuCSV || self == .gephi }

  /// The format that a file's ending alone stands for, or nothing.
  public init?(fileName: String) {
    switch FileName(fileName.split(separator: "/").last.map(String.init) ?? "").ending {
    case "gexf": self = .gexf
    case "graphml": self = .graphML
    case "dl": self = .dl
    case "vna": self = .vna
    case "dot", "gv": self = .dot
    case "mmd", "mermaid": self = .mermaid
    default: return nil
    }
  }

  /// What people call it.
  public var title: String {
    switch self {
    case .kumuWorkbook: "a Kumu workbook"
    case .kumuCSV: "Kumu CSV"
    case .kumuJSON: "a Kumu blueprint"
    case .gephi: "Gephi CSV"
    case .gexf: "GEXF"
    case .graphML: "GraphML"
    case .yEd: "GraphML for yEd"
    case .networkx: "node-link JSON"
    case .polinode: "Polinode JSON"
    case .nodeXL: "a NodeXL workbook"
    case .dl: "UCINET DL"
    case .vna: "VNA"
    case .dot: "DOT"
    case .drawIO: "draw.io CSV"
    case .mermaid: "Mermaid"
    }
  }
}
