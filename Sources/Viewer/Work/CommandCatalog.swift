#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The commands that a page offers, with their options, as the command line itself describes them.
package struct CommandCatalog: Sendable {
  /// An argument of a command.
  struct Argument: Sendable, Codable, Equatable {
    /// What its value is: one of some words, a day, another dataset, a file sent along, or any text.
    enum Value: String, Sendable, Codable { case flag, choice, dataset, file, text }

    /// The name behind the dashes; for what has none, the word in the help.
    let name: String
    let isPositional: Bool
    let value: Value
    /// What its value is called in the help.
    let word: String
    /// The words there are.
    let choices: [String]
    let standard: String?
    let isRepeating: Bool
    let isRequired: Bool
    let help: String
    let section: String
  }

  /// What a command makes.
  enum Form: String, Sendable, Codable {
    case map, deck, report, question, tables, check
    /// What is on no menu and prints its answer.
    case own
  }

  /// A command.
  struct Command: Sendable, Codable, Equatable {
    let name: String
    let help: String
    let form: Form
    /// The endings of what it can write, the one that the page shows first.
    let formats: [String]
    let arguments: [Argument]

    func argument(_ name: String) -> Argument? { arguments.first { $0.name == name } }
  }

  let commands: [Command]
  /// The same for the page.
  let json: [UInt8]

  /// Takes what the command line says of itself, as JSON.
  ///
  /// - Throws: ``ServeError`` where that cannot be read.
  package init(describing dump: [UInt8]) throws(ServeError) {
    do {
      let whole = try JSONDecoder().decode(Dump.self, from: Data(dump))
      commands = whole.command.subcommands?.compactMap(Self.command) ?? []
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      json = Array(try encoder.encode(commands))
    } catch {
      throw ServeError("The commands cannot be listed: \(error).")
    }
  }

  /// The command for what is on no menu: the cells of a dataset.
  package static let cells = "cells"

  private static func command(_ command: Dump.Command) -> Command? {
    let arguments = (command.arguments ?? []).filter { $0.shouldDisplay }
    guard let (form, formats) = form(of: command.commandName, arguments) else { return nil }
    let hidden = withheld.union(form == .question ? ["format"] : ["format", "all-views"])
    return Command(
      name: command.commandName, help: command.abstract ?? "", form: form, formats: formats,
      arguments: arguments.compactMap { argument in
        let name = argument.name
        let isData = argument.kind == "positional" && name == "dataset"
        return hidden.contains(name) || isData || form == .tables && name == "result"
          ? nil : Self.argument(argument)
      })
  }

  /// What the server decides itself, or what writes where nobody looks.
  private static let withheld: Set = [
    "output", "help", "version", "into", "no-backup", "no-bom", "annotate", "propose-aliases",
    "replace", "layout-timeout",
  ]

  private static func form(of name: String, _ arguments: [Dump.Argument]) -> (Form, [String])? {
    switch name {
    case "map": (.map, ["html", "svg", "png", "pdf", "pptx", "dot"])
    case "deck": (.deck, ["pptx", "pdf"])
    case "report": (.report, ["html", "pdf"])
    case "convert": (.tables, ["xlsx", "json", "yaml"])
    case "check": (.check, ["json", "xlsx"])
    case _ where arguments.contains { $0.name == "picture" }:
      (.question, ["md", "xlsx", "csv", "json", "svg", "png", "pdf", "pptx"])
    default: nil
    }
  }

  private static func argument(_ argument: Dump.Argument) -> Argument {
    let isFlag = argument.kind == "flag"
    let takesFile =
      argument.completionKind?.file != nil || argument.completionKind?.directory != nil
    let takesDataset =
      takesFile && ["day|dataset", "changed", "dataset"].contains(argument.valueName)
    let value: Argument.Value =
      isFlag
      ? .flag
      : takesDataset ? .dataset : takesFile ? .file : argument.allValues == nil ? .text : .choice
    return Argument(
      name: argument.name, isPositional: argument.kind == "positional", value: value,
      word: argument.valueName ?? "", choices: argument.allValues ?? [],
      standard: argument.defaultValue, isRepeating: argument.isRepeating,
      isRequired: !argument.isOptional, help: argument.abstract ?? "",
      section: argument.sectionTitle ?? "")
  }

  /// The parts that are read of the description of a command line.
  private struct Dump: Decodable {
    struct Command: Decodable {
      let commandName: String
      let abstract: String?
      let arguments: [Argument]?
      let subcommands: [Command]?
    }

    struct Argument: Decodable {
      struct Name: Decodable {
        let name: String
      }

      struct Completion: Decodable {
        struct Nothing: Decodable {}
        let file: Nothing?
        let directory: Nothing?
      }

      let kind: String
      let shouldDisplay: Bool
      let isOptional: Bool
      let isRepeating: Bool
      let sectionTitle: String?
      let preferredName: Name?
      let valueName: String?
      let defaultValue: String?
      let allValues: [String]?
      let completionKind: Completion?
      let abstract: String?

      var name: String { preferredName?.name ?? valueName ?? "" }
    }

    let command: Command
  }
}
