import Cartography
package import EcosystemModel
package import GraphvizKit
import Insights

extension Review {
  /// Draws the maps, asks the questions and collects the rosters.
  ///
  /// - Parameters:
  ///   - question: What it is to hold.
  ///   - snapshot: What it is about.
  ///   - pool: Who lays out the maps.
  /// - Returns: The review. A map that could not be drawn, or on which nothing is left, is told in its section; see ``failed``.
  package static func make(
    _ question: ReviewQuestion, of snapshot: Snapshot, with pool: LayoutPool
  ) -> Review {
    ReviewMaker(question: question, snapshot: snapshot, pool: pool).review()
  }
}

/// Makes a review.
struct ReviewMaker {
  let question: ReviewQuestion
  let snapshot: Snapshot
  let pool: LayoutPool

  /// On the day of the review.
  var present: Ecosystem { snapshot.ecosystem }

  /// What a map is for.
  private struct Job: Sendable {
    let key: String
    let title: String
    let source: ReviewQuestion.Source
  }

  var context: PictureContext {
    .init(
      theme: question.theme, companies: CompanyLooks(of: snapshot.whole),
      provenance: question.provenance, sheet: question.sheet)
  }

  var dateText: String {
    snapshot.date.map { "as of \($0)" } ?? "all dates"
  }

  func review() -> Review {
    var keys = UniqueKeys.asciiOnly
    let overview = question.overview.map {
      Job(key: keys.key("overview"), title: "Overview", source: $0)
    }
    let views = question.views.map { view in
      Job(key: keys.key("view-\(view.name)"), title: view.title, source: view.source)
    }
    let alliances = question.alliances.compactMap { snapshot.whole.alliances[$0] }
    let parts = alliances.map { snapshot.within($0.id) }
    let load = alliances.first.flatMap { _ in try? snapshot.allLoads() }
    let facts = zip(alliances, parts).map { alliance, part in
      AllianceFacts(
        alliance: alliance, part: part, load: part.withheld == nil ? load : told(alliance))
    }
    let maps = facts.map { facts in
      Job(
        key: keys.key("alliance-\(facts.alliance.id.rawValue)"), title: facts.alliance.name,
        source: .map(request(for: facts), facts.part))
    }
    let change = question.change.map {
      Job(
        key: keys.key("change"), title: "What changed since \($0.comparison.stateBefore)",
        source: $0.map)
    }
    var sections = draw(
      (overview.map { [$0] } ?? []) + views + maps + [change].compactMap(\.self))
    var changed = change.flatMap { _ in sections.popLast() }
    if let comparison = question.change?.comparison { changed?.tell(comparison) }
    let head = overview == nil ? 0 : 1
    let mapSections = sections.suffix(maps.count)
    let chapters = pool.map(Array(zip(facts, mapSections))) { pair, _ in
      ChapterMaker(
        facts: pair.0, told: snapshot.told(to: pair.0.alliance.id), question: question,
        context: context, dateText: dateText
      ).chapter(map: pair.1)
    }
    var review = Review(
      title: question.title, subtitle: subtitle, theme: question.theme,
      overview: sections.first.flatMap { head == 1 ? $0 : nil }
        ?? Review.Section("overview", "Overview", missing: "No map of everything was asked for."),
      views: Array(sections[head..<(head + views.count)]),
      rosters: question.hasPortfolio ? rosters() : [],
      findings: question.hasPortfolio ? findings() : [], chapters: chapters,
      isInternal: question.hasPortfolio && !snapshot.isForPartners,
      walls: snapshot.isForPartners ? Walls() : Walls(of: snapshot))
    review.change = changed
    review.changeStatements = question.change?.comparison.statements ?? []
    return review
  }

  /// The load that the partners of an alliance may be told: hours that lie behind its firewalls would tell how much there is.
  private func told(_ alliance: Alliance) -> LoadFindings? {
    try? snapshot.told(to: alliance.id).allLoads()
  }

  /// What is counted in what it is about, the day, and the data.
  private var subtitle: [String] {
    let only = question.hasPortfolio || question.alliances.count != 1 ? nil : question.alliances[0]
    let part = only.map(snapshot.within) ?? snapshot
    let present = part.ecosystem
    func count(_ number: Int, _ one: String, _ many: String) -> String? {
      number == 0 ? nil : Phrase.count(number, one, many)
    }
    let partners = only.map { part.whole.alliances[$0]?.companies.count ?? 0 }
    let seated = only.map { _ in Set(present.memberships.map(\.person)).count }
    let counts = [
      count(partners ?? present.companies.count, "company", "companies"),
      count(present.alliances.count, "alliance", "alliances"),
      count(present.committees.count, "committee", "committees"),
      count(seated ?? present.people.count, "person", "people"),
    ].compactMap { $0 }
    let grounds = Grounds(of: part, in: TableName.allCases.filter { $0 != .views })
    let data = [dateText] + [grounds.remark].compactMap { $0 } + question.provenance.remarks
    return [counts.joined(separator: " · "), data.joined(separator: "; ")].filter { !$0.isEmpty }
      + (part.withheld.map { [$0.sentence] } ?? [])
  }

  /// The committees of an alliance, or what surrounds it where it has none.
  private func request(for facts: AllianceFacts) -> MapRequest {
    let alliance = facts.alliance
    let hasCommittees = !snapshot.committees(of: alliance.id).isEmpty
    var view = MapView(hasCommittees ? .governance : .focus)
    if !hasCommittees {
      view.focus = .alliance(alliance.id)
      view.steps = 1
    }
    view.title = question.depth == .map ? facts.title : alliance.name
    var style = MapStyle()
    style.theme = question.theme
    var request = MapRequest(view: view, style: style)
    if question.depth == .map {
      request.sheet = SidePanel.mapSheet(on: question.sheet ?? Slide.extent)
    }
    return request
  }

  private func draw(_ jobs: [Job]) -> [Review.Section] {
    let progress = Progress("drawing", of: jobs.count)
    let language = Language.current
    return pool.map(jobs) { job, worker in
      defer { progress.finish() }
      return Language.speaking(language) { section(job, worker) }
    }
  }

  private func section(_ job: Job, _ worker: LayoutWorker) -> Review.Section {
    let drawing = MapDrawing(
      provenance: question.provenance, timeLimit: question.timeLimit,
      effort: question.effort, places: question.places.book(forSlide: job.key))
    var section = Review.Section(key: job.key, title: job.title)
    switch job.source {
    case .missing(let reason): section.missing = reason
    case .picture(let sheet):
      section.figures = [Review.Figure(key: job.key, map: sheet)]
    case .map(var request, let snapshot):
      request.sheet = request.sheet ?? question.sheet
      do throws(MapRefusal) {
        let drawn = try drawing.draw(request, of: snapshot, with: LayoutPool(worker))
        section.figures = [
          Review.Figure(key: job.key, map: drawn.map, references: drawn.references)
        ]
        section.failures = drawn.search.failures
        section.kept = drawn.search.kept?.notes ?? []
      } catch {
        // One map that takes too long must not cost the whole document.
        section.missing = error.message
        section.hasFailed = error.isFailure
      }
    }
    section.sentences = section.figures.map(\.map.diagram.summary).filter { !$0.isEmpty }
    return section
  }
}
