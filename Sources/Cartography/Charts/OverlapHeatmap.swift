import EcosystemModel
import GraphvizKit
import Insights

/// The heatmap of committee overlap: half a matrix, with each committee's name at its corner of the diagonal.
///
/// A field's number is the people on both, its shade the share of the smaller committee; a heavy outline and bold digits
/// mark what chance does not explain.
struct OverlapHeatmap: Chart {
  static let kind = ChartKind(rawValue: "overlap")
  static let name = "heatmap"
  static let meaning =
    "how much each committee shares with each other one, ordered by clustering"
  static let question: ChartQuestion? = ChartQuestion(
    summary: "committees by the people they share",
    subjects: .init(
      counts: [0, 1, 2],
      meaning: "all committees, those of one kind, or two committees or kinds of them", form: "A|B"),
    tables: OverlapQuestion.tables
  ) { asked, snapshot throws(InsightError) in
    try snapshot.answer(OverlapQuestion(asked.subjects.first, asked.subjects.dropFirst().first))
  }

  let findings: OverlapFindings
  let matrix: OverlapMatrix
  let context: PictureContext

  init?(_ answer: OverlapFindings, context: PictureContext) {
    guard let matrix = answer.matrix, matrix.bodies.count > 1 else { return nil }
    (findings, self.matrix, self.context) = (answer, matrix, context)
  }

  func laidOut() -> LaidOutDiagram {
    let theme = context.theme
    var sheet = ChartSheet(
      Self.kind, title: title, legend: legend(theme), context: context, preference: .tall)
    let count = matrix.bodies.count
    let longest = matrix.bodies.map { nameWidth(of: $0) }.max() ?? 0
    let height = min(40, sheet.room.y / Double(max(count, 1)))
    // The longest names stand beside the last rows, so that they take room from the fields.
    let room = max(sheet.room.x - min(longest, 240), 200)
    let width = min(76, height * 1.9, room / Double(max(count, 1)))
    let size = min(13, max(ChartSheet.small, height * 0.5))
    func frame(_ row: Int, _ column: Int) -> ChartSheet.Rectangle {
      .init(x: Double(column) * width, y: Double(row) * height, width: width, height: height)
        .inset(by: 1)
    }
    var shared: [[Int]: OverlapMatrix.Cell] = [:]
    for cell in matrix.cells { shared[[cell.row, cell.column]] = cell }
    for row in 0..<count {
      for column in 0..<row {
        guard let cell = shared[[row, column]] else {
          sheet.area(frame(row, column), fill: Self.vacant(theme))
          continue
        }
        draw(cell, in: frame(row, column), size: size, on: &sheet)
      }
      let body = matrix.bodies[row]
      let diagonal = frame(row, row)
      sheet.box(
        body.name, diagonal, fill: theme.fill, border: theme.border, width: 0.6,
        lines: [sheet.label("\(body.size)", size: size, on: theme.fill)],
        tooltip: "\(body.label)\n\(Phrase.count(body.size, "person", "people"))",
        class: "committee")
      let left = diagonal.x + width + 4
      sheet.write(
        PictureText.shortened(body.name, to: sheet.room.x - left, size: size), x: left,
        y: diagonal.middle.y + size * 0.35, size: size)
    }
    return sheet.finished(
      "heatmap", footer: context.footer(footer, of: findings), summary: summary)
  }

  /// How many pairs share more than chance explains; if none does, the two that share most.
  private var title: String {
    let pairs = Phrase.count(findings.overlappingPairCount, "pair")
    let count = findings.significantPairCount
    guard count == 0, let most = matrix.cells.max(by: Self.tellsLess), most.shared > 0 else {
      return
        "\(findings.title): \(count) of \(pairs) \(count == 1 ? "shares" : "share") more people than chance explains"
    }
    let bodies = [matrix.bodies[most.row], matrix.bodies[most.column]]
      .sorted { ($0.size, $0.name) < ($1.size, $1.name) }
    return
      "\(bodies[0].name) and \(bodies[1].name) share most: \(Phrase.count(most.shared, "person", "people")), \(PictureText.percent(most.overlapCoefficient)) of \(bodies[0].name)"
  }

  private static func tellsLess(_ one: OverlapMatrix.Cell, _ other: OverlapMatrix.Cell) -> Bool {
    (one.shared, one.overlapCoefficient, -one.row, -one.column)
      < (other.shared, other.overlapCoefficient, -other.row, -other.column)
  }

