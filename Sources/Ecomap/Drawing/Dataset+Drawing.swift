public import Cartography
package import Insights
public import Interchange
import Publishing

extension Dataset {
  /// Draws a view: a map, or the picture of an answer.
  ///
  /// ```swift
  /// let map = try dataset.draw(ViewRequest("governance", on: "2020-06-01"))
  /// try map.write(to: "governance.svg")
  /// ```
  ///
  /// What the request leaves open is chosen as the command does: the kind of map that suits the dataset, and as much on it
  /// as can be read on a slide.
  ///
  /// - Parameters:
  ///   - request: What it shows.
  ///   - options: Who draws, and how.
  /// - Returns: The picture on its sheet.
  /// - Throws: ``EcomapError``.
  public func draw(
    _ request: ViewRequest = ViewRequest(), _ options: DrawingOptions = DrawingOptions()
  ) throws(EcomapError) -> DrawnView {
    try draw(resolving(request), options)
  }

  /// Draws the picture of an answer, as far as it has one.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - name: Which of its pictures, such as `upset`; `nil` for the main one.
  ///   - theme: The colours of the sheet.
  ///   - options: Who draws, and how.
  /// - Returns: The picture on its sheet.
  /// - Throws: ``EcomapError`` with code `badRequest` where the answer has no such picture, `nothingToDraw` where it is empty.
  public func draw<Figures>(
    _ answer: Answer<Figures>, as name: String? = nil, theme: ThemeName = .light,
    _ options: DrawingOptions = DrawingOptions()
  ) throws(EcomapError) -> DrawnView {
    try draw(answer.findings, as: name, theme: theme, options)
  }

  /// Draws the picture of an answer, as far as it has one.
  package func draw<Answer: Findings>(
    _ answer: Answer, as name: String?, theme: ThemeName, _ options: DrawingOptions
  ) throws(EcomapError) -> DrawnView {
    guard ChartCatalog.shows(Answer.self) else {
      throw EcomapError(
        .badRequest, "This answer has no picture; maps are sized and coloured by its figures.")
    }
    let charts = ChartCatalog.charts(of: answer)
    guard let first = charts.first else {
      throw EcomapError(
        .nothingToDraw,
        answer is Navigator
          ? "A picture of introductions needs both ends; say who wants to reach them."
          : "There is nothing to draw; the answer is empty.")
    }
    let context = PictureContext(
      theme: try options.theme(theme), companies: CompanyLooks(of: ecosystem),
      provenance: provenance)
    let chosen = name.map { name in charts.first { $0.name == name } } ?? first
    guard let sheet = chosen?.laidOut(answer, context) else {
      throw EcomapError(
        .badRequest,
        "This answer has no picture “\(name ?? "")”; it has \(charts.map { $0.name }.joined(separator: ", "))."
      )
    }
    return DrawnView(sheet, options: options, asked: AskedSlides(options, untold: .answer))
  }

  /// Draws a view with every choice made.
  package func draw(
    _ view: ResolvedView, _ options: DrawingOptions
  ) throws(EcomapError) -> DrawnView {
    let theme = try options.theme(view.theme ?? .light)
    switch view.drawing {
    case .chart(let chart):
      let context = PictureContext(
        theme: theme, companies: CompanyLooks(of: view.snapshot.whole), provenance: provenance,
        title: view.title, sheet: options.template?.sheet)
      do throws(InsightError) {
        guard let sheet = try chart.laidOut(in: view.snapshot, context) else {
          throw InsightError(
            .missingData, "There is nothing to draw on a picture of \(chart.kind.rawValue).")
        }
        return DrawnView(sheet, reason: view.reason, options: options, asked: asked(view, options))
      } catch {
        throw EcomapError(error, of: chart)
      }
    case .map(var request):
      request.sheet = options.template?.sheet
      request.style.theme = theme
      let drawing = MapDrawing(
        provenance: provenance, timeLimit: options.timeLimit, effort: options.effort,
        places: options.placeBook(of: ecosystem))
      do throws(MapRefusal) {
        let drawn = try drawing.draw(request, of: view.snapshot, with: options.layout)
        let letters = drawn.map.smallestLabel
        let isSmall = letters < (request.fit == .page ? FitGoal.page : .slide).letters
        return DrawnView(
          drawn.map, search: drawn.search,
          smallLetters: isSmall ? (letters * 10).rounded() / 10 : nil, reason: view.reason,
          options: options, asked: asked(view, options),
          facts: facts(of: drawn.map.diagram, in: view.snapshot))
      } catch {
        throw EcomapError(error)
      }
    }
  }

  /// What was asked for, in words that slides can carry along.
  private func asked(_ view: ResolvedView, _ options: DrawingOptions) -> AskedSlides {
    guard let request = view.asked else { return AskedSlides(options, untold: .changes) }
    var asked = AskedSlides(options)
    (asked.view, asked.since) = (request, view.since)
    return asked
  }

  /// The rows behind a map, with the places where they stand.
  private func facts(
    of diagram: Diagram, in snapshot: Snapshot
  ) -> @Sendable () -> PageFacts {
    { [sources] in
      PageFacts(of: diagram, in: snapshot) { table, position in
        sources.location(of: .init(table, position))?.description
      }
    }
  }
}
