package import EcosystemModel
package import Insights

/// A picture of an answer, drawn to scale and to the last letter on a slide.
///
/// It is made from the answer alone, without another look at the data. Each has its file, and a line in ``ChartCatalog``.
package protocol Chart: Sendable {
  /// The answer that it shows.
  associatedtype Answer: Findings

  /// The sort of view that it belongs to.
  static var kind: ChartKind { get }
  /// Its name among the pictures of an answer, such as `heatmap`.
  static var name: String { get }
  /// What it draws, in one line.
  static var meaning: String { get }
  /// How a view of its kind asks for it; `nil` for a further picture of an answer whose view another chart declares.
  static var question: ChartQuestion? { get }

  /// The picture of an answer; `nil` if there is nothing to draw.
  init?(_ answer: Answer, context: PictureContext)

  /// The picture on its sheet.
  func laidOut() -> LaidOutDiagram
}

extension Chart {
  /// There is another chart of the kind, which declares it.
  package static var question: ChartQuestion? { nil }

  /// Whether it can be drawn of some findings.
  package static func draws(_ findings: any Findings) -> Bool {
    (findings as? Answer).flatMap { Self($0, context: PictureContext()) } != nil
  }

  /// The picture of some findings; `nil` if they answer something else, or there is nothing to draw.
  package static func laidOut(
    _ findings: any Findings, _ context: PictureContext
  ) -> LaidOutDiagram? {
    (findings as? Answer).flatMap { Self($0, context: context) }?.laidOut()
  }
}

/// How a view asks for the picture of an answer.
package struct ChartQuestion: Sendable {
  /// What it may be about.
  package struct Subjects: Hashable, Sendable {
    /// How many names there may be.
    package let counts: Set<Int>
    /// What they are, such as `the two ends of the way`.
    package let meaning: String
    /// How they are written, such as `FROM|TO`; empty where it is about everything.
    package let form: String

    /// The whole dataset.
    package static let none = Subjects(counts: [0], meaning: "the whole dataset", form: "")
  }

  /// What the view shows, in one line.
  package let summary: String
  /// What it is about.
  package var subjects = Subjects.none
  /// The tables whose rows it shows, about which a condition must say something.
  package let tables: [TableName]
  /// The choices of a view that it honours, beside what every picture does.
  var choices: [any PartialKeyPath<SavedView> & Sendable] = []
  /// Answers it.
  package let answer: @Sendable (ChartRequest, Snapshot) throws(InsightError) -> any Findings
}