  private func nameWidth(of body: OverlapBody) -> Double {
    TextMetrics.width(of: body.name, size: ChartSheet.text) + 8
  }

  private func draw(
    _ cell: OverlapMatrix.Cell, in frame: ChartSheet.Rectangle, size: Double,
    on sheet: inout ChartSheet
  ) {
    let (one, other) = (matrix.bodies[cell.row], matrix.bodies[cell.column])
    let fill = Self.shade(cell.overlapCoefficient, sheet.theme)
    sheet.box(
      "\(one.name) and \(other.name)", frame, fill: fill,
      border: cell.isSignificant ? sheet.theme.text : fill, width: cell.isSignificant ? 2 : 0.5,
      lines: [sheet.label("\(cell.shared)", size: size, isBold: cell.isSignificant, on: fill)],
      tooltip: """
        \(one.name) and \(other.name)
        \(Phrase.count(cell.shared, "person sits", "people sit")) on both, \(PictureText.percent(cell.overlapCoefficient)) of the smaller
        \(cell.isSignificant ? "more than chance explains" : "not more than chance explains")
        """, class: cell.isSignificant ? "remarkable" : "overlap")
  }

  /// The colour of a field without anybody, to be seen on the sheet and no share.
  private static func vacant(_ theme: Theme) -> Colour {
    theme.background.mixed(with: theme.clusterBorder, share: 0.18)
  }

  /// The colour of a share, from nearly the sheet's to a full blue.
  private static func shade(_ share: Double, _ theme: Theme) -> Colour {
    theme.background.mixed(with: theme.category(0), share: 0.12 + 0.83 * share)
  }

  private func legend(_ theme: Theme) -> [LegendSection] {
    func sample(_ fill: Colour, _ border: Colour, _ text: String) -> LegendSection.Entry {
      .init(sample: .box(shape: .rectangle, fill: fill, border: border), text: text)
    }
    return [
      LegendSection(
        title: "Number: people on both",
        entries: [
          sample(theme.fill, theme.border, "on the diagonal: all members"),
          sample(Self.vacant(theme), theme.clusterBorder, "nobody on both"),
        ]),
      LegendSection(
        title: "Shade: share of the smaller one",
        entries: [0.1, 0.5, 1].map {
          let fill = Self.shade($0, theme)
          return sample(fill, fill, PictureText.percent($0))
        }),
    ]
      + (matrix.cells.contains(where: \.isSignificant)
        ? [
          LegendSection(
            title: "Outline and bold digits",
            entries: [sample(theme.background, theme.text, "more than chance explains")])
        ] : [])
  }

  private var footer: [String] {
    let count = matrix.bodies.count
    let rest = matrix.bodyCount - count - matrix.isolatedCount
    return [
      "\(count) of \(matrix.bodyCount) committees, ordered by similarity",
      matrix.isolatedCount > 0
        ? "\(Phrase.count(matrix.isolatedCount, "shares", "share")) nobody with any other"
        : "",
      rest > 0 ? "\(rest) with less in common left out" : "",
    ] + findings.leftOut
  }

  /// By what more than chance is told.
  private var test: String {
    "hypergeometric test among \(Self.words(for: findings.universe)), Holm p < 0.05 over \(Phrase.count(findings.testCount, "pair", "pairs"))\(findings.question.first == nil ? "" : " asked about, over all pairs for the others")"
  }

  private static func words(for universe: OverlapQuestion.Universe) -> String {
    switch universe {
    case .everyone: "everyone"
    case .alliance: "those with a seat in the alliance"
    case .eligible: "those who may sit on both"
    }
  }

  private var summary: String {
    let strongest = matrix.cells.filter(\.isSignificant)
      .sorted {
        (-$0.overlapCoefficient, $0.row, $0.column) < (-$1.overlapCoefficient, $1.row, $1.column)
      }
      .prefix(3).map {
        "\(matrix.bodies[$0.row].name) and \(matrix.bodies[$0.column].name) (\($0.shared))"
      }
    return
      "\(findings.title), as half a matrix of \(matrix.bodies.count) committees. "
      + findings.summary.joined(separator: " ")
      + (strongest.isEmpty ? "" : " Strongest: \(strongest.joined(separator: ", ")).")
      + " Outlined is what passes the \(test)."
  }
}

extension LaidOutDiagram.Rectangle {
  /// The rectangle without a margin of so many points on each side.
  func inset(by margin: Double) -> Self {
    Self(
      x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }
}
