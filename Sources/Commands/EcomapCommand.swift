import ArgumentParser
import GraphvizKit

/// The `ecomap` command.
struct EcomapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecomap", abstract: "Maps of partner ecosystems that people can read.")
}

/// The process's entry point.
public enum Entry {
  /// Runs the command named on the command line and ends the process with its exit code.
  public static func run() {
    // Not a subcommand: the process that lays graphs out for another ecomap must start fast.
    if CommandLine.arguments.dropFirst().first == "layout-worker" { LayoutWorkerMain.run() }
    EcomapCommand.main()
  }
}
