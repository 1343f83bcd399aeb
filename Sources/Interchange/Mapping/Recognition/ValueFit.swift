import EcosystemModel

/// How well the cells of a column fit what a column of the contract holds.
struct ValueFit {
  /// The names that the lists of the workbook have.
  let known: [EntityReference.Kind: NameBook]

  /// From -1, where they cannot be it, to 1, where they surely are.
  func value(_ profile: ColumnProfile, _ meaning: Vocabulary.Meaning) -> Double {
    guard !profile.isEmpty else { return 0 }
    switch meaning.column {
    case Vocabulary.Parts.firstName, Vocabulary.Parts.lastName:
      return profile.numbers > 0.3 || profile.length > 25 ? -1 : 0.2
    case Vocabulary.Parts.fromCompany, Vocabulary.Parts.toCompany, Vocabulary.Parts.otherCompany:
      return reference(profile, .company)
    case Vocabulary.Parts.fromFunction, Vocabulary.Parts.toFunction:
      return reference(profile, .function)
    case Vocabulary.Parts.approvers, Vocabulary.Parts.consulted, Vocabulary.Parts.informed:
      return profile.numbers > 0.3 || profile.dates > 0.3
        || profile.answers > 0.6 && profile.length < 4 ? -1 : max(0, reference(profile, .committee))
    case Vocabulary.Parts.time: return profile.dates > 0.7 ? 1 : -1
    case Vocabulary.Parts.resource:
      return profile.distinct == profile.texts.count && profile.texts.count > 8 ? -0.5 : 0.2
    case Vocabulary.Parts.matter: return profile.distinct < profile.texts.count ? 0.3 : -0.3
    case Vocabulary.Parts.activity: return 0.1
    default: break
    }
    switch CellSort.of(meaning.table, meaning.column) {
    case .id: return namesOther(profile, than: meaning.table.kind) ? -1 : id(profile)
    case .name: return name(profile, meaning.table.kind)
    case .reference(let kinds, let isList):
      // What a cell may name only one of is no column of lists, but of people, each of whom is a row.
      // `Company / Department` is one function.
      let isLeftOut =
        !isList && profile.lists > 0.5 && !kinds.contains(.person) && kinds != [.function]
      return isLeftOut ? -0.7 : kinds.map { reference(profile, $0) }.max() ?? 0
    case .date: return profile.dates >= 0.5 ? 1 : profile.dates < 0.2 ? -1 : 0
    case .number(let unit, _):
      let rate = max(profile.numbers, unit == "times" ? profile.cadences : 0)
      return profile.dates > 0.6 && profile.numbers < 0.9
        ? -1 : rate >= 0.6 ? 0.7 : rate < 0.3 ? -0.8 : 0
    case .integer, .share: return profile.numbers >= 0.6 ? 0.6 : -0.6
    case .answer: return profile.answers >= 0.6 ? 1 : -1
    case .role: return profile.roles >= 0.6 ? 1 : profile.roles < 0.25 ? -0.7 : 0.2
    case .right:
      let known = profile.texts.count { RightReading.right(of: $0) != nil }
      return known * 10 >= profile.texts.count * 6 ? 1 : -0.7
    case .cadence: return profile.cadences >= 0.5 ? 1 : profile.cadences < 0.2 ? -0.6 : 0.3
    case .text, .texts, nil: return text(profile, meaning)
    }
  }

  /// Whether the cells are ids of another list, which has more of them: they refer to its rows, and are none of their own.
  private func namesOther(_ profile: ColumnProfile, than kind: EntityReference.Kind?) -> Bool {
    let texts = Set(profile.texts)
    return known.contains { other, book in
      other != kind && texts.count < book.ids.count && texts.isSubset(of: book.ids)
    }
  }

  private func text(_ profile: ColumnProfile, _ meaning: Vocabulary.Meaning) -> Double {
    if meaning.column == Company.column(\.url) {
      return profile.addresses > 0.3 ? 1 : profile.emails > 0.3 ? -1 : 0
    }
    if meaning.column == Person.column(\.title), profile.roles > 0.7 { return -1 }
    if profile.emails > 0.5 || profile.dates > 0.8 || profile.isRunningNumber { return -0.8 }
    return profile.numbers > 0.9 ? -0.4 : 0.1
  }

  private func id(_ profile: ColumnProfile) -> Double {
    if profile.distinct < profile.texts.count - 1 || profile.length > 24
      || profile.blanks > profile.count / 4
    {
      return -1
    }
    return profile.surePeople > 0.3 ? -1 : 0.3
  }

  private func name(_ profile: ColumnProfile, _ kind: EntityReference.Kind?) -> Double {
    if profile.dates > 0.5 || profile.emails > 0.5 || profile.length > 60 { return -1 }
    if profile.numbers > 0.8 { return -0.9 }
    switch kind {
    case .person:
      if profile.companies > 0.5 && profile.surePeople < 0.3 || profile.committees > 0.4 {
        return -0.9
      }
      return profile.surePeople >= 0.25 ? 1 : profile.people > 0.6 ? 0.5 : -0.2
    case .company:
      return profile.surePeople > 0.4 || profile.committees > 0.5
        ? -1 : profile.companies > 0.25 ? 0.7 : profile.roles > 0.7 ? -0.8 : 0.1
    case .committee:
      return profile.surePeople > 0.4 ? -1 : profile.committees > 0.3 ? 1 : 0
    case .function: return profile.departments > 0.3 ? 0.9 : profile.surePeople > 0.3 ? -1 : -0.1
    case .alliance, .program, nil:
      return profile.surePeople > 0.4 || profile.committees > 0.6 ? -0.9 : 0.2
    }
  }

  private func reference(_ profile: ColumnProfile, _ kind: EntityReference.Kind) -> Double {
    if profile.share(of: known[kind]) >= 0.4 { return 1 }
    if profile.dates > 0.5 || profile.emails > 0.5 || profile.answers > 0.8 { return -1 }
    if profile.numbers > 0.8 { return -0.9 }
    switch kind {
    case .person:
      return profile.surePeople >= 0.25
        ? 0.9
        : profile.people > 0.7 && profile.companies < 0.3 && profile.committees < 0.3 ? 0.5 : -0.6
    case .company:
      return profile.surePeople > 0.4 || profile.committees > 0.6
        ? -1 : profile.companies > 0.25 ? 0.7 : 0
    case .committee: return profile.surePeople > 0.3 ? -1 : profile.committees > 0.3 ? 0.9 : -0.1
    case .function: return profile.departments > 0.3 ? 0.8 : profile.surePeople > 0.3 ? -1 : 0
    case .alliance, .program: return profile.surePeople > 0.4 || profile.committees > 0.6 ? -0.9 : 0
    }
  }
}
