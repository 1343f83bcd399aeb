/// A command with everything that it is called with; made only of what the catalogue knows and the session owns.
struct Order: Sendable {
  /// The name of the command.
  let command: String
  /// What it makes.
  let form: CommandCatalog.Form
  /// The ending of what it writes; `nil` for what prints its answer.
  let format: String?
  /// The options, each as one word.
  let options: [String]
  /// The words without dashes, of which the dataset is the first.
  let words: [String]
  /// The folder that it works in.
  let place: String
  /// What somebody would type to get the same.
  let equivalent: String
  /// The name of its result without the ending.
  let stem: String

  /// The arguments of the program that writes into a folder.
  ///
  /// Words follow two dashes, so that a name that begins with one is no option.
  func words(into folder: String) -> [String] {
    let result = "\(folder)/\(Self.resultName)"
    switch form {
    case .report:
      return [command] + options + ["--format=\(format ?? "html")", "-o", result, "--"] + words
    case .tables: return [command] + options + ["--"] + words + ["\(result).\(format ?? "xlsx")"]
    case .check where format == "xlsx":
      return [command] + options + ["--annotate", "\(result).xlsx", "--"] + words
    case .own: return [command, "--"] + words
    case .check: return [command] + options + ["--format=json", "--"] + words
    case .map, .deck, .question:
      return [command] + options + ["-o", "\(result).\(format ?? "html")", "--"] + words
    }
  }

  /// The file with the result; `nil` if none was written.
  func result(in folder: String) -> String? {
    switch form {
    case .report:
      let inside = "\(folder)/\(Self.resultName)"
      return Files.names(in: inside).first { $0.hasSuffix(".\(format ?? "html")") }
        .map { "\(inside)/\($0)" }
    case .own,
      .check where format != "xlsx":
      let answer = "\(folder)/\(Job.answerFile)"
      return (Files.facts(of: answer)?.size ?? 0) > 0 ? answer : nil
    default:
      let file = "\(folder)/\(Self.resultName).\(format ?? "html")"
      return Files.facts(of: file) == nil ? nil : file
    }
  }

  private static let resultName = "result"

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || [45, 46, 47, 95, 61, 44, 58, 43, 37, 64].contains(byte) || byte >= 128
    }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}

/// What the page asks for.
struct Wish: Decodable, Sendable {
  /// An argument with its value; `nil` for a flag.
  struct Choice: Decodable, Sendable {
    let name: String
    let value: String?
  }

  let dataset: String
  let command: String
  let format: String?
  let choices: [Choice]
}

extension CommandCatalog {
  /// Makes an order of a wish.
  ///
  /// - Parameters:
  ///   - wish: What was asked for.
  ///   - source: What a dataset of the session is called and where it is; `nil` where there is no such dataset.
  /// - Returns: The order.
  /// - Throws: ``Refusal`` where the wish is for what the catalogue does not know.
  func order(_ wish: Wish, _ source: (String) -> DatasetSource?) throws(Refusal) -> Order {
    guard let dataset = source(wish.dataset) else {
      throw Refusal(.notFound, "That dataset is no longer here; open it again.")
    }
    guard wish.command != Self.cells else { return Self.cells(of: dataset) }
    guard let command = commands.first(where: { $0.name == wish.command }) else {
      throw Refusal(.unprocessable, "There is no such command here.")
    }
    guard let format = wish.format ?? command.formats.first, command.formats.contains(format) else {
      throw Refusal(.unprocessable, "That command writes no such file.")
    }
    guard wish.choices.count <= 100 else {
      throw Refusal(.unprocessable, "That is more than 100 options.")
    }
    var options: [String] = []
    var words = [dataset.argument]
    var shown = ["ecomap", command.name, dataset.shown]
    var positions: [(word: String, shown: String)] = []
    for choice in wish.choices {
      guard let argument = command.argument(choice.name) else {
        throw Refusal(.unprocessable, "That command has no option of that name.")
      }
      let value = try Self.value(choice.value, for: argument, source, beside: dataset)
      if argument.isPositional {
        positions.append((value.argument, value.shown))
      } else if argument.value == .flag {
        options.append("--\(argument.name)")
        shown.append("--\(argument.name)")
      } else {
        options.append("--\(argument.name)=\(value.argument)")
        shown += ["--\(argument.name)", value.shown]
      }
    }
    words += positions.map(\.word)
    shown.insert(contentsOf: positions.map(\.shown), at: 3)
    let stem = Self.stem(of: command, dataset)
    shown += Self.target(of: command, format, stem)
    return Order(
      command: command.name, form: command.form, format: format, options: options, words: words,
      place: dataset.place, equivalent: shown.map(Order.quoted).joined(separator: " "), stem: stem)
  }

  /// Lists the cells of a dataset, which is on no menu.
  private static func cells(of dataset: DatasetSource) -> Order {
    Order(
      command: cells, form: .own, format: nil, options: [], words: [dataset.argument],
      place: dataset.place, equivalent: "", stem: "\(dataset.stem)-cells")
  }

  /// What a result is called: the dataset, and the command where that is not the map.
  private static func stem(of command: Command, _ dataset: DatasetSource) -> String {
    switch command.form {
    case .map, .tables, .own: dataset.stem
    case .check: "\(dataset.stem)-checked"
    default: "\(dataset.stem)-\(command.name)"
    }
  }

  private static func target(of command: Command, _ format: String, _ stem: String) -> [String] {
    switch command.form {
    case .report: ["--format", format, "-o", stem]
    case .tables: ["\(stem).\(format)"]
    case .check: format == "xlsx" ? ["--annotate", "\(stem).xlsx"] : []
    case .own: []
    case .map, .deck, .question: ["-o", "\(stem).\(format)"]
    }
  }

  /// The value as the command gets it, and as somebody would type it.
  private static func value(
    _ text: String?, for argument: Argument, _ source: (String) -> DatasetSource?,
    beside dataset: DatasetSource
  ) throws(Refusal) -> (argument: String, shown: String) {
    guard argument.value != .flag else { return ("", "") }
    guard let text, !text.isEmpty, text.utf8.count <= 2000, !text.utf8.contains(where: { $0 < 32 })
    else {
      throw Refusal(.unprocessable, "“\(argument.name)” needs a value of at most 2000 letters.")
    }
    switch argument.value {
    case .choice where !argument.choices.contains(text):
      throw Refusal(
        .unprocessable,
        "“\(argument.name)” is one of \(argument.choices.joined(separator: ", ")).")
    case .dataset:
      // A day is no path; anything else must be a dataset of the same session.
      if argument.word.contains("day"), text.wholeMatch(of: #/[0-9]{4}(-[0-9]{2}){0,2}/#) != nil {
        return (text, text)
      }
      guard let other = source(text) else {
        throw Refusal(.unprocessable, "“\(argument.name)” is a day or a dataset that is open here.")
      }
      return (other.absolute, other.shown)
    case .file:
      guard let path = dataset.companion(text) else {
        throw Refusal(
          .unprocessable, "“\(argument.name)” is a file that lies beside the data; add it there.")
      }
      return (path, text)
    default: return (text, text)
    }
  }
}
