import EcosystemModel
import Foundation
import Insights
import Interchange
import TestSupport
import Testing

@testable import Cartography

/// What maps of the shipped datasets say of themselves is so: their saved views, and each kind with and without reductions.
@Suite("Truth of maps", .timeLimit(.minutes(60)))
struct MapTruthTests {
  static let names = [
    "digital-spaghetti", "enhertu", "evenity", "sos-workplace-options", "takeda-portfolio",
    "upsher-smith-handoffs",
  ]

  private struct Case {
    let name: String
    let snapshot: Snapshot
    let view: MapView
    let style: MapStyle
  }

  private static func cases(of ecosystem: Ecosystem) throws -> [Case] {
    var cases: [Case] = []
    for saved in ecosystem.views {
      let resolved = try ViewRequest.reading(saved).request.resolved(in: ecosystem)
      guard case .map(let request) = resolved.drawing else { continue }
      cases.append(
        Case(
          name: saved.name, snapshot: resolved.snapshot, view: request.view, style: request.style))
    }
    for kind in [MapKind.ecosystem, .people, .governance] {
      for level in [nil] + RollUp.levels(of: kind).map(Optional.some) {
        var view = MapView(kind)
        view.rollUp = level
        for (twins, leaves, limit) in [(false, nil, nil), (true, 3, nil), (true, 1, 12)] {
          view.reduction = Reduction(groupsTwins: twins, leafTies: leaves)
          view.limit = limit
          for group in [nil, "region"] where kind != .people {
            view.group = group
            var style = MapStyle()
            style.colour = group
            cases.append(
              Case(
                name: "\(kind) \(level?.rawValue ?? "") \(twins) \(group ?? "")",
                snapshot: ecosystem.on(nil), view: view, style: style))
          }
        }
      }
    }
    return cases
  }

  @Test("footers, titles and frames say what is drawn", arguments: names)
  func shipped(name: String) throws {
    for each in try Self.cases(of: OracleData.shipped(name).ecosystem) {
      let content = MapContent.make(of: each.snapshot, view: each.view)
      guard !content.nodes.isEmpty else { continue }
      let measures = try? MapMeasures.make(for: each.style, on: content)
      let diagram = Diagram.make(of: content, style: each.style, measures: measures)
      let place = "\(name), \(each.name)"
      expectFooter(diagram, content, place)
      expectTitle(content, place)
      expectFrames(content, place)
      let texts = [diagram.title, diagram.footer, diagram.summary].joined(separator: "\n")
      #expect(
        texts.firstMatch(of: #/\b1 (companies|people|committees|links|seats|lines)\b/#) == nil)
      #expect(texts.firstMatch(of: #/\b(ties|tied|boxes)\b/#) == nil, "\(place): \(texts)")
    }
  }

  /// The footer's figures are those of the boxes; what is drawn and what is left out make up what there is.
  private func expectFooter(_ diagram: Diagram, _ content: MapContent, _ place: String) {
    let counts = diagram.footer.matches(of: #/([0-9]+) of ([0-9]+)/#).prefix(2)
      .map { [Int($0.output.1) ?? -1, Int($0.output.2) ?? -1] }
    let drawn = diagram.nodes.isEmpty ? 0 : content.nodes.flatMap(\.everyone).count
    #expect(counts.first == [drawn, content.availableNodes], "\(place): \(diagram.footer)")
    let ties = content.ties.reduce(0) { $0 + $1.count } + content.foldedTies
    #expect(counts.last == [ties, content.availableTies], "\(place): \(diagram.footer)")
    guard content.view.kind != .focus else { return }
    let gone = content.omissions.flatMap(\.members).count
    #expect(drawn + gone == content.availableNodes, "\(place): \(diagram.footer)")
  }

  /// A title that nobody wrote counts what is on the map.
  private func expectTitle(_ content: MapContent, _ place: String) {
    guard content.view.title == nil, content.view.rollUp != .communities else { return }
    let drawn = content.nodes.flatMap(\.everyone)
    if let said = content.title.firstMatch(of: #/([0-9]+) compan(?:y|ies)/#),
      content.view.kind == .ecosystem
    {
      let companies = Set(
        drawn.compactMap { content.snapshot.ecosystem.company(of: $0.reference) })
      #expect(Int(said.output.1) == companies.count, "\(place): \(content.title)")
    }
    if let said = content.title.firstMatch(of: #/([0-9]+) committees?/#) {
      let committees = drawn.count { $0.reference.kind == .committee }
      #expect(Int(said.output.1) == committees, "\(place): \(content.title)")
    }
  }

  private func expectFrames(_ content: MapContent, _ place: String) {
    guard let column = content.view.group else { return }
    let reading = ColumnReading(column, in: content.snapshot)
    for node in content.nodes {
      guard let frame = node.group else { continue }
      let folded = content.view.kind == .ecosystem ? node.folded.map(\.reference) : []
      for member in node.represented + folded {
        let said = Set(reading.statements(about: member).map(\.text))
        #expect(said == [frame], "\(place): \(member) in \(frame)")
      }
    }
  }
}
