import EcosystemModel
import Insights

/// Why a person is named, in few lines beside a bar: what makes the load too high first, and no name cut.
struct LoadReasons {
  private let mark: String
  private let reasons: [(full: String, short: String)]

  init(_ person: PersonLoad) {
    mark = person.isOverloaded ? "▲ " : ""
    // The bar and its limit say the hours, unless nothing else is to be said.
    let told = person.reasons.filter { $0.kind != .capacity }
    let reasons = told.isEmpty ? person.reasons : told
    let ordered = reasons.filter(\.isOverload) + reasons.filter { !$0.isOverload }
    self.reasons = ordered.map { reason in
      switch reason.kind {
      case .layers, .left: (reason.text, String(reason.text.prefix { !":;(".contains($0) }).trimmed)
      case .hats: (reason.text, reason.text.before(" in "))
      case .hours: (reason.text, "meetings outside working hours")
      case .capacity, .outlier, .cap: (reason.text, reason.text)
      }
    }
  }

  /// The reasons in at most so many lines: names where they fit, and how many reasons are left out.
  func lines(width: Double, size: Double, limit: Int) -> [String] {
    func wrapped(_ parts: [String], _ rest: Int) -> [String] {
      let text = mark + parts.joined(separator: "; ") + (rest > 0 ? "; \(rest) more" : "")
      return TextMetrics.wrap(text, width: width, size: size, lineLimit: 100)
    }
    var parts = reasons.map(\.short)
    while parts.count > 1, wrapped(parts, reasons.count - parts.count).count > limit {
      parts.removeLast()
    }
    for position in parts.indices {
      var trial = parts
      trial[position] = reasons[position].full
      if wrapped(trial, reasons.count - parts.count).count <= limit { parts = trial }
    }
    let lines = wrapped(parts, reasons.count - parts.count)
    guard lines.count > limit else { return lines }
    return PictureText.lines(
      mark + parts.joined(separator: "; "), width: width, size: size, limit: limit)
  }
}

extension String {
  /// What stands before the first of some words; the whole where they are missing.
  fileprivate func before(_ words: String) -> String {
    firstRange(of: words).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
