import Cartography
public import Publishing

/// A document about a dataset, ready to be written.
public struct DrawnReport: Sendable {
  package let review: Review
  private let report: Report
  private let options: DrawingOptions
  package let notes: [String]

  init(_ review: Review, hasTables: Bool, of desk: ReviewDesk) {
    self.review = review
    report = Report(review, hasTables: hasTables)
    options = desk.options
    notes = desk.notes
  }

  /// What to know of the report: maps that are missing, and letters that are small.
  public var remarks: [String] { notes + review.remarks }
  /// Whether every map that the data has is there.
  package var isComplete: Bool { review.failed.isEmpty }

  /// The files of the report, each with its path inside a folder; the document is the first of them.
  ///
  /// - Throws: ``EcomapError`` where a picture cannot be drawn.
  public func files(
    as format: ReportFormat = .html
  ) throws(EcomapError) -> [(path: String, bytes: [UInt8])] {
    try EcomapError.wrapping { () throws(PublishingError) in
      try report.files(format, with: options.layout, timeLimit: options.timeLimit)
    }
  }
}

extension Review {
  /// What to know of it: maps that are missing although the data has them, and letters that are small.
  package var remarks: [String] {
    failed.map { "the map “\($0.title)” is left out: \($0.missing ?? "")" }
      + sections.flatMap { $0.failures.notes(on: $0.title) } + smallLetters
  }

  /// The maps whose letters are smaller than can be read on a slide.
  package var smallLetters: [String] {
    maps.filter { $0.smallestLabel < FitGoal.slide.letters }.map { map in
      let size = (map.smallestLabel * 10).rounded() / 10
      return "the smallest letters of “\(map.diagram.title)” are \(size) pt on a slide"
    }
  }
}
