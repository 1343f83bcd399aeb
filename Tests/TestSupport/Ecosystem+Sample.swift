package import EcosystemModel

extension Ecosystem {
  /// A small, faultless ecosystem of invented names with a row or more in every table.
  ///
  /// Two companies, Aurora Pharma (London) and Borealis Digital (Tokyo), run one alliance, Northlight, under a JSC with a
  /// JDC and a JCC below it and a JLT below the JDC; both sit on each committee with two votes. The JLT came in 2020.
  package static let sample: Ecosystem = makeSample()

  private static func makeSample() -> Ecosystem {
    var sample = Ecosystem()
    let aurora = sample.addCompany("Aurora Pharma") {
      $0.kind = "biopharma"
      $0.region = "Europe"
      $0.timeZone = "Europe/London"
    }
    let borealis = sample.addCompany("Borealis Digital") {
      $0.kind = "digital"
      $0.region = "Japan"
      $0.timeZone = "Asia/Tokyo"
    }
    var functions: [Function.ID] = []
    for (company, short) in [(aurora, "Aurora"), (borealis, "Borealis")] {
      for name in ["Alliance Management", "Development", "Commercial"] {
        functions.append(
          sample.addFunction("\(short) \(name)", of: company) {
            $0.workHours = WorkHours("09:00-17:00")
          })
      }
    }
    let people = sample.addSamplePeople(aurora: aurora, borealis: borealis, functions: functions)
    let northlight = sample.addAlliance("Northlight", of: [aurora, borealis]) {
      $0.kind = "co-development"
      $0.stage = "development"
      $0.validity = .from("2019-03")
      $0.manager = people[0]
      $0.northStar = "Every patient is found in time."
    }
    sample.addSampleGovernance(of: northlight, people: people)
    var trial = Program(id: .init("polar-1"), name: "Polar 1", alliance: northlight)
    trial.lead = people[1]
    trial.validity = .from("2019-06")
    sample.programs.append(trial)
    sample.addHandoff(from: .function(functions[1]), to: .function(functions[4]), owner: people[1])
    {
      $0.what = "study data"
      $0.stage = "development"
      $0.hours = 24
      $0.alliance = northlight
      $0.perYear = 12
    }
    sample.addHandoff(from: .function(functions[4]), to: .function(functions[5]), owner: people[4])
    {
      $0.what = "claims"
      $0.stage = "launch"
      $0.hours = 72
      $0.alliance = northlight
    }
    sample.addRelationship(from: .company(borealis), to: .company(aurora)) {
      $0.kind = "supplies"
      $0.directed = true
      $0.weight = 2
      $0.owner = people[3]
      $0.validity = .from("2018")
    }
    let rival = sample.addCompany("Cirrus Health") { $0.kind = "biopharma" }
    var firewall = Conflict(a: .alliance(northlight), b: .company(rival))
    firewall.reason = "competing product"
    firewall.coolingOffDays = 180
    sample.conflicts.append(firewall)
    sample.decide("budget", .init("jsc-northlight"), .decides) { $0.owner = people[0] }
    sample.decide("budget", .init("jdc-northlight"), .approves) { $0.days = 14 }
    var score = Score(subject: .alliance(northlight), measure: "health", value: 4)
    score.date = .on("2020-06-01")
    score.scale = "1-5"
    sample.scores.append(score)
    var view = SavedView(name: "Governance")
    view.kind = "governance"
    sample.views.append(view)
    sample.places.append(Place(view: view.name, key: "committee-jsc", x: 7.25, y: -0.5))
    return sample
  }

  /// Three people of each company: alliance manager, development lead, commercial lead.
  private mutating func addSamplePeople(
    aurora: Company.ID, borealis: Company.ID, functions: [Function.ID]
  ) -> [Person.ID] {
    let names = [
      "Ada Winter", "Ben Hollis", "Cleo Marsh", "Daichi Mori", "Emi Sato", "Fumio Kato",
    ]
    var ids: [Person.ID] = []
    for (position, name) in names.enumerated() {
      let id = addPerson(name, at: position < 3 ? aurora : borealis) {
        $0.function = functions[position]
        $0.seniority = 2
        $0.capacityHours = 40
        $0.manager = position % 3 == 0 ? nil : ids[position - position % 3]
        $0.attributes["Location"] = position < 3 ? "London" : "Osaka"
      }
      ids.append(id)
    }
    addAffiliation(ids[4], at: borealis, .from("2015"))
    return ids
  }

  private mutating func addSampleGovernance(of alliance: Alliance.ID, people: [Person.ID]) {
    func describe(_ committee: inout Committee, _ kind: String, _ cadence: String, _ date: String) {
      committee.kind = kind
      committee.cadence = Cadence(cadence)
      committee.hours = 2
      committee.preparationHours = 1
      committee.quorum = 2
      committee.approvalRate = 0.75
      committee.maxDays = 30
      committee.validity = .from(date)
    }
    let steering = addCommittee("JSC Northlight", of: alliance) {
      describe(&$0, "JSC", "quarterly", "2019-03")
      $0.quorum = 1
    }
    let development = addCommittee("JDC Northlight", of: alliance, under: steering) {
      describe(&$0, "JDC", "monthly", "2019-03")
      $0.quorum = 1
    }
    let commercial = addCommittee("JCC Northlight", of: alliance, under: steering) {
      describe(&$0, "JCC", "monthly", "2019-03")
      $0.quorum = 1
    }
    let leadership = addCommittee("JLT Northlight", of: alliance, under: development) {
      describe(&$0, "JLT", "weekly", "2020-01")
      $0.quorum = 1
    }
    for (committee, first, second) in [
      (steering, 0, 3), (development, 1, 4), (commercial, 2, 5),
    ] {
      seat(people[first], on: committee, as: .coChair, .from("2019-03"))
      seat(people[second], on: committee, as: .coChair, .from("2019-03"))
    }
    // The alliance managers connect the layers.
    seat(people[0], on: leadership, as: .chair, .from("2020-01"))
    seat(people[3], on: leadership, .from("2020-01"))
  }
}
