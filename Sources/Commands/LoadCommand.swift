import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap load`: who carries too much, and which seats would relieve them.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Says who is overloaded, why, and which seats would relieve them.",
    discussion: """
      Hours a month are added up from seats, handoffs owned, direct reports, alliances managed and sponsored, programs led \
      and roles in alliances such as investigates, and compared with capacity_hours, times the share in affiliations. \
      Everybody with duties is listed; without a capacity nobody is said to carry too much. What would help is proposed \
      only where it keeps bridges between layers, equal votes and quorums. Also who captures a committee from above, who \
      left and still manages something, and which committees cannot meet during everyone's working hours.

      EXAMPLES
        ecomap load datasets/takeda-portfolio --as-of 2015-09-11
        ecomap load datasets/enhertu --as-of 2020-06-01 --role-weight observer=0.25 --role-weight chair=2
        ecomap load datasets/sos-workplace-options --format csv --table meetings
        ecomap load datasets/enhertu --compare 2019-05-01 2020-06-01
        ecomap load datasets/enhertu --as-of 2020-06-01 -o load.png
        ecomap load roster.xlsx --into roster.xlsx
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    name: [.customLong("role-weight")],
    help: ArgumentHelp(
      "How much of a meeting's hours a role costs; usually chair=1.5, co-chair=1.25, member=1, alternate=0.25, observer=0.5. May be repeated.",
      valueName: "role=number"))
  var roleWeights: [RoleWeight] = []

  @Option(help: ArgumentHelp("Hours an owner gives to one handoff.", valueName: "hours"))
  var handoffHours = LoadQuestion.Rules().hoursPerHandoff

  @Option(help: ArgumentHelp("Hours a month for each direct report.", valueName: "hours"))
  var reportHours = LoadQuestion.Rules().hoursPerReport

  @Option(help: ArgumentHelp("Hours a month for each alliance managed.", valueName: "hours"))
  var allianceHours = LoadQuestion.Rules().hoursPerAlliance

  @Option(help: ArgumentHelp("Hours a month for each alliance sponsored.", valueName: "hours"))
  var sponsorHours = LoadQuestion.Rules().hoursPerSponsorship

  @Option(help: ArgumentHelp("Hours a month for each program led.", valueName: "hours"))
  var programHours = LoadQuestion.Rules().hoursPerProgram

  @Option(
    name: [.customLong("kind-hours")],
    help: ArgumentHelp(
      "Hours a month for each relationship of this kind with an alliance or program; usually investigates=4. May be repeated.",
      valueName: "kind=hours"))
  var kindHours: [NamedNumber] = []

  @Option(
    help: ArgumentHelp(
      "More seats than this are too many. (default: \(LoadQuestion.Rules.usualSeatCap), where capacities are known)",
      valueName: "number"))
  var seatCap: Int?

  @Option(
    help: ArgumentHelp(
      "More seats as chair or co-chair than this are too many. (default: \(LoadQuestion.Rules.usualChairCap), where capacities are known)",
      valueName: "number"))
  var chairCap: Int?

  @Option(
    help: ArgumentHelp(
      "Without a capacity, so many robust standard deviations above the median stand out.",
      valueName: "number"))
  var deviations = LoadQuestion.Rules().outlierDeviations

  @Option(
    help: ArgumentHelp("How many rows to write in each table; 0 writes all.", valueName: "number"))
  var top = 20

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two days to set beside each other.", valueName: "date"),
    transform: CalendarDate.argument)
  var compare: [CalendarDate] = []

  @OptionGroup(title: "The answer") var result: ResultOptions

  @OptionGroup(title: "Into your own workbook") var into: IntoOptions

  func validate() throws {
    try CalendarDate.validate(compared: compare, with: result.selection.asOf)
    guard into.into == nil || compare.isEmpty else {
      throw ValidationError("--into takes the load of one day; leave --compare out.")
    }
    try RowLimit.validate(top)
    for (name, value) in [
      ("handoff-hours", handoffHours), ("report-hours", reportHours),
      ("alliance-hours", allianceHours), ("sponsor-hours", sponsorHours),
      ("program-hours", programHours), ("deviations", deviations),
    ] where !(value >= 0 && value.isFinite) {
      throw ValidationError("--\(name) must be a number that is not negative.")
    }
    guard (seatCap ?? 0) >= 0, (chairCap ?? 0) >= 0 else {
      throw ValidationError("--seat-cap and --chair-cap must not be negative.")
    }
  }

  func run() throws {
    var rules = LoadQuestion.Rules()
    for given in roleWeights { rules.roleWeights[given.role.rawValue] = given.weight }
    rules.hoursPerHandoff = handoffHours
    rules.hoursPerReport = reportHours
    rules.hoursPerAlliance = allianceHours
    rules.hoursPerSponsorship = sponsorHours
    rules.hoursPerProgram = programHours
    for given in kindHours { rules.hoursPerKind[given.name] = given.number }
    rules.seatCap = seatCap
    rules.chairCap = chairCap
    rules.outlierDeviations = deviations
    let limit = RowLimit.of(top)
    if let first = compare.first, let second = compare.last {
      try result.answer(
        data, on: second, LoadComparisonQuestion(before: first, rules: rules, limit: limit))
    } else {
      try result.answer(data, LoadQuestion(rules: rules, limit: limit)) { dataset in
        try into.add(
          LoadQuestion(rules: rules, limit: nil), of: dataset, data, meeting: result.selection)
      }
    }
  }
}
