import Cartography
import GraphvizKit
import Insights
import Interchange
import Publishing

/// Draws the picture of an answer and writes it to files.
struct PicturePress {
  private let targets: [MapPress.Target]
  private let theme: Theme
  private let worker = LayoutWorker.shared

  /// Pictures are drawn to scale, so that none takes long.
  private static let timeLimit = Duration.seconds(60)

  /// Starts the worker, which loads its fonts while the data is being read.
  init(_ targets: [MapPress.Target], theme: Theme) {
    self.targets = targets
    self.theme = theme
    worker.start()
  }

  /// Draws an answer into all files.
  ///
  /// - Throws: ``InsightError`` where the answer has no such picture; the end of the command where a file cannot be written.
  func draw<Answer: Findings>(
    _ findings: Answer, as name: String?, of dataset: Dataset
  ) throws {
    guard ChartCatalog.shows(Answer.self) else {
      throw InsightError(
        .badOption,
        "This answer has no picture; `ecomap map` draws with --size and --colour by its figures.")
    }
    let charts = ChartCatalog.charts(of: findings)
    guard let first = charts.first else {
      throw InsightError(
        .missingData,
        findings is Navigator
          ? "A picture of introductions needs both ends; say who wants to reach them: --from NAME."
          : "There is nothing to draw; the answer is empty.")
    }
    let context = PictureContext(theme: theme, provenance: dataset.provenance)
    let chosen = name.map { name in charts.first { $0.name == name } } ?? first
    guard let sheet = chosen?.laidOut(findings, context) else {
      throw InsightError(
        .badOption,
        "This answer has no picture “\(name ?? "")”; it has \(charts.map { $0.name }.joined(separator: ", "))."
      )
    }
    try write(sheet)
  }

  private func write(_ sheet: LaidOutDiagram) throws {
    let files: [[UInt8]]
    do throws(PublishingError) {
      files = try MapPublisher(worker: worker, timeLimit: Self.timeLimit)
        .publish(sheet, as: targets.map(\.format))
    } catch {
      throw InsightError(.failed, error.message)
    }
    for (target, bytes) in zip(targets, files) { try OutputFile.write(bytes, to: target.path) }
  }
}
