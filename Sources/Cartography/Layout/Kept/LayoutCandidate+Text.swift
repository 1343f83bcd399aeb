import GraphvizKit

extension LayoutCandidate {
  /// The way in a word without spaces, as a picture carries it along: `stress:2:routed:fills`.
  var text: String {
    let base =
      switch method {
      case .layers(let direction): "layers:\(direction.rawValue)"
      case .stress(let seed): "stress:\(seed)"
      case .springs: "springs:"
      case .multilevel(let seed): "multilevel:\(seed)"
      case .rings(let root): "rings:\(root)"
      case .engine(let engine): "engine:\(engine.rawValue)"
      case .tiers: "tiers:"
      case .chips: "chips:"
      case .toScale(let name): "scale:\(name)"
      }
    let more = [
      (isRouted, "routed"), (fillsSlide, "fills"), (isCloser, "closer"),
      (startsReversed, "reversed"),
    ]
    return ([base] + more.filter(\.0).map(\.1)).joined(separator: ":")
  }

  /// Reads such a word; `nil` if it names no way.
  init?(text: String) {
    let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 1 else { return nil }
    let value = words[1]
    let method: Method? =
      switch words[0] {
      case "layers": Direction(rawValue: value).map { .layers($0) }
      case "stress": Int(value).map { .stress(seed: $0) }
      case "springs": .springs
      case "multilevel": Int(value).map { .multilevel(seed: $0) }
      case "rings": .rings(around: value)
      case "engine": LayoutEngine(rawValue: value).map { .engine($0) }
      case "tiers": .tiers
      case "chips": .chips
      case "scale": .toScale(value)
      default: nil
      }
    guard let method else { return nil }
    let more = words.dropFirst(2)
    self.init(
      method: method, isRouted: more.contains("routed"), fillsSlide: more.contains("fills"),
      isCloser: more.contains("closer"), startsReversed: more.contains("reversed"))
  }
}
