import TestSupport
import Testing

/// Texts of the library name no option and no command: `Commands` adds what its users may type.
@Suite(.timeLimit(.minutes(60)))
struct MessageTests {
  static let rooms = [
    "GraphCore", "GraphvizKit", "Containers", "EcosystemModel", "Interchange", "Insights",
    "Cartography", "Publishing", "Ecomap",
  ]

  @Test(arguments: rooms)
  func libraryNamesNoOption(room: String) throws {
    // Variables of style sheets look like options.
    let paths = PackageRoot.swiftFiles(in: "Sources/\(room)")
      .filter { !$0.hasSuffix("/ReportStyle.swift") }
    for path in paths {
      let source = try SourceText(path)
      let namesCommands = source.lines.contains { $0.contains("ecomap ") }
      for (number, line) in source.lines.enumerated()
      where namesCommands || line.utf8.contains(UInt8(ascii: "-")) {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        #expect(
          code.firstMatch(of: #/(^|[ “"`(])--[a-z]|ecomap (check|init|map|convert|load) /#) == nil,
          "\(path):\(number + 1) names an option or a command: \(code.drop { $0 == " " })")
      }
    }
  }
}
