import ArgumentParser

/// The `ecomap` command.
struct EcomapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecomap", abstract: "Maps of partner ecosystems that people can read.")
}

/// The process's entry point.
public enum Entry {
  /// Runs the command named on the command line and ends the process with its exit code.
  public static func run() {
    EcomapCommand.main()
  }
}
