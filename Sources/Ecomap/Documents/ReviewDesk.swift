import Cartography
package import EcosystemModel
import GraphvizKit
import Insights
package import Interchange
import Publishing

/// What decks and reports of a dataset have in common: the day, the conditions, the looks, and who draws.
struct ReviewDesk: Sendable {
  let dataset: Dataset
  /// The dataset on the day that everything stands for, with what meets the conditions.
  let snapshot: Snapshot
  let options: DrawingOptions
  let theme: Theme
  /// The day and the conditions that were asked for, which saved views take over.
  private let asked: ViewRequest
  /// What to know of what was asked for.
  private(set) var notes: [String] = []

  /// Looks at a dataset on a day; on the latest day of its saved views where none is asked for.
  init(
    of dataset: Dataset, date: CalendarDate?, conditions: [Condition], theme: ThemeName,
    _ options: DrawingOptions
  ) throws(EcomapError) {
    self.dataset = dataset
    self.options = options
    self.theme = try options.theme(theme)
    var asked = ViewRequest()
    asked.date = date
    asked.conditions = conditions
    self.asked = asked
    do throws(FilterFault) {
      snapshot = try dataset.ecosystem.on(date ?? dataset.latestViewDate)
        .filtered(by: Filter(conditions))
    } catch {
      throw EcomapError(.badRequest, error.message)
    }
  }

  /// What holds for all documents about a dataset.
  func question(titled title: String?) -> ReviewQuestion {
    var question = ReviewQuestion(title: title ?? dataset.title)
    question.theme = theme
    question.sheet = options.template?.sheet
    question.timeLimit = options.timeLimit
    question.effort = options.effort
    question.places = options.placeBook(of: dataset.ecosystem)
    question.provenance = dataset.provenance
    var request = ViewRequest()
    request.date = snapshot.date
    request.conditions = snapshot.filter.conditions
    question.overview = source(of: request, titled: nil)
    return question
  }

  /// The review, with every map that could be drawn.
  func made(_ question: ReviewQuestion) -> Review {
    Review.make(question, of: snapshot, with: options.layout)
  }

  /// Asks for a slide or a section about each subject, and for the overview that leads to them.
  mutating func ask(about subject: DeckSubject, _ question: inout ReviewQuestion) {
    switch subject {
    case .view: question.views = savedViews()
    case .alliance: question.alliances = snapshot.ecosystem.alliances.map(\.id)
    case .both:
      ask(about: .view, &question)
      ask(about: .alliance, &question)
    case .company: question.views = companies()
    case .community: askAboutCommunities(&question)
    }
  }

  /// Asks for a few slides that suit the dataset: the saved views that are marked for decks, else the first of them; where none are saved,
  /// other maps than the overview, or what the data falls into.
  mutating func askAboutLittle(_ question: inout ReviewQuestion) {
    let marked = snapshot.whole.views.filter { $0.isInDecks == true }.map(\.name)
    if !snapshot.whole.views.isEmpty {
      let views = savedViews()
      question.views =
        marked.isEmpty
        ? Array(views.prefix(Self.fewViews)) : views.filter { marked.contains($0.name) }
    } else if DeckSubject.suitable(for: snapshot) == .community {
      askAboutCommunities(&question)
      question.views = Array(question.views.prefix(Self.fewViews))
    } else {
      question.views = otherMaps()
    }
  }

  /// So many views are shown where nobody says which.
  private static let fewViews = 4

  /// The hierarchy of committees, the committees by the people they share, and the portfolio, as far as the overview is something else.
  private func otherMaps() -> [ReviewQuestion.View] {
    let overview = Picture.suitable(for: snapshot).picture
    let present = snapshot.ecosystem
    var requests: [(name: String, request: ViewRequest)] = []
    func add(_ name: String, _ picture: Picture, _ change: (inout ViewRequest) -> Void = { _ in }) {
      guard picture != overview else { return }
      var request = asked
      request.date = snapshot.date
      request.picture = picture
      change(&request)
      requests.append((name, request))
    }
    if present.alliances.count > 2 { add("portfolio", .chart(.portfolio)) }
    if present.committees.count > 1 { add("governance", .map(.governance)) }
    if present.committees.count > 2, !present.memberships.isEmpty {
      add("shared-people", .map(.people)) { $0.rollUp = .committees }
    }
    return requests.map { name, request in
      .init(name: name, title: name, source: source(of: request, titled: nil))
    }
  }

