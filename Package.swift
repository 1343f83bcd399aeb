// swift-tools-version:6.2

import PackageDescription

/// What every Swift target of ours is compiled with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// What the rooms in which tests spend their time are compiled with besides.
///
/// `make test` says `ECOMAP_TESTING` and has them optimised: building takes three minutes longer then, and the tests take five
/// less. Nobody else does, since a package with such flags cannot be built into another.
let hotSettings: [SwiftSetting] =
  Context.environment["ECOMAP_TESTING"] == nil ? [] : [.unsafeFlags(["-O"])]

/// `GraphvizKit` alone goes without: its code is one island of C pointers, and the missing setting marks it.
let strictSettings = settings + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A library that is opened when it is first called, as `Sources/CDelayed` says: on Linux its headers are in the compiler's
/// own folders, and to name it to pkg-config would make every program load it at its start.
func delayed(_ library: String) -> String? {
  #if os(Linux)
    nil
  #else
    library
  #endif
}

// The rooms, in the order in which data walks through them.
let rooms: [Target] = [
  .systemLibrary(
    name: "CGraphviz", pkgConfig: "libgvc",
    providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
  .systemLibrary(
    name: "CZip", pkgConfig: delayed("libzip"),
    providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
  .systemLibrary(
    name: "CXLSXWriter", pkgConfig: delayed("xlsxwriter"),
    providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
  .systemLibrary(
    name: "CYAML", pkgConfig: delayed("yaml-0.1"),
    providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .systemLibrary(
    name: "CQPDF", pkgConfig: delayed("libqpdf"),
    providers: [.apt(["libqpdf-dev"]), .brew(["qpdf"])]),
  .target(name: "GraphCore", swiftSettings: strictSettings + hotSettings),
  .target(
    name: "GraphvizKit", dependencies: ["CGraphviz"], swiftSettings: settings + hotSettings),
  .target(
    name: "Containers", dependencies: ["CZip", "CYAML"],
    swiftSettings: strictSettings + hotSettings),
  .target(name: "EcosystemModel", swiftSettings: strictSettings + hotSettings),
  .target(
    name: "Interchange",
    dependencies: ["EcosystemModel", "Containers", "CXLSXWriter"], swiftSettings: strictSettings),
  .target(
    name: "Insights", dependencies: ["EcosystemModel", "GraphCore"],
    swiftSettings: strictSettings + hotSettings),
  .target(
    name: "Cartography", dependencies: ["EcosystemModel", "Insights", "GraphCore", "GraphvizKit"],
    swiftSettings: strictSettings + hotSettings),
  .target(
    name: "Publishing",
    dependencies: [
      "Cartography", "Insights", "EcosystemModel", "GraphvizKit", "Containers", "CQPDF",
    ],
    // The page's script and style sheet are part of the program, which has no folder beside it to look into.
    resources: [
      "known.js", "asked.js", "picture.js", "seen.js", "details.js", "table.js", "choices.js",
      "keys.js", "page.css",
    ].map { .embedInCode("Page/Web/\($0)") },
    swiftSettings: strictSettings),
  .target(
    name: "Ecomap",
    dependencies: [
      "EcosystemModel", "Interchange", "Insights", "Cartography", "Publishing", "GraphvizKit",
    ],
    swiftSettings: strictSettings),
  .target(
    name: "Viewer", dependencies: ["GraphvizKit"],
    resources: [
      "serve.html", "serve.css", "asking.js", "menus.js", "sheets.js", "answers.js", "opening.js",
    ].map { .embedInCode("Web/\($0)") },
    swiftSettings: strictSettings),
  .target(
    name: "Commands",
    dependencies: [
      "Ecomap", "EcosystemModel", "Interchange", "Insights", "Cartography", "Publishing",
      "GraphvizKit", "Containers", "Viewer", argumentParser,
    ],
    swiftSettings: strictSettings),
  .executableTarget(name: "EcomapTool", dependencies: ["Commands"], swiftSettings: strictSettings),
]

/// What the tests of a room read, and no compiler does.
let fixtures: [String: [String]] = [
  "GraphCore": ["Fixtures"], "Interchange": ["Fixtures"], "Insights": ["Fixtures"],
  "Cartography": ["Goldens"],
  "Commands": ["Goldens"], "Ecomap": ["Package"],
]

/// The rooms that are tested, with what their tests import beside them.
let tested: [(room: String, modules: [String])] = [
  ("GraphCore", ["TestSupport"]),
  ("GraphvizKit", ["TestSupport"]),
  ("Containers", ["GraphCore"]),
  ("EcosystemModel", ["GraphCore", "TestSupport"]),
  ("Interchange", ["Containers", "EcosystemModel", "GraphCore", "TestSupport"]),
  // Laws about answers hold for the packaged datasets too.
  ("Insights", ["EcosystemModel", "GraphCore", "Interchange", "TestSupport"]),
  ("Cartography", ["EcosystemModel", "GraphCore", "GraphvizKit", "Insights", "TestSupport"]),
  (
    "Publishing",
    [
      "Cartography", "Containers", "Ecomap", "EcosystemModel", "GraphCore", "GraphvizKit",
      "Insights", "Interchange", "TestSupport",
    ]
  ),
  ("Ecomap", ["EcosystemModel", "Insights", "Interchange", "Publishing", "TestSupport"]),
  ("Viewer", ["TestSupport"]),
  (
    "Commands",
    [
      "Cartography", "Containers", "EcosystemModel", "Insights", "Interchange", "TestSupport",
    ]
  ),
]

/// Commands and layout workers are tested as processes.
let processes: Set = ["GraphvizKit", "Publishing", "Ecomap", "Viewer", "Commands"]

let tests: [Target] =
  [
    .target(
      name: "TestSupport", dependencies: ["GraphCore", "EcosystemModel"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport", "EcosystemModel"],
      exclude: ["Goldens"],
      swiftSettings: settings),
  ]
  + tested.map { room, modules in
    .testTarget(
      name: room + "Tests",
      dependencies: ([room] + modules + (processes.contains(room) ? ["EcomapTool"] : []))
        .map { .target(name: $0) } + (room == "Commands" ? [argumentParser] : []),
      exclude: fixtures[room] ?? [], swiftSettings: settings)
  }

/// Coverage-guided harnesses for the readers, which only `make fuzz` builds.
let fuzzing: [Target] =
  Context.environment["ECOMAP_FUZZING"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "Ecomap", "Interchange", "Publishing", "Containers", "Cartography", "GraphvizKit",
        "EcosystemModel",
      ],
      path: "Tests/Fuzzing", exclude: ["Seeds"],
      swiftSettings: settings)
  ]

/// The documentation plugin is wanted only where documentation is built.
let documentation: [Package.Dependency] =
  Context.environment["ECOMAP_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "ecomap",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ecomap", targets: ["EcomapTool"]),
    .library(name: "GraphCore", targets: ["GraphCore"]),
    .library(name: "Ecomap", targets: ["Ecomap"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ] + documentation,
  targets: rooms + tests + fuzzing,
  swiftLanguageModes: [.v6]
)
