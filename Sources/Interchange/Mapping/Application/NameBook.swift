import EcosystemModel

/// Names of one kind of thing, to be found however they are spelled.
struct NameBook {
  /// The ids under which names are known too.
  private(set) var ids: Set<String> = []
  private var byText: [String: String] = [:]
  /// The names of each key; several share one where only their legal forms or titles differ.
  private var byKey: [String: [String]] = [:]
  /// The people of each first letter and last name, as in `L. Holm`.
  private var byInitial: [String: [String]] = [:]
  private var candidates: [Suggestion.Candidate] = []
  private var suggestion = Suggestion()
  private let kind: EntityReference.Kind

  init(of kind: EntityReference.Kind) { self.kind = kind }

  /// Whether no name is known.
  var isEmpty: Bool { byText.isEmpty }

  /// The keys of all names.
  var keys: Set<String> { Set(byKey.keys) }

  /// Adds a name, or an id under which it is known too.
  mutating func add(_ name: String, alsoAs id: String? = nil) {
    guard byText[name] == nil else { return }
    byText[name] = name
    if let id, !id.isEmpty {
      ids.insert(id)
      if byText[id] == nil { byText[id] = id }
    }
    let key = Self.key(name, of: kind)
    if !(byKey[key]?.contains(name) ?? false) { byKey[key, default: []].append(name) }
    candidates.append(.init(name))
    if kind == .person, let initial = Self.initial(name) {
      byInitial[initial, default: []].append(name)
    }
  }

  /// The known name that a text means; `nil` if it means none, or could mean two.
  func name(of text: String) -> String? {
    if let exact = byText[text] { return exact }
    let found = byKey[Self.key(text, of: kind)] ?? []
    if found.isEmpty, kind == .person, Self.isShortened(text) {
      let meant = Self.initial(text).flatMap { byInitial[$0] } ?? []
      return meant.count == 1 ? meant[0] : nil
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a name has its first name as a letter, as in `L. Holm` and `Holm, L.`.
  private static func isShortened(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }
    return words.count == 2 && words.count(where: { $0.count == 1 }) == 1
  }

  /// The first letter and the last name; `nil` for what has but one word.
  private static func initial(_ name: String) -> String? {
    var words = name.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map(String.init)
    guard words.count > 1 else { return nil }
    if name.contains(",") || words.last?.count == 1 { words.append(words.removeFirst()) }
    guard let first = words.first?.first, let last = words.last else { return nil }
    return Slug.text(of: "\(first) \(last)")
  }

  /// The known name that a text is spelled almost like.
  mutating func near(_ text: String) -> String? {
    guard text.count > 5, let near = suggestion.nearest(to: text, among: candidates) else {
      return nil
    }
    let (left, right) = (Suggestion.Candidate(text).letters, Suggestion.Candidate(near).letters)
    guard let distance = editDistance(left, right, limit: 2), !Self.isTold(text, from: near) else {
      return nil
    }
    return distance == 1 || text.count >= 12 ? near : nil
  }

  /// Whether two names differ in an abbreviation or a number, as `Delphi JSC` and `Delphi JDC` do: these are no slips.
  private static func isTold(_ name: String, from other: String) -> Bool {
    func marks(_ text: String) -> [String] {
      text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { word in
        word.contains(where: \.isNumber) || word.count <= 5 && word.allSatisfy(\.isUppercase)
      }
    }
    return marks(name) != marks(other)
  }

  /// What is left of a name without its spelling.
  static func key(_ name: String, of kind: EntityReference.Kind? = nil) -> String {
    switch kind {
    case .company: return NameKey.company(name).map { "\($0.key)" } ?? name
    case .person: return NameKey.person(name).map { "\($0)" } ?? name
    default: return Slug.text(of: name)
    }
  }
}
