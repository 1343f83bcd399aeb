import EcosystemModel

extension Decoding {
  typealias Kind = EntityReference.Kind

  /// The id of the entity of a kind that a cell names, within a company where functions are meant.
  ///
  /// An entity is made where the dataset has no table of its kind. What is unknown or ambiguous is reported.
  mutating func reference(
    to kind: EntityReference.Kind, named text: String, within company: String? = nil
  ) -> String? {
    aliases.meet(text, kinds: CollectionOfOne(kind))
    let match = match(text, kind: kind, within: company)
    if match == .none, let id = typedID(text, kinds: [kind]) { return id }
    if let id = accepted(match, text: text, kind: kind) { return id }
    if case .ambiguous(let positions) = match {
      reportAmbiguous(text, candidates: positions.map { (kind, $0) })
      return nil
    }
    if indices[kind].origin != .table { return imply(kind, text, within: company) }
    reportUnknown(text, kinds: [kind])
    return nil
  }

  /// The entity that the end of a tie names: `kind:id`, an id, a name, or `Company/Function`.
  mutating func end(
    named text: String, among groups: [[EntityReference.Kind]], implied: EntityReference.Kind
  ) -> EntityReference? {
    let allowed = groups.flatMap { $0 }
    aliases.meet(text, kinds: allowed)
    if let typed = EntityReference(text), allowed.contains(typed.kind) {
      if let id = typedID(text, kinds: allowed) { return EntityReference(typed.kind, id) }
      aliases.meet(typed.rawID, kinds: CollectionOfOne(typed.kind))
      if let id = accepted(
        match(typed.rawID, kind: typed.kind, within: nil), text: typed.rawID, kind: typed.kind)
      {
        return EntityReference(typed.kind, id)
      }
      if indices[typed.kind].origin != .table {
        return imply(typed.kind, typed.rawID, within: nil).map { EntityReference(typed.kind, $0) }
      }
    }
    for group in groups {
      var isExact = false
      for loosely in [false, true] where !isExact {
        let found = group.compactMap { kind -> (Kind, NameIndex.Match)? in
          let match = match(text, kind: kind, within: nil, loosely: loosely)
          return match == .none ? nil : (kind, match)
        }
        guard !found.isEmpty else { continue }
        isExact = true
        if found.count == 1, let id = accepted(found[0].1, text: text, kind: found[0].0) {
          return EntityReference(found[0].0, id)
        }
        reportAmbiguous(text, candidates: found.flatMap(candidates(of:)))
        return nil
      }
    }
    let kind = nodeKind.flatMap { allowed.contains($0) ? $0 : nil } ?? implied
    if indices[kind].origin != .table {
      return imply(kind, text, within: nil).map { EntityReference(kind, $0) }
    }
    reportUnknown(text, kinds: allowed)
    return nil
  }

  /// The id in a cell such as `committee:jsc`, if there is such an entity of one of the kinds.
  private func typedID(_ text: String, kinds: [EntityReference.Kind]) -> String? {
    guard let typed = EntityReference(text), kinds.contains(typed.kind),
      let position = indices[typed.kind].position(ofID: typed.rawID)
    else { return nil }
    return indices[typed.kind].entries[position].id
  }

  func candidates(
    of found: (kind: EntityReference.Kind, match: NameIndex.Match)
  ) -> [(EntityReference.Kind, Int)] {
    switch found.match {
    case .found(let position), .respelt(let position): [(found.kind, position)]
    case .ambiguous(let positions): positions.map { (found.kind, $0) }
    case .none: []
    }
  }

  private mutating func match(
    _ text: String, kind: EntityReference.Kind, within company: String?
  ) -> NameIndex.Match {
    let exact = match(text, kind: kind, within: company, loosely: false)
    return exact == .none ? match(text, kind: kind, within: company, loosely: true) : exact
  }

  private mutating func match(
    _ text: String, kind: EntityReference.Kind, within company: String?, loosely: Bool
  ) -> NameIndex.Match {
    if loosely {
      // Entities that only cells describe keep each spelling; an inspection points at near-duplicates.
      guard indices[kind].origin == .table else { return .none }
      let match = indices[kind].looseMatch(text)
      guard match == .none, let target = aliases.looseTarget(of: text, kind: kind),
        case .found(let position) = indices[kind].exactMatch(target)
      else { return match }
      return .respelt(position)
    }
    if kind == .function {
      if let company, let position = indices[kind].position(ofName: text, in: company) {
        return .found(position)
      }
      // Departments that no table describes are those of the company at hand, whoever else has one of the name.
      if company != nil, indices[.function].origin == .cells { return functionOfCompany(text) }
      let exact = indices[kind].exactMatch(text)
      return exact == .none ? functionOfCompany(text) : exact
    }
    return indices[kind].exactMatch(
      text, standingFor: aliases.target(of: text, kind: kind))
  }

