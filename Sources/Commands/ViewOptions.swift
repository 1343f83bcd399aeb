public import ArgumentParser
public import Cartography
import EcosystemModel
public import GraphvizKit

/// What a map shows and how it looks.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A saved view of the dataset, a kind of map (\(MapKind.allCases.map(\.rawValue).joined(separator: ", "))), or the picture of an answer: \(ChartCatalog.questions.map(\.kind.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var view: String?

  @OptionGroup(title: "What it is about") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "Draw what surrounds this company, person, committee …; for the picture of an answer what it is about, such as \"FROM|TO\".",
      valueName: "name"))
  var focus: String?

  @Option(help: ArgumentHelp("How many ties away from the focus to go.", valueName: "number"))
  var steps: Int?

  @Option(
    help: ArgumentHelp(
      "What gets a box of its own: functions, companies, regions, or communities of those who have more to do with each other than with the rest; on a map of people also people, or committees, tied by the people they share.",
      valueName: "level"))
  var rollUp: RollUp?

  @Option(
    help: ArgumentHelp(
      "Show only the community that this company, person, committee … belongs to.",
      valueName: "name"))
  var community: String?

  @Option(help: ArgumentHelp("Frame the boxes by a column.", valueName: "column"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "Make this company, person, committee … stand out, and fade what is not tied to it. May be repeated.",
      valueName: "name"))
  var highlight: [String] = []

  @Option(
    help: ArgumentHelp(
      "Size the names by a column of numbers, by ties, or by a metric of ecomap centrality, such as betweenness.",
      valueName: "column"))
  var size: String?

  @Option(
    help: ArgumentHelp(
      "Colour the boxes by a column, by ties, or by a metric, such as pagerank.",
      valueName: "column"))
  var colour: String?

  @Option(
    help: ArgumentHelp(
      "Widen the outlines of the boxes by a column of numbers, by ties, or by a metric.",
      valueName: "column"))
  var border: String?

  @Option(
    help: ArgumentHelp(
      "Widen the lines by count, by weight, by a column of numbers of relationships or handoffs, such as hours, or by the lower metric of their ends, such as betweenness.",
      valueName: "column"))
  var width: String?

  @Option(
    help: ArgumentHelp(
      "Write this column into the boxes in place of the name.", valueName: "column"))
  var label: String?

  @Option(
    help:
      "The layout engine: dot, neato, fdp, sfdp, twopi, circo or osage; the best is chosen otherwise."
  )
  var layout: LayoutEngine?

  @Option(help: "The colours of the sheet: light, dark or print. (default: light)")
  var theme: Theme.Name?

  @Option(help: ArgumentHelp("The title above the map.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("Draw at most so many boxes, the best connected.", valueName: "number"))
  var limit: Int?

  @Option(
    help:
      "Fold, shorten and thin out the map, the least drastic way first, until it can be read on a slide or a page; none draws everything. (default: slide)"
  )
  var fit: FitGoal?

  @Flag(help: "Draw every box and every line, however many there are.")
  var showAll = false

  @Flag(help: "Draw those with the same ties as one box that counts them.")
  var twins = false

  @Option(
    help: ArgumentHelp(
      "Count those tied to one other only, by at most so many ties, in its box.",
      valueName: "number"))
  var leaves: Int?

  @Option(
    help: ArgumentHelp(
      "Draw only ties that chance does not explain at this level of significance, such as 0.01: of committees those that share more people than their sizes say (SDSM), of others those that take more of an end's strength than an even split gives (disparity filter).",
      valueName: "level"))
  var backbone: Double?

  @Option(
    help: ArgumentHelp(
      "Draw only lines that stand for at least so many ties, and the strongest of each box.",
      valueName: "number"))
  var leastTies: Int?

  func validate() throws {
    if let steps, !(1...20).contains(steps) {
      throw ValidationError("--steps must be between 1 and 20.")
    }
    if let leastTies, leastTies < 1 {
      throw ValidationError("--least-ties must be at least 1.")
    }
    if let leaves, leaves < 1 { throw ValidationError("--leaves must be at least 1.") }
    if let backbone, !(backbone > 0 && backbone <= 1) {
      throw ValidationError("--backbone must be above 0 and at most 1, such as 0.01.")
    }
    if showAll,
      limit != nil || fit != nil || twins || leaves != nil || backbone != nil || leastTies != nil
    {
      throw ValidationError(
        "--show-all draws everything; leave --fit, --limit, --twins, --leaves, --backbone and --least-ties out."
      )
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  /// What the options ask for; what they leave open stays so.
  var request: ViewRequest {
    var request = ViewRequest()
    request.conditions = selection.allConditions
    request.date = selection.asOf
    request.focus = ViewRequest.names(in: focus)
    request.steps = steps
    request.rollUp = rollUp
    request.community = community
    request.group = group
    request.highlights = highlight
    request.size = size
    request.colour = colour
    request.border = border
    request.width = width
    request.label = label
    request.layout = layout
    request.theme = theme
    request.title = title
    request.limit = limit
    request.fit = fit
    request.showsAll = showAll ? true : nil
    request.groupsTwins = twins ? true : nil
    request.leaves = leaves
    request.backbone = backbone
    request.leastTies = leastTies
    return request
  }

  /// The view of a dataset that the options ask for.
  ///
  /// - Parameters:
  ///   - saved: A saved view to complete; that of `--view` if `nil`.
  ///   - ecosystem: The dataset.
  /// - Returns: The view, with every choice made.
  /// - Throws: `ValidationError` for a choice that cannot be honoured.
  func resolved(_ saved: SavedView? = nil, in ecosystem: Ecosystem) throws -> ResolvedView {
    var request = request
    if let saved = try saved ?? savedView(in: ecosystem) {
      let (stated, faults) = ViewRequest.reading(saved)
      if let fault = faults.first { throw fault.reported(of: saved) }
      request = request.completed(by: stated)
    } else {
      request.picture = view.flatMap { Picture(named: $0) }
    }
    do throws(ViewFault) {
      return try request.resolved(in: ecosystem)
    } catch {
      throw error.reported(of: saved)
    }
  }

  /// The saved view that `--view` names; `nil` if it names a kind of picture, or nothing.
  private func savedView(in ecosystem: Ecosystem) throws -> SavedView? {
    guard let view else { return nil }
    if let saved = ecosystem.views.first(where: { $0.name == view }) { return saved }
    guard Picture(named: view) == nil else { return nil }
    let known = ecosystem.views.map(\.name) + Picture.all.map(\.name)
    throw ValidationError("There is no view “\(view)”; there are \(known.joined(separator: ", ")).")
  }
}

extension ViewFault {
  /// The fault as wrong usage: of an option, or of a saved view.
  func reported(of saved: SavedView?) -> ValidationError {
    guard let saved else {
      let option = column == SavedView.column(\.kind) ? "view" : column.replacing("_", with: "-")
      return ValidationError("--\(option): \(message)")
    }
    return ValidationError("The view “\(saved.name)”, column “\(column)”: \(message)")
  }
}

extension FitGoal: ExpressibleByArgument {}
extension RollUp: ExpressibleByArgument {}
extension Theme.Name: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {
  /// Reads the engine's name.
  public init?(argument: String) {
    guard argument != Self.positioned.rawValue else { return nil }
    self.init(rawValue: argument)
  }

  /// The engines a user can ask for.
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .positioned }.map(\.rawValue)
  }
}
