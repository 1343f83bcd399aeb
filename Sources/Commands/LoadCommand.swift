import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap load`: who carries too much, and which seats would relieve them.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Says who is overloaded, why, and which seats would relieve them.",
    discussion: """
      Hours a month are added up from seats, handoffs owned, direct reports and alliances managed, and compared with \
      capacity_hours; without a capacity, those who stand far out are named. Also who sits on several layers of one \
      alliance, and which committees cannot meet during everyone's working hours.

      EXAMPLES
        ecomap load datasets/takeda-portfolio --as-of 2015-09-11
        ecomap load datasets/enhertu --as-of 2020-06-01 --role-weight observer=0.25 --role-weight chair=2
        ecomap load datasets/sos-workplace-options --format csv --table meetings
        ecomap load datasets/enhertu --as-of 2020-06-01 -o load.png
      """)

  @OptionGroup var data: DatasetOptions

  @Option(
    name: [.customLong("role-weight")],
    help: ArgumentHelp(
      "How much of a meeting's hours a role costs; usually chair=1.5, co-chair=1.25, member=1, alternate=0.25, observer=0.5. May be repeated.",
      valueName: "role=number"))
  var roleWeights: [String] = []

  @Option(help: ArgumentHelp("Hours an owner gives to one handoff.", valueName: "hours"))
  var handoffHours = LoadQuestion.Rules().hoursPerHandoff

  @Option(help: ArgumentHelp("Hours a month for each direct report.", valueName: "hours"))
  var reportHours = LoadQuestion.Rules().hoursPerReport

  @Option(help: ArgumentHelp("Hours a month for each alliance managed.", valueName: "hours"))
  var allianceHours = LoadQuestion.Rules().hoursPerAlliance

  @Option(help: ArgumentHelp("More seats than this are too many.", valueName: "number"))
  var seatCap = LoadQuestion.Rules().seatCap

  @Option(
    help: ArgumentHelp(
      "More seats as chair or co-chair than this are too many.", valueName: "number"))
  var chairCap = LoadQuestion.Rules().chairCap

  @Option(
    help: ArgumentHelp(
      "Without a capacity, so many robust standard deviations above the median are too much.",
      valueName: "number"))
  var deviations = LoadQuestion.Rules().outlierDeviations

  @Option(
    help: ArgumentHelp("How many rows to write in each table; 0 writes all.", valueName: "number"))
  var top = 20

  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top must not be negative; 0 writes all.") }
    for (name, value) in [
      ("handoff-hours", handoffHours), ("report-hours", reportHours),
      ("alliance-hours", allianceHours), ("deviations", deviations),
    ] where !(value >= 0 && value.isFinite) {
      throw ValidationError("--\(name) must be a number that is not negative.")
    }
    guard seatCap >= 0, chairCap >= 0 else {
      throw ValidationError("--seat-cap and --chair-cap must not be negative.")
    }
    for text in roleWeights where Self.weight(text) == nil {
      throw ValidationError(
        "“\(text)” is no weight of a role; write one such as chair=2, with "
          + MembershipRole.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
  }

  private static func weight(_ text: String) -> (role: MembershipRole, weight: Double)? {
    let parts = text.split(separator: "=", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let role = MembershipRole(rawValue: parts[0]),
      let weight = Double(parts[1]), weight >= 0, weight.isFinite
    else { return nil }
    return (role, weight)
  }

  func run() throws {
    var rules = LoadQuestion.Rules()
    for (role, weight) in roleWeights.compactMap(Self.weight) {
      rules.roleWeights[role.rawValue] = weight
    }
    rules.hoursPerHandoff = handoffHours
    rules.hoursPerReport = reportHours
    rules.hoursPerAlliance = allianceHours
    rules.seatCap = seatCap
    rules.chairCap = chairCap
    rules.outlierDeviations = deviations
    let question = LoadQuestion(rules: rules, limit: top == 0 ? nil : top)
    try result.answer(data) { snapshot throws(InsightError) in try snapshot.answer(question) }
  }
}
