import EcosystemModel

/// A person as cells name them: with a role, a company or an address beside the name.
struct PersonText {
  private(set) var name: String
  /// What stands in parentheses or after a dash, where it is a role.
  private(set) var role: String?
  /// The same, where it is something else.
  private(set) var remark: String?

  init(_ text: String) {
    name = text
    take(from: "(", to: ")")
    take(from: "[", to: "]")
    take(from: "<", to: ">")
    for dash in [" – ", " - ", " — ", ": "] {
      guard let place = name.firstRange(of: dash) else { continue }
      let head = String(name[..<place.lowerBound]).trimmed
      let tail = String(name[place.upperBound...]).trimmed
      if RoleReading.role(of: head) != nil, NameLexicon.isPersonLike(tail) {
        (role, name) = (head, tail)
      } else if NameLexicon.isPersonLike(head) {
        put(tail)
        name = head
      }
      break
    }
    name = name.split(separator: " ").joined(separator: " ")
  }

  /// Whether it is surely a person: by the first name, or by the role beside a name.
  var isSurelyPerson: Bool {
    NameLexicon.isSurelyPerson(name) || role != nil && NameLexicon.isPersonLike(name)
  }

  private mutating func take(from opening: Character, to closing: Character) {
    guard let start = name.firstIndex(of: opening), start > name.startIndex,
      let end = name[start...].firstIndex(of: closing)
    else { return }
    put(String(name[name.index(after: start)..<end]).trimmed)
    name = (String(name[..<start]) + String(name[name.index(after: end)...])).trimmed
  }

  private mutating func put(_ text: String) {
    guard !text.isEmpty, !text.contains("@") else { return }
    if RoleReading.role(of: text) != nil { role = text } else { remark = text }
  }
}
