import Cartography
import EcosystemModel
import Insights

/// What a slide says about an alliance beside its map, all of which its partners may read.
struct AllianceFacts {
  let alliance: Alliance
  /// The alliance's part of what they may be told.
  let part: Snapshot
  /// The load of everybody by all their duties that the partners may know of, of which only numbers are told; `nil` if nothing is known of it.
  let load: LoadFindings?

  private var here: Ecosystem { part.ecosystem }

  /// The facts, topic by topic; what the data does not tell is said in a line.
  var sections: [SidePanel.Section] {
    [
      .init("Alliance", facts), .init("Governance", [governance]), .init("Health", health),
      .init("Load", [overload.sentence]), .init("Handoffs", [unowned.sentence]),
      .init("Firewalls", walls),
    ]
  }

  /// The name, and what of it calls for action first.
  var title: String {
    let message =
      if overload.count > 0 {
        overload.claim
      } else if unowned.count > 0 {
        unowned.claim
      } else if let below = checks.first(where: { ($0.overTarget ?? 0) < 0 }) {
        "\(below.measure) is below its target: \(Self.value(of: below))"
      } else if alliance.manager == nil {
        "nobody is named as its manager"
      } else if here.committees.isEmpty {
        "no committee governs it"
      } else {
        "\(Phrase.count(here.committees.count, "committee")), and nothing that calls for action"
      }
    return "\(alliance.name): \(message)"
  }

  // MARK: - Facts

  private var facts: [String] {
    let partners = alliance.companies.map { name(.company($0)) }
    let programs = here.programs.map(\.name)
    let dates = [
      ("negotiated from", alliance.negotiated), ("signed", alliance.signed),
      ("filed", alliance.filed), ("approved", alliance.approved), ("launched", alliance.launched),
      ("since", alliance.validity.since), ("until", alliance.validity.until),
      ("expires", alliance.expires),
    ].compactMap { word, date in date.map { "\(word) \($0)" } }
    let stated: [(String, String?)] = [
      ("Area", alliance.area), ("Kind", alliance.kind), ("Stage", alliance.stage),
      (
        "Value",
        alliance.valueInUSDollars.map {
          $0 < 1e6
            ? "\(NumberText.short($0, limit: 0)) US dollars"
            : "\(NumberText.short($0 / 1e6, limit: 1)) million US dollars"
        }
      ),
      ("Dates", dates.isEmpty ? nil : dates.listed),
      ("Manager", alliance.manager.map(person)), ("Sponsor", alliance.sponsor.map(person)),
    ]
    let missing = stated.filter { $0.1 == nil }.map { $0.0.lowercased() }
    let told = stated.compactMap { word, text in text.map { "\(word): \($0)" } }
    return (partners.isEmpty ? [] : ["Partners: \(Phrase.list(partners))"]) + told
      + (programs.isEmpty ? [] : ["Programs: \(Phrase.list(programs, limit: 3))"])
      + (missing.isEmpty ? [] : ["Not recorded: \(Phrase.list(missing, limit: .max))"])
  }

  private var governance: String {
    guard !here.committees.isEmpty else { return "The alliance has no committees." }
    let people = Set(here.memberships.map(\.person)).count
    let chaired = Set(here.memberships.filter(\.role.isChairing).map(\.committee))
    let missing = here.committees.count { !chaired.contains($0.id) }
    let seats = Phrase.count(here.memberships.count, "seat")
    let start = "\(Phrase.count(here.committees.count, "committee"))"
    guard people > 0 else { return "\(start); who sits on them is not recorded." }
    let isOne = here.committees.count == 1
    let chairs =
      missing == 0
      ? "\(isOne ? "it" : "each") has a chair"
      : isOne
        ? "it has no chair" : "\(missing) of them \(missing == 1 ? "has" : "have") no chair"
    return
      "\(start) with \(seats) and \(Phrase.count(people, "person", "people")); \(chairs)."
  }

  private var checks: [HealthCheck] {
    ((try? part.answer(HealthQuestion(limit: nil)))?.checks ?? [])
      .filter { $0.subject == alliance.reference }
  }

