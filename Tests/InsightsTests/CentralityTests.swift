import EcosystemModel
import Foundation
import TestSupport
import Testing

@testable import Insights

/// What networkx says about invented graphs; see `Fixtures/generate_centrality.py`.
struct CentralityReference: Decodable {
  typealias Values = [String: [String: Double?]]

  struct Seats: Decodable {
    var people: [String]
    var committees: [String]
    var meetings: [Double]
    var hours: [Double]
    var seats: [[String]]
    var seatTies: Values
    var seatHours: Values
    var peopleByCount: Values
    var peopleUnweighted: Values
    var committeesByJaccard: Values
    var committeesBySmaller: Values
    var peopleByNewman: Values

    var ecosystem: Ecosystem {
      var result = Ecosystem()
      for person in people { result.addPerson(person) }
      for (position, committee) in committees.enumerated() {
        result.addCommittee(committee) {
          $0.cadence = Cadence(meetingsPerYear: meetings[position])
          $0.hours = hours[position]
        }
      }
      for seat in seats { result.seat(.init(seat[0]), on: .init(seat[1])) }
      return result
    }
  }

  struct Handoffs: Decodable {
    struct Row: Decodable {
      var from: String
      var to: String
      var hours: Double
      var perYear: Double

      init(from decoder: any Decoder) throws {
        var cells = try decoder.unkeyedContainer()
        from = try cells.decode(String.self)
        to = try cells.decode(String.self)
        hours = try cells.decode(Double.self)
        perYear = try cells.decode(Double.self)
      }
    }

    var functions: [String]
    var rows: [Row]
    var unweighted: Values
    var hours: Values
    var frequency: Values

    var ecosystem: Ecosystem {
      var result = Ecosystem()
      let company = result.addCompany("Works")
      for function in functions { result.addFunction(function, of: company) }
      for row in rows {
        result.addHandoff(from: .function(.init(row.from)), to: .function(.init(row.to))) {
          $0.hours = row.hours
          $0.perYear = row.perYear
        }
      }
      return result
    }
  }

  struct Relationships: Decodable {
    struct Row: Decodable {
      var from: String
      var to: String
      var weight: Double

      init(from decoder: any Decoder) throws {
        var cells = try decoder.unkeyedContainer()
        from = try cells.decode(String.self)
        to = try cells.decode(String.self)
        weight = try cells.decode(Double.self)
      }
    }

    var companies: [String]
    var rows: [Row]
    var unweighted: Values
    var weight: Values

    var ecosystem: Ecosystem {
      var result = Ecosystem()
      for company in companies { result.addCompany(company) }
      for row in rows {
        result.addRelationship(from: .company(.init(row.from)), to: .company(.init(row.to))) {
          $0.weight = row.weight
        }
      }
      return result
    }
  }

  var seats: [Seats]
  var handoffs: [Handoffs]
  var relationships: [Relationships]

  static func read() throws -> CentralityReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/centrality.json")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }
}

