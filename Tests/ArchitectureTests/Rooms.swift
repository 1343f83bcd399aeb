/// The rooms of the house and the doors between them: who may import whom.
enum Rooms {
  /// What every room may import: the system, but not Foundation.
  static let system: Set<String> = [
    "Swift", "Darwin", "Glibc", "Musl", "Synchronization", "Dispatch",
  ]

  static let foundation: Set<String> = ["Foundation", "FoundationEssentials"]

  /// What a room may import beside the system.
  static let doors: [String: Set<String>] = [
    "CDelayed": [],
    "CGraphviz": [],
    "CZip": [],
    "CXLSXWriter": [],
    "CQPDF": [],
    // No domain words, no Foundation, no input or output.
    "GraphCore": [],
    "GraphvizKit": foundation.union(["CGraphviz"]),
    "EcosystemModel": foundation,
    "Interchange": foundation.union([
      "EcosystemModel", "CZip", "CXLSXWriter", "FoundationXML", "Yams",
    ]),
    "Insights": foundation.union(["EcosystemModel", "GraphCore"]),
    "Cartography": foundation.union(["EcosystemModel", "Insights", "GraphvizKit"]),
    // Draws by way of GraphvizKit.
    "Publishing": foundation.union([
      "Cartography", "Insights", "EcosystemModel", "GraphvizKit", "CZip", "CQPDF",
      "FoundationXML",
    ]),
    "Viewer": foundation.union(all).union(["Hummingbird", "Mustache", "Logging"]),
    "Commands": foundation.union(all).union([
      "Viewer", "ArgumentParser", "Logging", "Rainbow", "TextTable",
    ]),
    "EcomapTool": ["Commands"],
  ]

  private static let all: Set<String> = [
    "GraphCore", "GraphvizKit", "EcosystemModel", "Interchange", "Insights", "Cartography",
    "Publishing",
  ]
}
