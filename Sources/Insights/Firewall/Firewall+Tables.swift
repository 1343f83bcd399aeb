import EcosystemModel

extension Firewall {
  /// What was asked, as a title.
  package var title: String { "Firewalls" }

  /// How many pairs hold.
  package var summary: [String] {
    let breached = pairs.filter { $0.status == .breached }
    let near = pairs.count { $0.status == .near }
    let unknown = pairs.count { $0.status == .unknown }
    let holding = pairs.count - breached.count - near - unknown
    let parts = [
      breached.isEmpty ? nil : "\(Phrase.count(breached.count, "is", "are")) breached",
      near == 0 ? nil : "\(Phrase.count(near, "holds", "hold")) with people one step apart",
      holding == 0 ? nil : Phrase.count(holding, "holds", "hold"),
    ].compactMap { $0 }
    var sentences = [
      "Of \(Phrase.count(pairs.count, "firewall")) \(parts.isEmpty ? "none can be judged" : parts.joined(separator: ", "))."
    ]
    if unknown > 0 {
      sentences.append(
        "\(unknown) cannot be judged, since nobody is known on a side of \(unknown == 1 ? "it" : "them")."
      )
    }
    for pair in breached {
      sentences.append(
        "Breached: \(pair.aName) ‖ \(pair.bName), by \(pair.breaches.map(\.name).listed)."
      )
    }
    return sentences
  }

  /// The pairs, the breaches, the contacts, and the list for the yearly review.
  package var tables: [FindingsTable] {
    [pairsTable] + [breachesTable, contactsTable, reviewTable].filter { !$0.rows.isEmpty }
  }

  private var pairsTable: FindingsTable {
    var table = FindingsTable(
      id: "pairs", title: title,
      method:
        "\(dateText); explicit pairs, symmetric and not transitive; on a side is who has a seat (observers included), manages, leads a program or is linked to the alliance, or works for the company or in an alliance of it",
      columns: [
        .init("a"), .init("b"), .init("status"), .init("breaches", .integer),
        .init("one step", .integer), .init("people a", .integer), .init("people b", .integer),
        .init("cooling-off d", .integer), .init("reviewed", .date), .init("reason"),
      ])
    for pair in pairs {
      table.append([
        .text(pair.aName), .text(pair.bName), .text(pair.status.rawValue),
        .integer(pair.breaches.count), .integer(pair.contacts.count),
        .integer(pair.people.count { $0.side == pair.aName }),
        .integer(pair.people.count { $0.side == pair.bName }), .integer(pair.coolingOffDays),
        .date(pair.reviewed), .text(pair.reason),
      ])
    }
    if redundantCount > 0 {
      table.notes.append(
        "\(redundantCount) rows repeat a pair or name one side twice, and are left out")
    }
    let empty = pairs.count { !$0.emptySides.isEmpty }
    if empty > 0 {
      table.notes.append(
        "nobody is known on a side of \(Phrase.count(empty, "pair")); a firewall without people proves nothing"
      )
    }
    let overdue = pairs.count { $0.isOverdue == true }
    if overdue > 0 {
      table.notes.append(
        "\(overdue) pairs have no review within the year before (column reviewed of conflicts)")
    }
    return table
  }

  private var breachesTable: FindingsTable {
    var table = FindingsTable(
      id: "breaches", title: "Breaches",
      method:
        "\(dateText); on both sides at once, or joined one side before the cooling-off time after leaving the other; since: the first day on which both sides held, over all roles",
      columns: [
        .init("a"), .init("b"), .init("person"), .init("how"), .init("gap d", .integer),
        .init("since", .date), .init("path"),
      ])
    for pair in pairs {
      for breach in pair.breaches {
        table.append([
          .text(pair.aName), .text(pair.bName), .text(breach.name),
          .text(breach.kind.rawValue + (breach.again.map { ", again from \($0)" } ?? "")),
          .integer(breach.gapInDays), .date(breach.since), .text(breach.path),
        ])
      }
    }
    return table
  }

  private var contactsTable: FindingsTable {
    var table = FindingsTable(
      id: "contacts", title: "One step away",
      method:
        "\(dateText); people of different sides who share a third committee or a line manager",
      columns: [
        .init("a"), .init("b"), .init("how"), .init("through"), .init("people a"),
        .init("people b"),
      ])
    for pair in pairs {
      for contact in pair.contacts {
        table.append([
          .text(pair.aName), .text(pair.bName), .text(contact.kind.rawValue),
          .text(contact.throughName), .list(contact.aPeople), .list(contact.bPeople),
        ])
      }
    }
    return table
  }

  private var reviewTable: FindingsTable {
    var table = FindingsTable(
      id: "review", title: "For the yearly review: who is on which side",
      method: "\(dateText); new: joined within the year before",
      columns: [
        .init("a"), .init("b"), .init("side"), .init("person"), .init("as"), .init("since", .date),
        .init("new"),
      ])
    for pair in pairs {
      for person in pair.people {
        table.append([
          .text(pair.aName), .text(pair.bName), .text(person.side), .text(person.name),
          .list(HandoffStep.shortened(person.parts)), .date(person.since),
          .text(person.isNew ? "new" : ""),
        ])
      }
    }
    return table
  }
}
