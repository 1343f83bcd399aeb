import ArgumentParser
import Cartography
import EcosystemModel
import Insights
import Interchange
import Publishing

/// What gets a slide of its own.
enum DeckSubject: String, CaseIterable, ExpressibleByArgument {
  case view, alliance, both, company, community

  /// What suits a dataset: what its author saved or tied together, else what the data itself falls into.
  static func suitable(for snapshot: Snapshot) -> DeckSubject {
    if !snapshot.ecosystem.views.isEmpty { return .view }
    if !snapshot.ecosystem.alliances.isEmpty { return .alliance }
    let boxes = MapContent.make(of: snapshot, view: overviews(of: snapshot)[0]).nodes
    return boxes.count > FitGoal.slide.mostBoxes / 2 ? .community : .alliance
  }

  /// The maps that may fall into communities, the more suitable one first.
  fileprivate static func overviews(of snapshot: Snapshot) -> [MapView] {
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

extension ReviewOptions {
  /// Asks for a slide about each subject, and for the overview that leads to them.
  func ask(
    about subject: DeckSubject, in dataset: Dataset, _ snapshot: Snapshot,
    _ question: inout ReviewQuestion
  ) throws {
    switch subject {
    case .view: question.views = savedViews(of: dataset, snapshot, for: question)
    case .alliance: question.alliances = snapshot.ecosystem.alliances.map(\.id)
    case .both:
      try ask(about: .view, in: dataset, snapshot, &question)
      try ask(about: .alliance, in: dataset, snapshot, &question)
    case .company: question.views = companies(of: snapshot, question)
    case .community: askAboutCommunities(of: snapshot, &question)
    }
  }

  /// What surrounds each company.
  private func companies(
    of snapshot: Snapshot, _ question: ReviewQuestion
  ) -> [ReviewQuestion.View] {
    snapshot.ecosystem.companies.map { company in
      var view = MapView(.focus)
      view.focus = .company(company.id)
      view.steps = 1
      view.title = company.name
      return .init(
        name: "company-\(company.id.rawValue)", title: company.name,
        source: .map(request(view, question), snapshot))
    }
  }

  /// An overview with a box for each community, and the members of each.
  private func askAboutCommunities(of snapshot: Snapshot, _ question: inout ReviewQuestion) {
    // One alone is all there is, and the overview shows it.
    let found = DeckSubject.overviews(of: snapshot).lazy
      .map { ($0, MapContent.communities(of: snapshot, view: $0)) }.first { $0.1.count > 1 }
    guard let (view, communities) = found else {
      Terminal.note("note: the data falls into no communities; the overview shows all of it")
      return
    }
    question.views = communities.enumerated().filter { !$0.element.members.isEmpty }.map {
      number, box in
      var part = view
      part.community = box.reference
      part.title = ([box.name] + box.lines.prefix(1)).joined(separator: ": ")
      return .init(
        name: "community-\(number + 1)", title: part.title ?? box.name,
        source: .map(request(part, question), snapshot))
    }
    var overview = view
    overview.rollUp = .communities
    question.overview = .map(request(overview, question), snapshot)
  }

  private func request(_ view: MapView, _ question: ReviewQuestion) -> MapRequest {
    var style = MapStyle()
    style.theme = question.theme
    return MapRequest(view: view, style: style)
  }
}
