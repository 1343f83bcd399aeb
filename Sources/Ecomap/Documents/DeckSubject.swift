import Cartography
import EcosystemModel
import Insights

/// What gets a slide of its own.
public enum DeckSubject: String, CaseIterable, Hashable, Sendable {
  /// Each saved view.
  case view
  /// Each alliance.
  case alliance
  /// Each saved view, and each alliance.
  case both
  /// Each company, with what surrounds it.
  case company
  /// Each community of those who have more to do with each other than with the rest.
  case community

  /// What suits a dataset: what its author saved or tied together, else what the data itself falls into.
  static func suitable(for snapshot: Snapshot) -> DeckSubject {
    if !snapshot.ecosystem.views.isEmpty { return .view }
    if !snapshot.ecosystem.alliances.isEmpty { return .alliance }
    let boxes = MapContent.make(of: snapshot, view: overviews(of: snapshot)[0]).nodes
    return boxes.count > FitGoal.slide.mostBoxes / 2 ? .community : .alliance
  }

  /// The maps that may fall into communities, the more suitable one first.
  static func overviews(of snapshot: Snapshot) -> [MapView] {
    let picture = Picture.suitable(for: snapshot).picture
    let kinds: [MapKind] =
      [.map(.people), .map(.governance)].contains(picture)
      ? [.people, .ecosystem] : [.ecosystem, .people]
    return kinds.map { kind in
      var view = MapView(kind)
      view.largestCommunity = mostMembers
      return view
    }
  }

  /// A map of more members would have to leave some out.
  private static let mostMembers = 25
}
