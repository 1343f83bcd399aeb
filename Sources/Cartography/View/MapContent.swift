package import EcosystemModel

/// What a map shows, before any thought of how it looks: entities, ties between them, and what was left out.
package struct MapContent: Hashable, Sendable, Codable {
  /// One entity on the map, or several that share a place.
  package struct Node: Hashable, Sendable, Codable {
    /// Which entity it is.
    package var reference: EntityReference
    /// Its name, as written in the box.
    package var name: String
    /// Short lines below the name, such as `chair: A. Example`.
    package var lines: [String] = []
    /// Further short lines, between the name and ``lines``, that a crowded map does without.
    package var optionalLines: [String] = []
    /// Seats by company, the largest first; empty where it makes no sense.
    package var balance: [CompanyShare] = []
    /// The title of the frame it stands in, or `nil`.
    package var group: String?
    /// What the tooltip says beyond the name, line by line.
    package var details: [String] = []
    /// The address of its page, or `nil`.
    package var url: String?
    /// The number of ties it has in the data, shown or not.
    package var tieCount = 0
    /// How many ties it is away from the focus of a focus map; 0 elsewhere.
    package var distance = 0
    /// How many others it is tied to before anything is folded.
    package var neighbourCount = 0
    /// Everyone the box stands for, where that is several; empty otherwise.
    package var members: [Member] = []
    /// Those with no place of their own that are counted in this box.
    package var folded: [Member] = []
    /// How many ties of the data went with them.
    package var foldedTies = 0
    /// Whether it stands above the frames of a landscape: what the map is about, or who is linked to most of the others.
    package var isCentre = false
    /// What became of it between two states; `nil` if nothing, or if none are compared.
    package var mark: MapDifference.Mark?
  }

  /// An entity that shares a box.
  package struct Member: Hashable, Sendable, Codable {
    /// Which entity it is.
    package var reference: EntityReference
    /// Its name.
    package var name: String
  }

  /// How many seats of a body one company holds.
  package struct CompanyShare: Hashable, Sendable, Codable {
    /// The company, or `nil` for people without one.
    package var company: Company.ID?
    /// The name written on the chip.
    package var name: String
    /// The number of seats.
    package var count: Int
  }

  /// A tie, or several parallel ones merged.
  package struct Tie: Hashable, Sendable, Codable {
    /// Where it starts.
    package var from: EntityReference
    /// Where it ends.
    package var to: EntityReference
    /// The type of tie, such as `escalates to`; `several` where different types were merged.
    package private(set) var kind: String
    /// How many ties of each kind were merged; empty while there is one kind.
    private var mergedKinds: [String: Int] = [:]
    /// Whether its ends compete; such a tie is merged with its like only.
    package let isRivalry: Bool
    /// Whether it has an arrow head at `to`.
    package var isDirected: Bool
    /// How many ties of the data it stands for.
    package var count = 1
    /// The sum of their strengths; 1 for each that states none.
    package var weight = 1.0
    /// The natural logarithm of the chance of a tie as strong, where the backbone was asked for.
    package var logPValue: Double?
    /// The word written on it, or `nil`.
    package var label: String?
    /// What the tooltip says, line by line.
    package var details: [String] = []
    /// Whether somebody is accountable for it; `nil` where nobody needs to be.
    package var isOwned: Bool?
    /// The sums of the numbers that its rows state, by normalised column.
    package var figures: [String: Double] = [:]
    /// Whether `to` stands above `from` where the map has levels.
    package var pointsUp = false
    /// What became of it between two states; `nil` if nothing, or if none are compared.
    package var mark: MapDifference.Mark?

    init(from: EntityReference, to: EntityReference, kind: String, isDirected: Bool) {
      (self.from, self.to, self.kind, self.isDirected) = (from, to, kind, isDirected)
      isRivalry = RelationshipKind.isRivalry(kind)
    }

    /// How many ties of the data it stands for, by kind.
    package var kinds: [String: Int] { mergedKinds.isEmpty ? [kind: count] : mergedKinds }

    /// Takes the number, the strength and the kinds of another tie between the same ends.
    mutating func absorbKinds(of other: Tie) {
      if mergedKinds.isEmpty, other.mergedKinds.isEmpty, kind == other.kind {
        count += other.count
        return
      }
      let all = kinds.merging(other.kinds, uniquingKeysWith: +)
      if all.count > 1 { (kind, mergedKinds) = ("several", all) }
      count += other.count
    }

    /// The same tie of whatever kind and direction.
    func plain(_ kind: String) -> Tie {
      var tie = Tie(from: from, to: to, kind: kind, isDirected: false)
      (tie.count, tie.weight, tie.logPValue, tie.isOwned) = (count, weight, logPValue, isOwned)
      (tie.details, tie.figures, tie.pointsUp) = (details, figures, pointsUp)
      tie.mark = mark
      return tie
    }
  }

  /// What it was made of; everything that is said about it comes from there.
  package let snapshot: Snapshot
  /// The view it was made for.
  package var view: MapView
  /// The title.
  package var title = ""
  /// What the title is made of where the view has none.
  var heading: Heading
  /// What the lines of the map are.
  var links = Noun.link
  /// The entities, in the order of the tables.
  package var nodes: [Node] = []
  /// The ties, in the order of the tables.
  package var ties: [Tie] = []
  /// The number of entities of the shown kinds in the data.
  package var availableNodes = 0
  /// The kinds of entity that were to choose from.
  package var availableKinds: [EntityReference.Kind] = []
  /// The number of ties of the shown kinds in the data; a shown tie may stand for several.
  package var availableTies = 0
  /// How the chances of ties were computed, where their own table says; `nil` for the disparity filter.
  var tieTest: String?
  /// Those that changed between two states, and the ends of lines that did: they are never folded or left out.
  var standing: Set<EntityReference> = []
  /// What became of those that have a mark.
  var marks: [EntityReference: MapDifference.Mark] = [:]
  /// What each state shows, where several have a picture of their own; empty for one picture.
  var stages: [Stage] = []
  /// Which state is drawn, where each has a picture of its own; `nil` for what is in any.
  var panel: Panel?
  /// Short forms of words of the names on a landscape; `nil` if names are written out.
  package var abbreviations: Abbreviations?
  /// How many boxes say less than they could; the rest is in their tooltips.
  package var shortened = 0
  /// What was left out, and why.
  package var omissions: [Omission] = []
  /// How what it shows was computed, a sentence each, where anything was.
  package var conventions: [String] = []
  /// The same in a few words for the legend.
  var method: String?

  /// Makes an empty map for a view.
  init(of snapshot: Snapshot, view: MapView, _ heading: Heading) {
    self.snapshot = snapshot
    self.view = view
    self.heading = heading
  }

  /// Chooses what a view shows of an ecosystem on a day.
  ///
  /// - Complexity: O(rows of the dataset), and O(*n*·log *n*) for the limit; with a backbone O(Σ *d*²) for people with *d*
  ///   seats, or alliances with *d* companies.
  package static func make(of snapshot: Snapshot, view: MapView) -> MapContent {
    whole(of: snapshot, view: view).reduced(by: view)
  }

  /// Everything that a view is about, before anything is filtered, folded or left out.
  static func whole(of snapshot: Snapshot, view: MapView) -> MapContent {
    var content =
      switch view.kind {
      case .ecosystem: MapContent.ecosystem(of: snapshot, view: view)
      case .governance: MapContent.governance(of: snapshot, view: view)
      case .people: MapContent.people(of: snapshot, view: view)
      case .focus: MapContent.focus(of: snapshot, view: view)
      case .landscape: MapContent.landscape(of: snapshot, view: view)
      case .reporting: MapContent.reporting(of: snapshot, view: view)
      }
    content.availableKinds = EntityReference.Kind.allCases.filter { kind in
      content.nodes.contains { $0.reference.kind == kind }
    }
    content.mergeParallelTies()
    if let difference = view.difference { content.mark(difference) }
    if view.kind == .landscape { content.frameLandscape() } else { content.frameByColumn() }
    content.retitle()
    if !snapshot.filter.isEmpty {
      content.countFiltered(from: whole(of: snapshot.beforeFilter, view: view))
    }
    return content
  }

  /// Filters, folds and cuts the whole content as a view says.
  func reduced(by view: MapView) -> MapContent {
    var content =
      view.rollUp == .communities
      ? CommunityMap(of: self, by: view).listing(as: view) : keptCommunity(of: view)
    if view.kind == .landscape, view.reduction.abbreviates {
      content.abbreviations = Abbreviations(of: nodes.map(\.name))
    }
    content.thin(by: view)
    return content
  }

  /// The whole content seen by a view, of which it may want one community only.
  func keptCommunity(of view: MapView) -> MapContent {
    var content = self
    content.view = view
    content.tellNamesApart()
    if let community = view.community { content.keepCommunity(of: community) }
    return content
  }

  /// Folds and cuts what communities were made of, if they were asked for.
  mutating func thin(by view: MapView) {
    applyBackbone()
    countNeighbours()
    if view.kind == .landscape {
      // Everybody has a place there, or is one of the rest of a frame.
      if let most = view.reduction.mostLeaves { gatherRest(of: most) }
    } else {
      if view.reduction.groupsTwins { groupTwins() }
      if let ties = view.reduction.leafTies { foldLeaves(upTo: ties) }
    }
    applyLimit()
    if let ties = view.reduction.leastLinks { dropLines(below: ties) }
    applyDetail()
    applyLabels()
    tellNamesApart()
    retitle()
  }

  /// A strength as a weight; 1 where none is stated or it could not be added up.
  static func strength(_ weight: Double?) -> Double {
    guard let weight, weight.isFinite, weight > 0 else { return 1 }
    return weight
  }

  /// Whom each entity with a tie is tied to; itself, too, where a tie leads back.
  ///
  /// Rivals are not tied to each other.
  var neighbours: [EntityReference: Set<EntityReference>] {
    var neighbours: [EntityReference: Set<EntityReference>] = [:]
    for tie in ties where !tie.isRivalry {
      neighbours[tie.from, default: []].insert(tie.to)
      neighbours[tie.to, default: []].insert(tie.from)
    }
    return neighbours
  }

  /// Whether more share a place, or are counted in one, than are listed there.
  var hidesNames: Bool {
    let most = view.reduction.listed + 1
    return nodes.contains { $0.members.count > most || $0.folded.count > most }
  }
}
