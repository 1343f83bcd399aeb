import ArgumentParser
import Containers
import EcosystemModel
import GraphvizKit
import Viewer

/// The `ecomap` command.
struct EcomapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecomap",
    abstract: "Turns the spreadsheet of a partner ecosystem into maps that people can read.",
    discussion: """
      A dataset is a folder of CSV tables (companies, people, committees, …), one Excel workbook, YAML or JSON file, or a single list of \
      links such as source,target.

      EXAMPLES
        ecomap init my-alliance                      start a dataset, with an example in it
        ecomap check my-alliance/example             find mistakes
        ecomap map my-alliance/example -o map.svg    draw it

      WITH EXCEL AND POWERPOINT
        ecomap init roster.xlsx                      start a workbook, with an example in it
        ecomap check roster.xlsx                     find mistakes
        ecomap map roster.xlsx -o map.pptx           draw it, as shapes to move and type in
        ecomap import partners.xlsx                  read a workbook of your own, as it is

      EXIT STATUS
        0 fine · 1 findings or bad data · 64 wrong usage · 70 a fault of the program
      """,
    version: Program.version,
    subcommands: [
      InitCommand.self, ImportCommand.self, CheckCommand.self, MapCommand.self, DeckCommand.self,
      ReportCommand.self, PlacesCommand.self, UpdateCommand.self,
      CentralityCommand.self,
      OverlapCommand.self, LoadCommand.self, HandoffsCommand.self, EscalationCommand.self,
      FirewallCommand.self, PeersCommand.self, NavigatorCommand.self, PortfolioCommand.self,
      DecisionsCommand.self, AlignmentCommand.self, HealthCommand.self, FitCommand.self,
      TaxCommand.self, WorkCommand.self,
      TimelineCommand.self,
      StructureCommand.self, TurnoverCommand.self, RolesCommand.self, DiffCommand.self,
      ServeCommand.self, ConvertCommand.self, SchemaCommand.self, DoctorCommand.self,
      CellsCommand.self,
      EditCellsCommand.self, KeepDraftCommand.self,
    ])
}

/// The process's entry point.
package enum Entry {
  /// Runs the command named on the command line and ends the process with its exit code.
  package static func run() -> Never {
    var arguments = CommandLine.arguments.dropFirst()
    // Not a subcommand: the process that lays graphs out for another ecomap must start fast.
    if arguments.first == "layout-worker" { LayoutWorkerMain.run() }
    // Nor is this: what a page asked for.
    if let rest = WorkerLimits.apply(arguments) { arguments = rest }
    Terminal.prepare()
    // The worker loads its fonts while the arguments and the data are being read.
    let drawing: [any ParsableCommand.Type] = [
      MapCommand.self, DeckCommand.self, ReportCommand.self, UpdateCommand.self,
    ]
    if drawing.contains(where: { $0.configuration.commandName == arguments.first }) {
      LayoutWorker.shared.startAsCopy()
    }
    refuseUnknownCommand(arguments.first)
    let words = Array(arguments)
    MainThread.run {
      do {
        run(try EcomapCommand.parseAsRoot(words))
      } catch {
        end(EcomapCommand.self, error)
      }
    }
  }

  /// Says what an error or a request for help says, and ends the process with its status.
  private static func end(_ command: any ParsableCommand.Type, _ error: any Error) -> Never {
    let status = command.exitCode(for: error)
    let message = command.fullMessage(for: error)
    for line in message.split(separator: "\n", omittingEmptySubsequences: false)
    where !message.isEmpty {
      status == .success ? Terminal.print(String(line)) : Terminal.note(String(line))
    }
    Terminal.end(status)
  }

  /// Runs a command; a mistake found meanwhile leads to its help, not to that of the root.
  private static func run<Command: ParsableCommand>(_ command: Command) -> Never {
    var command = command
    let listener = ProgressLine.isWanted ? Progress.Listener(ProgressLine.shared.show) : nil
    do {
      try Progress.$listener.withValue(listener) { try command.run() }
      Terminal.end()
    } catch let mistake as ValidationError {
      Terminal.note("Error: \(mistake.message)")
      Terminal.note(
        "  See 'ecomap help \(Command.configuration.commandName ?? "")' for more information.")
      Terminal.end(.validationFailure)
    } catch {
      end(Command.self, error)
    }
  }

  /// Names the commands there are, where the parser would only count surplus arguments.
  private static func refuseUnknownCommand(_ name: String?) {
    guard let name, !name.hasPrefix("-") else { return }
    let known =
      EcomapCommand.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(name) else { return }
    end(
      EcomapCommand.self,
      ValidationError("There is no command “\(name)”; there are \(known.joined(separator: ", "))."))
  }
}
