package import EcosystemModel
public import GraphvizKit

/// What a view asks for, each choice made or left open, before it is held against a dataset.
///
/// The columns of a saved view and the options of a command say the same things: a request made of either is honoured, or
/// refused in the same words.
public struct ViewRequest: Hashable, Sendable, Codable {
  /// The name of a saved view, a kind of map such as `governance`, or the picture of an answer such as `overlap`; `nil` for
  /// the kind that suits the dataset.
  public var name: String?
  /// The kind of map, or the picture of an answer.
  package var picture: Picture?
  /// What everything shown must meet.
  package var conditions: [Condition] = []
  /// The day it stands for.
  package var date: CalendarDate?
  /// The names of what it is about.
  public var focus: [String] = []
  /// How many relationships away from the focus to go.
  public var steps: Int?
  /// What gets a place of its own.
  public var rollUp: RollUp?
  /// Whose community is shown alone.
  public var community: String?
  /// The column that frames are made by, or what belongs together on a chart.
  public var group: String?
  /// The column or measure that leads from left to right on a chart.
  package var x: String?
  /// The column or measure that leads from top to bottom on a chart.
  package var y: String?
  /// The order of stages on a chart.
  package var stages: [String] = []
  /// The names of what stands out.
  public var highlights: [String] = []
  /// Whether relationships that nobody answers for stand out.
  public var highlightsUnowned: Bool?
  /// The column, measure or metric that sizes names.
  public var size: String?
  /// The column, measure or metric that colours.
  public var colour: String?
  /// The column, measure or metric that widens outlines.
  public var border: String?
  /// The column or metric that widens lines.
  public var width: String?
  /// The column written in place of names.
  public var label: String?
  /// The layout engine.
  public var layout: LayoutEngine?
  /// The colours of the sheet.
  public var theme: ThemeName?
  /// The title.
  public var title: String?
  /// How many are shown at most.
  public var limit: Int?
  /// What it must be readable on.
  public var fit: FitGoal?
  /// Whether everything is shown, however much there is.
  public var showsAll: Bool?
  /// Whether those with the same relationships become one.
  public var groupsTwins: Bool?
  /// Up to how many relationships those with one other only are counted there.
  public var leaves: Int?
  /// The level of significance that a relationship must reach.
  public var backbone: Double?
  /// How many relationships a line must stand for.
  public var leastLinks: Int?

  /// Leaves every choice open.
  public init() {}

  /// The same request with what it leaves open as another one chooses; both their conditions must be met.
  package func completed(by other: ViewRequest) -> ViewRequest {
    var made = self
    made.name = name ?? other.name
    made.picture = picture ?? other.picture
    made.conditions = other.conditions + conditions
    made.date = date ?? other.date
    made.focus = focus.isEmpty ? other.focus : focus
    made.steps = steps ?? other.steps
    made.rollUp = rollUp ?? other.rollUp
    made.community = community ?? other.community
    made.group = group ?? other.group
    made.x = x ?? other.x
    made.y = y ?? other.y
    made.stages = stages.isEmpty ? other.stages : stages
    made.highlights = highlights.isEmpty ? other.highlights : highlights
    made.highlightsUnowned = highlightsUnowned ?? other.highlightsUnowned
    made.size = size ?? other.size
    made.colour = colour ?? other.colour
    made.border = border ?? other.border
    made.width = width ?? other.width
    made.label = label ?? other.label
    made.layout = layout ?? other.layout
    made.theme = theme ?? other.theme
    made.title = title ?? other.title
    made.limit = limit ?? other.limit
    made.fit = fit ?? other.fit
    made.showsAll = showsAll ?? other.showsAll
    made.groupsTwins = groupsTwins ?? other.groupsTwins
    made.leaves = leaves ?? other.leaves
    made.backbone = backbone ?? other.backbone
    made.leastLinks = leastLinks ?? other.leastLinks
    return made
  }
}

/// A choice of a view that cannot be honoured.
package struct ViewFault: Error, Hashable, Sendable {
  /// The column of `views` that makes the choice, such as `roll_up`; the option is named alike.
  package let column: String
  /// What is wrong, and what to write instead.
  package let message: String
  /// The saved view that makes the choice; `nil` if the request itself does.
  package internal(set) var view: String?

  /// Names the column by the part of a saved view that it fills.
  init(_ path: any PartialKeyPath<SavedView> & Sendable, _ message: String) {
    column = SavedView.column(path)
    self.message = message
  }

  /// The same fault, as that of a saved view.
  func of(view name: String) -> ViewFault {
    var fault = self
    fault.view = name
    return fault
  }
}

extension ViewFault: CustomStringConvertible {
  /// The message, behind the saved view and its column where one is at fault.
  package var description: String {
    view.map { "The view “\($0)”, column “\(column)”: \(message)" } ?? message
  }
}