  private var health: [String] {
    let checks = checks
    guard !checks.isEmpty else { return ["No scores of the alliance are recorded."] }
    let told = checks.prefix(4).map { "\($0.measure): \(Self.value(of: $0))" }
    let more = checks.count - told.count
    return told + (more > 0 ? ["and \(Phrase.count(more, "more measure", "more measures"))"] : [])
  }

  private static func value(of check: HealthCheck) -> String {
    let scale = check.scale.map { " on a scale of \($0)" } ?? ""
    let target = check.target.map { ", target \(NumberText.short($0))" } ?? ""
    let change = check.change.map { change in
      let amount = NumberText.short(abs(change))
      return amount == "0" ? ", unchanged" : ", \(change > 0 ? "up" : "down") by \(amount)"
    }
    return NumberText.short(check.value) + scale + target + (change ?? "")
  }

  // MARK: - What calls for action

  /// How many of something call for action, as a claim, and the whole of it.
  private struct Concern {
    var count = 0
    var claim = ""
    var sentence: String
  }

  private var overload: Concern {
    let seated = Set(here.memberships.map(\.person))
    guard let load, !seated.isEmpty else {
      return Concern(sentence: "Who carries what is not recorded.")
    }
    let people = load.people.filter { seated.contains($0.person) }
    let over = people.filter { person in
      person.reasons.contains { $0.isOverload && $0.kind.isOfNumbers }
    }
    let all = Phrase.count(people.count, "person", "people")
    func told(_ person: PersonLoad) -> String {
      let amount =
        load.unit == .hours
        ? "\(NumberText.short(person.hours, limit: 0)) hours a month"
        : Phrase.count(person.seats.count, "seat")
      let share = (part.withheld == nil ? person.loadShare : nil).map {
        ", \(NumberText.percent($0, decimals: 0)) of what they can give"
      }
      return "\(name(.person(person.person))) (\(amount)\(share ?? ""))"
    }
    guard let first = over.first else {
      let most = people.first.map { "; \(told($0)) carries most" } ?? ""
      return Concern(sentence: "None of \(all) with a seat here carries too much\(most).")
    }
    let verb = over.count == 1 ? "carries" : "carry"
    let claim = "\(over.count) of \(all) with a seat here \(verb) too much"
    return Concern(
      count: over.count, claim: claim, sentence: "\(claim), most of all \(told(first)).")
  }

  private var unowned: Concern {
    guard !here.handoffs.isEmpty, let review = try? part.answer(HandoffReviewQuestion()) else {
      return Concern(sentence: "No handoffs are recorded for this alliance.")
    }
    let all = Phrase.count(review.handoffCount, "handoff")
    guard let first = review.ownerless.first else {
      return Concern(
        sentence: review.handoffCount == 1
          ? "The one handoff has an owner." : "All \(all) have an owner.")
    }
    // A column that is empty throughout says nothing.
    guard review.ownerless.count < review.handoffCount else {
      return Concern(
        sentence:
          "Who owns handoffs is not recorded; there \(review.handoffCount == 1 ? "is" : "are") \(all)."
      )
    }
    let count = review.ownerless.count
    let claim = "\(count) of \(all) \(count == 1 ? "has" : "have") no owner"
    let what = first.what.map { " (\($0))" } ?? ""
    return Concern(
      count: count, claim: claim,
      sentence: "\(claim), among them \(first.from) to \(first.to)\(what).")
  }

  /// How many firewalls there are, and neither who is on their other sides nor whether they hold.
  private var walls: [String] {
    let count = part.firewallCount
    guard count > 0 else { return ["No firewall concerns this alliance."] }
    let concern = Phrase.count(count, "firewall concerns", "firewalls concern")
    return [
      "\(concern) this alliance; whether \(count == 1 ? "it holds" : "they hold") is for the house itself."
    ]
  }

  // MARK: - Names

  private func name(_ reference: EntityReference) -> String { here.name(of: reference) }

  private func person(_ id: Person.ID) -> String {
    let called = name(.person(id))
    guard let company = here.company(of: .person(id)).map({ name(.company($0)) }),
      !called.hasSuffix(company)
    else { return called }
    return "\(called), \(company)"
  }
}
