import EcosystemModel

/// An invented ecosystem with a row in every table and a value in every column.
let sampleEcosystem: Ecosystem = {
  var ecosystem = Ecosystem()
  var north = Company(id: .init("north"), name: "Nordlicht Bio, GmbH")
  north.kind = "biopharma"
  north.region = "Europe"
  north.timeZone = "Europe/Berlin"
  north.url = "https://example.org/a?b=c&d"
  north.offers = ["antibodies"]
  north.colour = HexColour("#1f77b4")
  north.assumed = ["region"]
  north.tags = ["illustrative", "a|b", #"c\"#]
  north.attributes["Head count"] = "1,200"
  var south = Company(id: .init("第一"), name: "東方製薬 \"East\"")
  south.parent = north.id
  ecosystem.companies = Roster([north, south])

  var legal = Function(id: .init("n-legal"), name: "Legal; & Compliance", company: north.id)
  legal.region = "EU"
  legal.timeZone = "Europe/Paris"
  legal.workHours = WorkHours("09:00-17:30")
  legal.wants = ["imaging", "a|b"]
  legal.assumed = ["region", "time_zone"]
  legal.tags = ["x"]
  var sub = Function(id: .init("n-sub"), name: "Sub\tunit", company: north.id)
  sub.parent = legal.id
  ecosystem.functions = Roster([legal, sub])

  var ada = Person(id: .init("ada"), name: "Ada 😀 Example")
  ada.company = north.id
  ada.function = legal.id
  ada.title = "Head of\nAlliances"
  ada.seniority = 2
  ada.timeZone = "UTC"
  ada.capacityHours = 12.5
  ada.assumed = ["title"]
  ada.tags = ["t"]
  var seat = Person(id: .init("seat 1"), name: "مقعد")
  seat.kind = .seat
  seat.manager = ada.id
  ecosystem.people = Roster([ada, seat])

  var former = Affiliation(person: ada.id, company: south.id)
  former.share = 0.25
  former.tags = ["illustrative"]
  former.assumed = ["share"]
  former.validity = Validity(since: CalendarDate("2015"), until: CalendarDate("2018-06"))
  var current = Affiliation(person: seat.id, company: north.id)
  current.function = sub.id
  ecosystem.affiliations = [former, current]

  var alliance = Alliance(id: .init("aurora"), name: "Aurora")
  alliance.companies = [south.id, north.id]
  alliance.kind = "co-development"
  alliance.stage = "launch"
  alliance.area = "oncology"
  alliance.validity = Validity(since: CalendarDate("2019-03-29"), until: CalendarDate("2029"))
  alliance.manager = ada.id
  alliance.sponsor = seat.id
  alliance.negotiated = CalendarDate("2018")
  alliance.signed = CalendarDate("2019-03")
  alliance.launched = CalendarDate("2021-02-03")
  alliance.filed = CalendarDate("2020-05")
  alliance.approved = CalendarDate("2021-01")
  alliance.expires = CalendarDate("2029-06-30")
  alliance.tags = ["x"]
  alliance.assumed = ["month of since"]
  alliance.northStar = "yes"
  alliance.valueInUSDollars = 6_900_000_000
  ecosystem.alliances = Roster([alliance])

  var program = Program(id: .init("p1"), name: "007", alliance: alliance.id)
  program.stage = "phase 3"
  program.tags = ["x"]
  program.assumed = ["lead"]
  program.lead = seat.id
  program.validity = Validity(since: CalendarDate("2020-01"), until: CalendarDate("2030-01-01"))
  ecosystem.programs = Roster([program])

  var top = Committee(id: .init("jec"), name: "JEC")
  top.kind = "JEC"
  top.alliance = alliance.id
  top.cadence = Cadence("quarterly")
  top.hours = 2
  top.preparationHours = 1.5
  top.leadDays = 14
  top.settles = 0.8
  top.reviewed = CalendarDate("2022-01-31")
  top.tags = ["x"]
  top.assumed = ["quorum"]
  top.quorum = 4
  top.decides = "budget, \"scope\""
  top.approvalRate = 1.0 / 3
  top.maxDays = 30
  top.designee = .person(ada.id)
  top.validity = Validity(since: CalendarDate("2019-05-01"), until: CalendarDate("2024"))
  var joint = Committee(id: .init("jdc"), name: "Joint Development")
  joint.parent = top.id
  joint.designee = .committee(top.id)
  joint.region = "Japan"
  joint.cadence = Cadence("10/year")
  ecosystem.committees = Roster([top, joint])

  var chair = Membership(person: ada.id, committee: top.id)
  chair.role = .coChair
  chair.tags = ["x"]
  chair.assumed = ["role"]
  chair.company = south.id
  chair.validity = Validity(since: CalendarDate("2019-05-02"), until: CalendarDate("2023-12-31"))
  chair.attributes["Votes"] = "null"
  ecosystem.memberships = [chair, Membership(person: seat.id, committee: joint.id)]

  var tie = Relationship(from: .company(north.id), to: .person(seat.id))
  tie.kind = "supplies"
  tie.validity = Validity(since: CalendarDate("2001"), until: CalendarDate("2002"))
  tie.directed = true
  tie.tags = ["x"]
  tie.assumed = ["weight"]
  tie.weight = 0.1
  tie.owner = ada.id
  tie.label = "~"
  ecosystem.relationships = [
    tie, Relationship(from: .alliance(alliance.id), to: .program(program.id)),
  ]

  var handoff = Handoff(from: .function(legal.id), to: .committee(joint.id))
  handoff.what = "dossier"
  handoff.stage = "filing"
  handoff.hours = 36.25
  handoff.limitHours = 48
  handoff.needs = ["samples", "minutes"]
  handoff.tags = ["x"]
  handoff.assumed = ["hours"]
  handoff.owner = ada.id
  handoff.alliance = alliance.id
  handoff.perYear = 4
  handoff.channel = "- mail"
  ecosystem.handoffs = [handoff]

  var conflict = Conflict(a: .alliance(alliance.id), b: .company(north.id))
  conflict.reason = "rival: assets"
  conflict.reviewed = CalendarDate("2023-03")
  conflict.tags = ["x"]
  conflict.assumed = ["reason"]
  conflict.coolingOffDays = 90
  ecosystem.conflicts = [conflict]

  var decision = Decision(matter: "budget: all of it", body: .committee(joint.id))
  decision.right = .approves
  decision.alliance = alliance.id
  decision.stage = "filing"
  decision.step = 2
  decision.days = 12.5
  decision.owner = ada.id
  decision.validity = Validity(since: CalendarDate("2019"), until: CalendarDate("2020-03"))
  decision.tags = ["x"]
  decision.assumed = ["days"]
  decision.attributes["Votes"] = "7"
  ecosystem.decisions = [decision, Decision(matter: "budget", body: .company(north.id))]

  var score = Score(subject: .function(sub.id), measure: "trust #1", value: -3.5)
  score.date = CalendarDate("2020-02-29")
  score.scale = "1-5"
  score.target = 4
  score.group = "Aurora"
  score.count = 12
  score.invited = 30
  score.tags = ["x"]
  score.assumed = ["value"]
  ecosystem.scores = [score]

  var view = SavedView(name: "Board")
  view.kind = "governance"
  view.filter = "region=Japan|kind=JEC"
  view.focus = "Aurora"
  view.steps = 2
  view.group = "company"
  view.size = "degree"
  view.colour = "kind"
  view.layout = "dot"
  view.date = CalendarDate("2021-06")
  view.rollUp = "companies"
  view.community = "Aurora"
  view.highlights = ["Ada 😀 Example", "Aurora"]
  view.highlightsUnowned = true
  view.border = "hours"
  view.width = "weight"
  view.label = "title"
  view.theme = "print"
  view.limit = 30
  view.fit = "page"
  view.showsAll = false
  view.groupsTwins = true
  view.isInDecks = true
  view.x = "stage"
  view.y = "value_usd"
  view.stages = ["research", "launch"]
  view.leaves = 2
  view.backbone = 0.05
  view.leastLinks = 3
  view.tags = ["x"]
  view.assumed = ["title"]
  view.title = "Off"
  ecosystem.views = [view]
  var place = Place(view: "governance", key: "sheet", x: 0, y: -1.25)
  (place.width, place.height) = (960, 540.5)
  place.links = ["committee-a", "committee|b"]
  place.how = "kind=governance asked=governance detail=names unit=1.25"
  place.tags = ["by hand"]
  place.assumed = ["x"]
  ecosystem.places = [place, Place(view: "governance", key: "committee-a", x: 12.5, y: 1e-3)]
  return ecosystem
}()
