import ArgumentParser
import GraphvizKit

/// The `ecomap` command.
struct EcomapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecomap",
    abstract: "Turns the spreadsheet of a partner ecosystem into maps that people can read.",
    discussion: """
      A dataset is a folder of CSV tables (companies, people, committees, …), one YAML or JSON file, or a single list of \
      ties such as source,target.

      EXAMPLES
        ecomap init my-alliance              start a dataset
        ecomap check my-alliance             find its mistakes
        ecomap map my-alliance -o map.svg    draw it

      EXIT STATUS
        0 fine · 1 findings or bad data · 64 wrong usage · 70 a fault of the program
      """,
    version: "0.1.0",
    subcommands: [
      MapCommand.self, CheckCommand.self, HandoffsCommand.self, EscalationCommand.self,
      FirewallCommand.self, PeersCommand.self, NavigatorCommand.self,
    ])
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
