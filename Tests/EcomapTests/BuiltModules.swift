import Foundation
import TestSupport
import Testing

/// The modules that were built together with the tests, for programs that are compiled against them as a user's would be.
enum BuiltModules {
  /// The rooms that `import Ecomap` shows.
  static let shown = [
    "Ecomap", "Publishing", "Cartography", "Insights", "Interchange", "GraphvizKit",
    "EcosystemModel",
  ]

  /// The folder of the build, which has the folder `Modules`.
  static let folder: String? = {
    for candidate in [Bundle.main.bundlePath] + CommandLine.arguments {
      var folder = URL(fileURLWithPath: candidate)
      while folder.path.count > 1 {
        if FileManager.default.fileExists(atPath: folder.path + "/Modules/Ecomap.swiftmodule") {
          return folder.path
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }()

  /// The arguments by which a compiler finds the modules, and the C modules behind them.
  static func importing() throws -> [String] {
    let folder = try #require(folder, "The modules are not beside the tests.")
    let maps = ["CGraphviz", "CZip", "CQPDF", "CXLSXWriter", "CYAML"].map {
      PackageRoot.path("Sources/\($0)/module.modulemap")
    }
    return ["-I", "\(folder)/Modules", "-Xcc", "-I/usr/include/graphviz"]
      + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  /// What a program is linked with: the objects of the command, but for those of the command line.
  static func linking() throws -> [String] {
    let folder = try #require(folder, "The modules are not beside the tests.")
    let list = try String(
      contentsOfFile: "\(folder)/ecomap.product/Objects.LinkFileList", encoding: .utf8)
    let objects = list.split(separator: "\n").map { $0.trimmingCharacters(in: ["'", "\""]) }
    let commandLine = ["/Commands.build/", "/EcomapTool.build/", "/ArgumentParser"]
    return objects.filter { path in !commandLine.contains { path.contains($0) } }
      + ["-lgvc", "-lcgraph", "-lcdt"]
  }

  /// Runs a program of the toolchain, or another one, and returns what it printed.
  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: Data)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
