/// A row that has a name.
struct NamedRow {
  var row: Finding.Row
  /// What the row is, such as `company`.
  var noun: String
  var name: String
}

/// A row that holds on no day.
struct ReversedRow {
  var row: Finding.Row
  /// The row in words, such as `committee "JSC"`.
  var title: String
  var validity: Validity
}

extension Ecosystem {
  /// The rows whose name satisfies a condition, in the order of the tables and their rows.
  func rows(whoseNames isWanted: (String) -> Bool) -> [NamedRow] {
    func rows<Element: Entity>(_ roster: Roster<Element>, _ noun: String) -> [NamedRow] {
      roster.indices.filter { isWanted(roster[$0].name) }.map {
        NamedRow(row: .init(Element.table, $0), noun: noun, name: roster[$0].name)
      }
    }
    let named = views.indices.filter { isWanted(views[$0].name) }.map {
      NamedRow(row: .init(.views, $0), noun: "view", name: views[$0].name)
    }
    return rows(companies, "company") + rows(functions, "function") + rows(people, "person")
      + rows(alliances, "alliance") + rows(programs, "program") + rows(committees, "committee")
      + named
  }

  /// Every row whose end does not come after its start, in the order of the tables and their rows.
  var reversedRows: [ReversedRow] {
    func rows<Element>(
      _ table: TableName, _ elements: some RandomAccessCollection<Element>,
      _ validity: (Element) -> Validity, _ title: (Element) -> String
    ) -> [ReversedRow] {
      elements.enumerated().compactMap { position, element in
        let validity = validity(element)
        guard !validity.isOrdered else { return nil }
        return ReversedRow(row: .init(table, position), title: title(element), validity: validity)
      }
    }
    // There are far more seats than anything else: none is copied but those found.
    let columns = memberships.columns
    let places = columns.until.isBlank ? 0..<0 : memberships.indices
    let seats = places.filter { !columns.validity($0).isOrdered }.map {
      ReversedRow(
        row: .init(.memberships, $0), title: title(of: memberships[$0]),
        validity: memberships[$0].validity)
    }
    return rows(.affiliations, affiliations, \.validity) { title(of: $0) }
      + rows(.alliances, alliances, \.validity) { "alliance \(Phrase.quoted($0.name))" }
      + rows(.programs, programs, \.validity) { "program \(Phrase.quoted($0.name))" }
      + rows(.committees, committees, \.validity) { "committee \(Phrase.quoted($0.name))" }
      + seats + rows(.relationships, relationships, \.validity) { title(of: $0) }
      + rows(.decisions, decisions, \.validity) { title(of: $0) }
  }

  /// An entity's name in quotation marks.
  func quoted(_ reference: EntityReference) -> String { Phrase.quoted(name(of: reference)) }

  /// A seat in words: `the seat of "A" on "JSC"`.
  func title(of seat: Membership) -> String {
    "the seat of \(quoted(.person(seat.person))) on \(quoted(.committee(seat.committee)))"
  }

  /// An employment in words: `the employment of "A" at "X"`.
  func title(of employment: Affiliation) -> String {
    "the employment of \(quoted(.person(employment.person))) at \(quoted(.company(employment.company)))"
  }

  /// A tie in words: `the relationship from "A" to "B"`.
  func title(of tie: Relationship) -> String {
    "the relationship from \(quoted(tie.from)) to \(quoted(tie.to))"
  }

  /// A handoff in words: `the handoff of "samples" from "A" to "B"`.
  func title(of handoff: Handoff) -> String {
    let what = handoff.what.map { " of \(Phrase.quoted($0))" } ?? ""
    return "the handoff\(what) from \(quoted(handoff.from)) to \(quoted(handoff.to))"
  }

  /// A decision right in words: `the part of "JSC" in "budget"`.
  func title(of decision: Decision) -> String {
    "the part of \(quoted(decision.body)) in \(Phrase.quoted(decision.matter))"
  }

  /// Any row in words: `committee "JSC"`, `the seat of "A" on "JSC"`.
  func title(of row: some TableRow) -> String {
    switch row {
    case let seat as Membership: title(of: seat)
    case let employment as Affiliation: title(of: employment)
    case let tie as Relationship: title(of: tie)
    case let handoff as Handoff: title(of: handoff)
    case let conflict as Conflict:
      "the conflict of \(quoted(conflict.a)) and \(quoted(conflict.b))"
    case let decision as Decision: title(of: decision)
    case let score as Score:
      "the score \(Phrase.quoted(score.measure)) of \(quoted(score.subject))"
    case let view as SavedView: "the view \(Phrase.quoted(view.name))"
    case let place as Place:
      "the place of \(Phrase.quoted(place.key)) on \(Phrase.quoted(place.view))"
    case let entity as any TableEntity:
      "\(entity.reference.kind.rawValue) \(Phrase.quoted(entity.name))"
    default: "a row"
    }
  }
}
