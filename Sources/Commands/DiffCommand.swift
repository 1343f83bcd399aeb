import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import Insights
import Interchange

/// `ecomap diff`: what changed between two datasets, or in one between two days.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed between datasets, or in one between days.",
    discussion: """
      Every table is compared column by column: what was added, removed, renamed, moved, re-chaired, re-parented, re-owned or \
      changed, with its places in both files, and the figures of every question before and after. The order of rows and columns \
      does not count. An id says who is who, then a name; who has neither is recognised by links, seats and cells, and the answer \
      says so. A picture is the map of what is in either state: new, gone and changed by colour, stroke and sign, all else pale; \
      with --panels both states stand beside each other on the same places. Of three and more datasets or days the answer is how \
      many there are of everything in each, with who came and went in between, and the picture shows it as lines; --panels draws \
      a map of each, all on the same places.

      EXAMPLES
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01 --table figures
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01 -o change.pptx
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01 --panels -o panels.svg
        ecomap diff last-quarter.xlsx this-quarter.xlsx -o changes.xlsx -o change.svg --view people
        ecomap diff q1.xlsx q2.xlsx q3.xlsx q4.xlsx -o year.xlsx -o year.pptx
        ecomap diff datasets/enhertu --days 2019-05-01,2019-09-01,2020-06-01 --panels -o steps.png

      EXIT STATUS
        0 nothing changed · 1 something did, or bad data, which is named · 64 wrong usage · 70 a fault of the program
      """)

  @OptionGroup(title: "Reading the datasets") var data: DatasetOptions

  @Argument(
    help:
      "The dataset after the changes, or several in their order; left out, the first is compared on days.",
    completion: .file())
  var others: [String] = []

  @Option(
    help: ArgumentHelp("The day of the state before.", valueName: "date"),
    transform: CalendarDate.argument)
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("The day of the state after.", valueName: "date"),
    transform: CalendarDate.argument)
  var to: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Days of one dataset in their order, with commas between them.", valueName: "dates"),
    transform: DayList.init)
  var days: DayList?

  @Option(
    help: ArgumentHelp(
      "The map that pictures draw: a kind of map or a saved view; of the committees, where these or their members changed, else of the ecosystem.",
      valueName: "name"))
  var view: String?

  @Flag(help: "Draw a map of each state, beside each other and on the same places.")
  var panels = false

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    let hasDays = from != nil || to != nil
    if let days {
      guard others.isEmpty, !hasDays else {
        throw ValidationError(
          "--days are of one dataset; leave --from, --to and other datasets out.")
      }
      guard days.dates.count > 1 else {
        throw ValidationError("--days names two days at least: --days 2019-05-01,2020-06-01.")
      }
    } else {
      guard !others.isEmpty || (from != nil && to != nil) else {
        throw ValidationError(
          "Name a second dataset, or two days: --from 2019-05-01 --to 2020-06-01.")
      }
      guard others.count < 2 || !hasDays else {
        throw ValidationError(
          "--from and --to are the days of two states; of several datasets name one day with --as-of."
        )
      }
    }
    guard count <= PanelGrid.most || !panels else {
      throw ValidationError(
        "A sheet holds \(PanelGrid.most) maps; these are \(count). Name fewer, or leave --panels out."
      )
    }
    guard result.selection.asOf == nil || (!hasDays && days == nil) else {
      throw ValidationError(
        "\(days == nil ? "--from and --to name" : "--days names") the days; leave --as-of out.")
    }
    guard result.why == nil else {
      throw ValidationError("Changes carry the places of their rows already; leave --why out.")
    }
    guard result.picture == nil else {
      throw ValidationError("Changes are drawn on a map; choose which with --view.")
    }
    let needed = [view == nil ? nil : "--view", panels ? "--panels" : nil].compactMap { $0 }
    if let option = needed.first, result.pictureTargets.isEmpty {
      throw ValidationError(
        "\(option) needs a file to draw into: -o FILE.svg, .png, .pdf, .pptx or .html.")
    }
    guard count == 2 || view == nil || panels else {
      throw ValidationError(
        "Of \(count) states the picture shows numbers as lines; --panels draws the maps of --view.")
    }
  }

  /// How many states are compared.
  private var count: Int { days?.dates.count ?? max(others.count + 1, 2) }

  func run() throws {
    try InputFiles(data.inputs + others + [result.branding.brand]).refuse(result.output)
    let drawing = try result.drawing()
    let first = try data.read()
    first.nameErrors()
    var datasets = [first]
    for path in others {
      var other = data
      other.dataset = path
      let read = try other.read(after: first)
      read.nameErrors()
      datasets.append(read)
    }
    let states = states(of: datasets)
    let isSame = try answer(states, of: datasets, drawing)
    if datasets.contains(where: \.hasErrors) || !isSame { throw ExitCode.findings }
  }

  /// What is compared, in its order.
  private func states(of datasets: [Dataset]) -> [DatasetState] {
    guard others.isEmpty else {
      let days = [from, to]
      return datasets.enumerated().map { number, dataset in
        DatasetState(
          dataset, on: (number < 2 ? days[number] : nil) ?? result.selection.asOf)
      }
    }
    return (days?.dates ?? [from, to].compactMap { $0 }).map { DatasetState(on: $0) }
  }

  /// Answers and draws; says whether nothing changed.
  private func answer(
    _ states: [DatasetState], of datasets: [Dataset], _ drawing: DrawingOptions
  ) throws -> Bool {
    let last = datasets[datasets.count - 1]
    let conditions = result.selection.allConditions
    if states.count == 2 {
      let comparison = try result.asked {
        try endingWithoutPicture { () throws(EcomapError) in
          try datasets[0].comparison(
            on: states[0].day, with: states[1].dataset, on: states[1].day, meeting: conditions)
        }
      }
      try result.draw(with: drawing, of: last.ecosystem) { () throws(EcomapError) in
        try map(of: states, in: last, drawing)
      }
      try result.write(comparison.spoken, plain: comparison.plain)
      return comparison.plain.isSame
    }
    let growth = try result.asked {
      try endingWithoutPicture { () throws(EcomapError) in
        try last.growth(over: states, meeting: conditions)
      }
    }
    try result.draw(with: drawing, of: last.ecosystem) { () throws(EcomapError) in
      guard !panels else { return try map(of: states, in: last, drawing) }
      return try last.draw(growth.spoken, as: nil, theme: result.branding.theme ?? .light, drawing)
    }
    try result.write(growth.spoken, plain: growth.plain)
    return growth.plain.moving.isEmpty
  }

  private func map(
    of states: [DatasetState], in last: Dataset, _ drawing: DrawingOptions
  ) throws(EcomapError) -> DrawnView {
    try last.draw(
      last.changeMap(
        request(on: states[states.count - 1].day), since: Array(states.dropLast()),
        inPanels: panels), drawing)
  }

  private func request(on day: CalendarDate?) -> ViewRequest {
    var request = ViewRequest()
    request.name = view
    request.date = day
    request.conditions = result.selection.allConditions
    request.theme = result.branding.theme
    return request
  }
}

/// Days with commas between them.
struct DayList {
  let dates: [CalendarDate]

  init(_ text: String) throws {
    dates = try text.split(separator: ",").map { try CalendarDate.argument(String($0).trimmed) }
    guard dates == dates.sorted(), Set(dates).count == dates.count else {
      throw ValidationError("Days stand in their order, each once: “\(text)”.")
    }
  }
}
