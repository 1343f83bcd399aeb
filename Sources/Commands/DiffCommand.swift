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
    abstract: "Says what changed between two datasets, or in one between two days.",
    discussion: """
      Every table is compared column by column: what was added, removed, renamed, moved, re-chaired, re-parented, re-owned or \
      changed, with its places in both files, and the figures of every question before and after. The order of rows and columns \
      does not count. An id says who is who, then a name; who has neither is recognised by links, seats and cells, and the answer \
      says so. A picture is the map of what is in either state: new, gone and changed by colour, stroke and sign, all else pale.

      EXAMPLES
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01 --table figures
        ecomap diff datasets/enhertu --from 2019-05-01 --to 2020-06-01 -o change.pptx
        ecomap diff last-quarter.xlsx this-quarter.xlsx -o changes.xlsx -o change.svg --view people

      EXIT STATUS
        0 nothing changed · 1 something did, or bad data, which is named · 64 wrong usage · 70 a fault of the program
      """)

  @OptionGroup(title: "Reading the datasets") var data: DatasetOptions

  @Argument(
    help: "The dataset after the changes; left out, the first is compared on two days.",
    completion: .file())
  var changed: String?

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
      "The map that pictures draw: a kind of map or a saved view; of the committees, where these or their members changed, else of the ecosystem.",
      valueName: "name"))
  var view: String?

  @OptionGroup(title: "The answer") var result: ResultOptions

  func validate() throws {
    guard changed != nil || (from != nil && to != nil) else {
      throw ValidationError(
        "Name a second dataset, or two days: --from 2019-05-01 --to 2020-06-01.")
    }
    guard result.selection.asOf == nil || (from == nil && to == nil) else {
      throw ValidationError("--from and --to name the days; leave --as-of out.")
    }
    guard result.why == nil else {
      throw ValidationError("Changes carry the places of their rows already; leave --why out.")
    }
    guard result.picture == nil else {
      throw ValidationError("Changes are drawn on a map; choose which with --view.")
    }
    guard view == nil || !result.pictureTargets.isEmpty else {
      throw ValidationError("--view needs a file to draw into: -o FILE.svg, .png, .pdf or .pptx.")
    }
  }

  func run() throws {
    try InputFiles(data.inputs + [changed, result.branding.brand]).refuse(result.output)
    let drawing = try result.drawing()
    let old = try data.read()
    old.nameErrors()
    var other = data
    if let changed { other.dataset = changed }
    let new = changed == nil ? old : try other.read(after: old)
    if changed != nil { new.nameErrors() }
    let days = (from ?? result.selection.asOf, to ?? result.selection.asOf)
    let comparison = try endingWithoutPicture { () throws(EcomapError) in
      try old.comparison(
        on: days.0, with: changed == nil ? nil : new, on: days.1,
        meeting: result.selection.allConditions)
    }
    try result.draw(with: drawing) { () throws(EcomapError) in
      try new.draw(
        new.changeMap(request(on: days.1), since: changed == nil ? nil : old, on: days.0), drawing)
    }
    try result.write(comparison)
    if old.hasErrors || new.hasErrors || !comparison.isSame { throw ExitCode.findings }
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
