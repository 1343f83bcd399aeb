import EcosystemModel

/// Which part in a decision a word means, in English, German, French and Spanish.
enum RightReading {
  /// The part that a word, or the letter of a matrix, means; `nil` if it is not known.
  static func right(of text: String) -> DecisionRight? {
    let words = Slug.text(of: text).split(separator: "-").map(String.init)
    guard (1...4).contains(words.count) else { return nil }
    if words.count == 1, words[0].count == 1 { return letters[words[0]] }
    return words.lazy.compactMap { word in
      stems.first { word.hasPrefix($0.stem) }?.right
    }.first
  }

  private static let letters: [String: DecisionRight] = [
    "d": .decides, "a": .approves, "c": .consulted, "i": .informed,
  ]

  /// What words begin with that mean a part.
  private static let stems: [(stem: String, right: DecisionRight)] = [
    ("decid", .decides), ("decis", .decides), ("entscheid", .decides), ("beschlie", .decides),
    ("approv", .approves), ("agree", .approves), ("endors", .approves), ("genehmig", .approves),
    ("zustimm", .approves), ("freigabe", .approves), ("approuv", .approves), ("valid", .approves),
    ("aprueb", .approves), ("aprob", .approves),
    ("consult", .consulted), ("recommend", .consulted), ("advis", .consulted),
    ("input", .consulted), ("konsult", .consulted), ("angehort", .consulted),
    ("empf", .consulted), ("recom", .consulted),
    ("inform", .informed), ("notif", .informed), ("kenntnis", .informed),
  ]
}
