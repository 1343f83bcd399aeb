/// One line of results.
struct Record {
  var threads: Int
  var task: String
  var graph: String
  var nodes: Int
  var edges: Int
  var timing: Timing
  var baseMemory: Double
  var loadedMemory: Double
  var peakMemory: Double
  var note: String
  var checksum: Checksum

  /// The line, as the README of the shared benchmark describes it.
  var json: String {
    let fields: [(name: String, value: String)] = [
      ("format", "1"), ("peer", Self.quoted("ecomap")), ("version", Self.quoted("0")),
      ("threads", "\(threads)"), ("task", Self.quoted(task)), ("graph", Self.quoted(graph)),
      ("nodes", "\(nodes)"), ("edges", "\(edges)"),
      ("compute_s", "\(timing.median)"), ("compute_min_s", "\(timing.least)"),
      ("runs", "\(timing.runs)"),
      ("base_rss_mb", "\(baseMemory)"), ("loaded_rss_mb", "\(loadedMemory)"),
      ("peak_rss_mb", "\(peakMemory)"), ("status", Self.quoted("ok")),
      ("comparable", task == "betweenness-kadabra" ? "false" : "true"),
      ("note", Self.quoted(note)), ("checksum", checksum.json),
    ]
    return "{" + fields.map { Self.quoted($0.name) + ": " + $0.value }.joined(separator: ", ") + "}"
  }

  /// A text as a JSON string; names and notes have no control characters.
  static func quoted(_ text: String) -> String {
    "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
  }
}