@Suite struct CentralityTests {
  /// Every metric that the reference has, for every entity of the subject.
  private func expectAgreement(
    _ ecosystem: Ecosystem, _ reference: CentralityReference.Values,
    of subject: CentralityQuestion.Subject, on basis: CentralityQuestion.Basis,
    weights: CentralityQuestion.Weights = .none,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let metrics = reference.keys.sorted()
    let found = try ecosystem.on(nil).answer(
      CentralityQuestion(of: subject, on: basis, weights: weights, metrics: metrics, limit: nil))
    #expect(found.rows.count == ecosystem.count(of: .init(rawValue: subject.rawValue) ?? .people))
    for row in found.rows {
      for value in row.values {
        let expected = try #require(reference[value.metric]?[row.entity.rawID])
        switch (value.value, expected) {
        case (nil, nil): break
        case (let one?, let other?):
          #expect(
            abs(one - other) <= 1e-9 * max(1, abs(other)), "\(value.metric) of \(row.name)",
            sourceLocation: sourceLocation)
        default:
          Issue.record("\(value.metric) of \(row.name)", sourceLocation: sourceLocation)
        }
      }
    }
  }

  @Test func seatsAgreeWithNetworkx() throws {
    for reference in try CentralityReference.read().seats {
      let ecosystem = reference.ecosystem
      for subject in [CentralityQuestion.Subject.people, .committees] {
        try expectAgreement(ecosystem, reference.seatTies, of: subject, on: .ties)
        try expectAgreement(ecosystem, reference.seatHours, of: subject, on: .ties, weights: .hours)
      }
    }
  }

  @Test func projectionsAgreeWithNetworkx() throws {
    for reference in try CentralityReference.read().seats {
      let ecosystem = reference.ecosystem
      try expectAgreement(ecosystem, reference.peopleUnweighted, of: .people, on: .overlap)
      try expectAgreement(
        ecosystem, reference.peopleByCount, of: .people, on: .overlap, weights: .count)
      try expectAgreement(
        ecosystem, reference.peopleByNewman, of: .people, on: .overlap, weights: .newman)
      try expectAgreement(
        ecosystem, reference.committeesByJaccard, of: .committees, on: .overlap, weights: .jaccard)
      try expectAgreement(
        ecosystem, reference.committeesBySmaller, of: .committees, on: .overlap, weights: .smaller)
    }
  }

  @Test func handoffsAgreeWithNetworkx() throws {
    for reference in try CentralityReference.read().handoffs {
      let ecosystem = reference.ecosystem
      try expectAgreement(ecosystem, reference.unweighted, of: .functions, on: .handoffs)
      try expectAgreement(
        ecosystem, reference.hours, of: .functions, on: .handoffs, weights: .hours)
      try expectAgreement(
        ecosystem, reference.frequency, of: .functions, on: .handoffs, weights: .frequency)
    }
  }

  @Test func relationshipsAgreeWithNetworkx() throws {
    for reference in try CentralityReference.read().relationships {
      let ecosystem = reference.ecosystem
      try expectAgreement(ecosystem, reference.unweighted, of: .companies, on: .ties)
      try expectAgreement(ecosystem, reference.weight, of: .companies, on: .ties, weights: .weight)
    }
  }

  @Test func everyMetricOfTheCatalogHasAReference() throws {
    let reference = try CentralityReference.read()
    let known = Set(try #require(reference.seats.first).seatHours.keys)
      .union(try #require(reference.handoffs.first).frequency.keys)
    #expect(MetricCatalog.all.filter { !known.contains($0.id) }.map(\.id) == [])
    #expect(Set(MetricCatalog.all.map(\.id)).count == MetricCatalog.all.count)
  }

  /// In a star the middle is on all paths between others, the leaves on none, and share the second place.
  @Test func starHasAClosedForm() throws {
    var ecosystem = Ecosystem()
    let hub = ecosystem.addCompany("Hub")
    for leaf in 0..<5 {
      ecosystem.addRelationship(
        from: .company(hub), to: .company(ecosystem.addCompany("Leaf \(leaf)")))
    }
    let found = try ecosystem.on(nil).answer(CentralityQuestion(of: .companies))
    #expect(found.rows.map(\.rank) == [1, 2, 2, 2, 2, 2])
    #expect(found.rows.map { $0.values[0].value } == [1, 0, 0, 0, 0, 0])
    #expect(found.rows[0].reading.hasPrefix("on 100.0 % of the shortest paths between others"))
  }

  @Test func theGraphIsNamed() throws {
    let ties = try Ecosystem.sample.on(nil).answer(CentralityQuestion(of: .people))
    #expect(ties.graph.hasPrefix("two-mode graph of 6 people and 4 committees"))
    let overlap = try Ecosystem.sample.on(CalendarDate("2019-06")).answer(
      CentralityQuestion(of: .people, on: .overlap))
    #expect(overlap.graph.contains("projection"))
    #expect(overlap.tables[0].method.contains("as of 2019-06-01"))
  }

  @Test func whatIsLeftOutIsCounted() throws {
    var ecosystem = Ecosystem.sample
    let inside = try #require(ecosystem.functions.first).id
    let other = ecosystem.functions[1].id
    ecosystem.addRelationship(from: .function(inside), to: .function(other))
    ecosystem.addRelationship(
      from: .function(inside), to: .committee(ecosystem.committees[0].id))
    let found = try ecosystem.on(nil).answer(CentralityQuestion(of: .companies))
    #expect(
      found.leftOut == [
        "1 relationship within one of the companies",
        "1 relationship with an end that is no company and belongs to none",
      ])
  }

  @Test func topCountsTheRest() throws {
    let found = try Ecosystem.sample.on(nil).answer(
      CentralityQuestion(of: .people, metrics: ["ties"], limit: 4))
    #expect(found.rows.map(\.name) == ["Ada Winter", "Daichi Mori", "Ben Hollis", "Cleo Marsh"])
    #expect(found.notes == ["2 more are not shown; 2 of them share place 3."])
  }

  @Test func missingTablesAndUnfitWeightsAreNamed() {
    #expect(throws: InsightError.self) {
      try Ecosystem().on(nil).answer(CentralityQuestion(of: .people))
    }
    func code(
      _ question: CentralityQuestion, on day: CalendarDate? = nil
    ) -> InsightError.Code? {
      do throws(InsightError) {
        _ = try Ecosystem.sample.on(day).answer(question)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(.init(of: .people), on: .on("1990")) == .missingData)
    #expect(code(.init(of: .people, weights: .frequency)) == .badOption)
    #expect(code(.init(of: .people, metrics: ["strength"])) == .badOption)
    #expect(code(.init(of: .people, metrics: ["fame"])) == .unknownName)
    #expect(code(.init(of: .people, metrics: ["hubs"])) == .badOption)
    #expect(code(.init(of: .functions, on: .handoffs, weights: .hours)) == nil)
  }

  @Test(arguments: 0..<8)
  func anyEcosystemIsAnsweredOrRefused(seed: UInt64) throws {
    let ecosystem = Ecosystem.random(seed: seed)
    for subject in CentralityQuestion.Subject.allCases {
      for basis in CentralityQuestion.Basis.allCases {
        do throws(InsightError) {
          let question = CentralityQuestion(of: subject, on: basis, weights: .count)
          let found = try ecosystem.on(nil).answer(question)
          #expect(found == (try ecosystem.on(nil).answer(question)))
        } catch {
          #expect(error.code == .missingData)
        }
      }
    }
  }
}
