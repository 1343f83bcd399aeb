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
    "CYAML": [],
    // No domain words, no Foundation, no input or output.
    "GraphCore": [],
    "GraphvizKit": foundation.union(["CGraphviz"]),
    "EcosystemModel": foundation,
    // What files are made of; no domain words.
    "Containers": foundation.union(["CZip", "CYAML"]),
    "Interchange": foundation.union(["EcosystemModel", "Containers", "CXLSXWriter"]),
    "Insights": foundation.union(["EcosystemModel", "GraphCore"]),
    // Of GraphCore for the generator that placements are searched with, and the parts of a layout.
    "Cartography": foundation.union(["EcosystemModel", "Insights", "GraphCore", "GraphvizKit"]),
    // Draws by way of GraphvizKit.
    "Publishing": foundation.union([
      "Cartography", "Insights", "EcosystemModel", "GraphvizKit", "Containers", "CQPDF",
    ]),
    // The library's front door: what a program needs of all rooms, without a command line.
    "Ecomap": foundation.union(all.subtracting(["GraphCore", "Containers"])),
    // The page's server knows no data: it runs our own program and passes on what that writes. Of GraphvizKit the threads and
    // descriptors of the system.
    "Viewer": foundation.union(["GraphvizKit"]),
    "Commands": foundation.union(all).union(["Ecomap", "Viewer", "ArgumentParser"]),
    "EcomapTool": ["Commands"],
  ]

  private static let all: Set<String> = [
    "GraphCore", "GraphvizKit", "Containers", "EcosystemModel", "Interchange", "Insights",
    "Cartography",
    "Publishing",
  ]
}
