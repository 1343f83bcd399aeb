// swift-tools-version:6.2

import PackageDescription

// A package of its own, so that building and testing ecomap never builds the benchmarks.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "ecomap", path: "../..")],
  targets: [
    .executableTarget(
      name: "GraphBenchmarks",
      dependencies: [
        .product(name: "GraphCore", package: "ecomap"),
        .product(name: "Ecomap", package: "ecomap"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