  /// Asks for everything about one alliance, and nothing about the rest.
  func ask(
    forBriefingOn alliance: String, titled title: String?, _ question: inout ReviewQuestion
  ) throws(EcomapError) {
    let whole = snapshot.whole
    do throws(InsightError) {
      guard case .alliance(let id) = try whole.entity(named: alliance, among: .alliance) else {
        throw InsightError(.unknownName, "“\(alliance)” is no alliance.")
      }
      question.alliances = [id]
      question.title = title ?? "Briefing: \(whole.name(of: .alliance(id)))"
    } catch {
      throw EcomapError(error)
    }
    question.overview = nil
    question.hasPortfolio = false
  }

  /// The saved views that may be told, each for its own day or that of the request.
  private func savedViews() -> [ReviewQuestion.View] {
    snapshot.whole.views.map { saved in
      let (stated, faults) = ViewRequest.reading(saved)
      let source: ReviewQuestion.Source =
        if let fault = faults.first {
          .missing(fault.description)
        } else {
          self.source(of: asked.completed(by: stated), titled: saved.title, named: saved.name)
        }
      return .init(name: saved.name, title: saved.title ?? saved.name, source: source)
    }
  }

  /// A map to draw, the picture of an answer, or why there is neither.
  private func source(
    of request: ViewRequest, titled title: String?, named name: String? = nil
  ) -> ReviewQuestion.Source {
    let resolved: ResolvedView
    do throws(ViewFault) {
      resolved = try request.resolved(in: dataset.ecosystem)
    } catch {
      return .missing(error.message)
    }
    // A document about single alliances is read by their partners.
    if snapshot.isForPartners, !resolved.snapshot.isForPartners {
      return .missing("Firewalls are for the house itself.")
    }
    switch resolved.drawing {
    case .map(var request):
      request.view.title = title
      request.name = name
      request.style.theme = theme
      return .map(request, resolved.snapshot)
    case .chart(let asked):
      let context = PictureContext(
        theme: theme, companies: CompanyLooks(of: resolved.snapshot.whole),
        provenance: dataset.provenance, title: title, sheet: options.template?.sheet)
      do throws(InsightError) {
        guard let sheet = try asked.laidOut(in: resolved.snapshot, context) else {
          return .missing("There is nothing to draw.")
        }
        return .picture(sheet)
      } catch {
        return .missing(error.message)
      }
    }
  }

  /// What surrounds each company.
  private func companies() -> [ReviewQuestion.View] {
    snapshot.ecosystem.companies.map { company in
      var view = MapView(.focus)
      view.focus = .company(company.id)
      view.steps = 1
      view.title = company.name
      return .init(
        name: "company-\(company.id.rawValue)", title: company.name,
        source: .map(request(view), snapshot))
    }
  }

  /// An overview with a box for each community, and the members of each.
  private mutating func askAboutCommunities(_ question: inout ReviewQuestion) {
    // One alone is all there is, and the overview shows it.
    let snapshot = snapshot
    let found = DeckSubject.overviews(of: snapshot).lazy
      .map { ($0, MapContent.communities(of: snapshot, view: $0)) }.first { $0.1.count > 1 }
    guard let (view, communities) = found else {
      notes.append("the data falls into no communities; the overview shows all of it")
      return
    }
    question.views = communities.enumerated().filter { !$0.element.members.isEmpty }.map {
      number, box in
      var part = view
      part.community = box.reference
      part.title = ([box.name] + box.lines.prefix(1)).joined(separator: ": ")
      return .init(
        name: "community-\(number + 1)", title: part.title ?? box.name,
        source: .map(request(part), snapshot))
    }
    var overview = view
    overview.rollUp = .communities
    question.overview = .map(request(overview), snapshot)
  }

  private func request(_ view: MapView) -> MapRequest {
    var style = MapStyle()
    style.theme = theme
    return MapRequest(view: view, style: style)
  }
}

extension Dataset {
  /// The latest day of the saved views, for which decks and reports stand unless another one is asked for.
  package var latestViewDate: CalendarDate? { ecosystem.views.compactMap(\.date).max() }

  /// The name of the dataset, as people write it.
  fileprivate var title: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let words = stem.split(whereSeparator: { "-_ ".contains($0) })
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
