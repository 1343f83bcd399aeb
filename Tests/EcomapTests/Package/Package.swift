// swift-tools-version:6.2

import PackageDescription

// A package as its users have one: it sees of ecomap what is public, and builds the examples of the documentation.
let package = Package(
  name: "Examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "ecomap", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Examples", dependencies: [.product(name: "Ecomap", package: "ecomap")])
  ],
  swiftLanguageModes: [.v6]
)