  /// The function that `Company/Function` names; either side may hold a `/` of its own.
  private mutating func functionOfCompany(_ text: String) -> NameIndex.Match {
    for (company, function) in Self.splits(of: text) {
      guard
        case .found(let position) = indices[.company].exactMatch(company),
        let match = indices[.function].position(
          ofName: function, in: indices[.company].entries[position].id)
      else { continue }
      return .found(match)
    }
    return .none
  }

  private static func splits(of text: String) -> [(String, String)] {
    guard text.utf8.contains(UInt8(ascii: "/")) else { return [] }
    return text.unicodeScalars.indices.filter { text.unicodeScalars[$0] == "/" }.map { slash in
      (
        String(text[..<slash]).trimmed,
        String(text[text.unicodeScalars.index(after: slash)...]).trimmed
      )
    }
  }

  private mutating func accepted(
    _ match: NameIndex.Match, text: String, kind: EntityReference.Kind
  ) -> String? {
    switch match {
    case .found(let position): return indices[kind].entries[position].id
    case .respelt(let position):
      let entry = indices[kind].entries[position]
      let spelling = Spelling(kind: kind, text: text, name: entry.name)
      notice()
      let use = spellings[spelling] ?? (0, location)
      spellings[spelling] = (use.count + 1, use.location)
      return entry.id
    case .ambiguous, .none: return nil
    }
  }

  /// Makes an entity that no table describes.
  private mutating func imply(
    _ kind: EntityReference.Kind, _ text: String, within company: String?
  ) -> String? {
    guard mayImply else { return nil }
    switch kind {
    case .function: return implyFunction(text, within: company)
    case .program:
      // A program needs its alliance, which the cell does not name.
      if indices[.program].origin == .cells { reportUnknown(text, kinds: [.program]) }
      return nil
    case .company, .person, .committee, .alliance:
      let name = aliases.target(of: text, kind: kind) ?? text
      return append(kind, name: name, company: nil, slug: Slug.text(of: name))
    }
  }

  private mutating func implyFunction(_ text: String, within company: String?) -> String? {
    var name = text
    var owner = company
    if let (first, second) = Self.splits(of: text).first, !first.isEmpty, !second.isEmpty {
      name = second
      owner = reference(to: .company, named: first)
      guard owner != nil else { return nil }
    }
    if owner == nil {
      owner = statelessCompany()
    }
    guard let owner else { return nil }
    if let position = indices[.function].position(ofName: name, in: owner) {
      return indices[.function].entries[position].id
    }
    return append(.function, name: name, company: owner, slug: "\(owner)-\(Slug.text(of: name))")
  }

  /// The company of functions whose company no cell states.
  private mutating func statelessCompany() -> String {
    let name = "Company not stated"
    if case .found(let position) = indices[.company].exactMatch(name) {
      return indices[.company].entries[position].id
    }
    return append(.company, name: name, company: nil, slug: Slug.text(of: name))
  }

  private mutating func append(
    _ kind: EntityReference.Kind, name: String, company: String?, slug: String
  ) -> String {
    let id = freeID(slug, kind: kind)
    indices[kind].append(
      .init(
        reference: EntityReference(kind, id), name: name, company: company.map { .init($0) }),
      statedID: nil)
    implied[kind, default: []].append(location)
    forgetMeanings()
    return id
  }

  /// The slug, or where it is taken the slug with the first free number.
  mutating func freeID(
    _ slug: String, kind: EntityReference.Kind, reserved: Set<String> = []
  ) -> String {
    var id = slug
    // Remembered per slug, so that many names with one slug do not count up from 2 each time.
    var number = indices[kind].lastNumbers[slug] ?? 1
    while indices[kind].contains(id: id) == true || reserved.contains(id) {
      number += 1
      id = "\(slug)-\(number)"
    }
    indices[kind].lastNumbers[slug] = number
    return id
  }
}
