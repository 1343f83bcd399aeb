import Cartography

extension Diagram {
  /// What is said of each box, line and frame to those who cannot see it, by key.
  var spokenTitles: [String: String] {
    var titles: [String: String] = [:]
    var names: [String: String] = [:]
    let frames = Dictionary(
      clusters.map { ($0.key, $0.label.text) }, uniquingKeysWith: { first, _ in first })
    var known: Set<String> = []
    for node in nodes {
      var name = Self.plain(node.title)
      // Whoever hears the map, or looks for a box by its name, must be able to tell two boxes apart.
      if !known.insert(name).inserted {
        let frame = node.cluster.flatMap { frames[$0] }.map { ", " + Self.plain($0) } ?? ""
        name += known.contains(name + frame) ? ", " + Self.plain(node.key) : frame
        known.insert(name)
      }
      names[node.key] = name
      titles[node.key] = name
    }
    for edge in edges {
      titles[edge.key] = "\(names[edge.from] ?? edge.from) → \(names[edge.to] ?? edge.to)"
    }
    for cluster in clusters { titles[cluster.key] = Self.plain(cluster.label.text) }
    return titles
  }

  /// A name without the signs by which tools split the title of a line into its ends.
  private static func plain(_ text: String) -> String {
    guard
      text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0xE2 }
      )
    else { return text }
    return text.replacing("->", with: "–").replacing("--", with: "–").replacing("→", with: "–")
      .replacing(":", with: " –")
  }
}
