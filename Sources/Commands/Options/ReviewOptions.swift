import ArgumentParser
import Cartography
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
import Publishing

/// What decks and reports have in common.
struct ReviewOptions: ParsableArguments {
  @OptionGroup(title: "What it is about") var selection: SelectionOptions

  @Option(help: ArgumentHelp("The title of all.", valueName: "text"))
  var title: String?

  @OptionGroup(title: "Looks") var branding: BrandOptions
  @OptionGroup(title: "Layout") var layout: LayoutOptions

  /// Reads the dataset and names its first errors.
  func read(_ data: DatasetOptions) throws -> Dataset {
    let dataset = try data.read()
    dataset.nameErrors()
    guard !dataset.ecosystem.isEmpty else {
      Terminal.note(
        "error: there is nothing to show; `ecomap check \(data.dataset)` says what was read")
      throw ExitCode.findings
    }
    return dataset
  }

  /// A dataset on the day that everything stands for, with what meets the conditions.
  ///
  /// - Parameters:
  ///   - dataset: The dataset.
  ///   - conditions: What everything must meet; what the options say if `nil`.
  /// - Returns: The snapshot.
  /// - Throws: `ValidationError` for a condition that makes no sense in the dataset.
  func snapshot(of dataset: Dataset, meeting conditions: [Condition]? = nil) throws -> Snapshot {
    var date = selection.asOf
    if date == nil, let latest = dataset.ecosystem.views.compactMap(\.date).max() {
      date = latest
      Terminal.note("as of \(latest), the latest day of the saved views (--as-of chooses another)")
    }
    do throws(FilterFault) {
      return try dataset.ecosystem.on(date).filtered(
        by: Filter(conditions ?? selection.allConditions))
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// What holds for all documents about a dataset.
  ///
  /// Pictures have the size of the sheet; that of a slide where it is missing.
  func question(
    about dataset: Dataset, _ snapshot: Snapshot, sheet: Diagram.Extent? = nil,
    slides: SlideOptions? = nil
  ) throws -> ReviewQuestion {
    var question = ReviewQuestion(title: title ?? Self.title(of: dataset))
    question.theme = try branding.branded(for: slides)
    question.sheet = sheet
    question.timeLimit = layout.timeLimit
    question.effort = layout.effort
    question.provenance = dataset.provenance
    var request = ViewRequest()
    request.date = snapshot.date
    request.conditions = snapshot.filter.conditions
    question.overview = source(of: request, titled: "Overview", in: dataset, question)
    return question
  }

  /// The saved views that may be told, each for its own day or that of the command line.
  func savedViews(
    of dataset: Dataset, _ snapshot: Snapshot, for question: ReviewQuestion
  ) -> [ReviewQuestion.View] {
    snapshot.whole.views.map { saved in
      let (stated, faults) = ViewRequest.reading(saved)
      var request = ViewRequest()
      request.date = selection.asOf
      request.conditions = selection.allConditions
      let source: ReviewQuestion.Source =
        if let fault = faults.first {
          .missing(fault.reported(of: saved).message)
        } else {
          self.source(
            of: request.completed(by: stated), titled: saved.title, in: dataset, question)
        }
      return .init(name: saved.name, title: saved.title ?? saved.name, source: source)
    }
  }

  /// A map to draw, the picture of an answer, or why there is neither.
  private func source(
    of request: ViewRequest, titled title: String?, in dataset: Dataset,
    _ question: ReviewQuestion
  ) -> ReviewQuestion.Source {
    let resolved: ResolvedView
    do throws(ViewFault) {
      resolved = try request.resolved(in: dataset.ecosystem)
    } catch {
      return .missing(error.message)
    }
    // A document about single alliances is read by their partners.
    if !selection.alliance.isEmpty, !resolved.snapshot.isForPartners {
      return .missing("Firewalls are for the house itself.")
    }
    switch resolved.drawing {
    case .map(var request):
      request.view.title = title
      request.style.theme = question.theme
      return .map(request, resolved.snapshot)
    case .chart(let asked):
      let context = PictureContext(
        theme: question.theme, provenance: question.provenance, title: title,
        sheet: question.sheet)
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

  /// Makes the review, and names the maps that are not in it although the data has them.
  func make(
    _ question: ReviewQuestion, of snapshot: Snapshot, with pool: LayoutPool
  ) -> Review {
    let review = Review.make(question, of: snapshot, with: pool)
    for section in review.failed {
      Terminal.note("error: the map “\(section.title)” is left out: \(section.missing ?? "")")
    }
    for section in review.sections where !section.failures.isEmpty {
      for note in section.failures.notes(on: section.title) { Terminal.note(note) }
    }
    for map in review.maps where map.smallestLabel < FitGoal.slide.letters {
      let size = (map.smallestLabel * 10).rounded() / 10
      Terminal.note(
        "note: the smallest letters of “\(map.diagram.title)” are \(size) pt on a slide")
    }
    return review
  }

  /// The name of the only alliance, else that of the dataset.
  private static func title(of dataset: Dataset) -> String {
    let name = dataset.path.split(separator: "/").last.map(String.init) ?? dataset.path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let words = stem.split(whereSeparator: { "-_ ".contains($0) })
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
