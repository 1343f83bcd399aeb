package import EcosystemModel
import GraphvizKit

extension ViewRequest {
  /// Reads a saved view.
  ///
  /// - Returns: What can be read of it, and the faults of the cells that cannot.
  package static func reading(_ saved: SavedView) -> (request: ViewRequest, faults: [ViewFault]) {
    var request = ViewRequest()
    var faults: [ViewFault] = []
    /// One word of a closed list, whatever its case.
    func word<Value>(
      _ path: any KeyPath<SavedView, String?> & Sendable, _ known: [(word: String, value: Value)]
    ) -> Value? {
      guard let text = saved[keyPath: path] else { return nil }
      if let found = known.first(where: { $0.word == text.lowercased() }) { return found.value }
      let words = known.map(\.word).joined(separator: ", ")
      faults.append(ViewFault(path, "“\(text)” is not known; write one of \(words)."))
      return nil
    }
    func all<Value: RawRepresentable<String> & CaseIterable>(_: Value.Type) -> [(String, Value)] {
      Value.allCases.map { ($0.rawValue, $0) }
    }
    request.picture = word(\.kind, Picture.all.map { ($0.name, $0) })
    request.rollUp = word(\.rollUp, all(RollUp.self))
    request.fit = word(\.fit, all(FitGoal.self))
    request.theme = word(\.theme, all(Theme.Name.self))
    request.layout = word(\.layout, all(LayoutEngine.self).filter { $0.1 != .positioned })
    for text in (saved.filter ?? "").split(separator: "|").map(\.trimmed) where !text.isEmpty {
      if let condition = Condition(text) {
        request.conditions.append(condition)
      } else {
        faults.append(ViewFault(\.filter, Condition.refusal(of: text)))
      }
    }
    request.date = saved.date
    request.focus = names(in: saved.focus)
    request.steps = saved.steps
    request.community = saved.community
    request.group = saved.group
    (request.x, request.y) = (saved.x, saved.y)
    request.stages = saved.stages
    request.highlights = saved.highlights
    request.highlightsUnowned = saved.highlightsUnowned
    request.size = saved.size
    request.colour = saved.colour
    request.border = saved.border
    request.width = saved.width
    request.label = saved.label
    request.title = saved.title
    request.limit = saved.limit
    request.showsAll = saved.showsAll
    request.groupsTwins = saved.groupsTwins
    request.leaves = saved.leaves
    request.backbone = saved.backbone
    request.leastLinks = saved.leastLinks
    return (request, faults.map { $0.of(view: saved.name) })
  }

  /// The names of a cell or an option, separated by `|`, with single spaces between words.
  package static func names(in text: String?) -> [String] {
    (text ?? "").split(separator: "|").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
