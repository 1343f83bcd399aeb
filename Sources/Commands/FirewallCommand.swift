import ArgumentParser
import EcosystemModel
import Insights

/// `ecomap firewall`: whether competing alliances and companies are kept apart.
struct FirewallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "firewall",
    abstract: "Checks the firewalls between competing alliances and companies.",
    discussion: """
      Each row of the table conflicts is a pair to keep apart. People on both sides, now or within the cooling-off time, \
      breach it; people who share a third committee or a line manager are named as one step away.

      EXAMPLES
        ecomap firewall datasets/takeda-portfolio --as-of 2015-09-11
        ecomap firewall datasets/enhertu --table review
        ecomap firewall datasets/enhertu -o firewalls.svg

      Ends with status 1 if a firewall is breached.
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup(title: "The answer") var result: ResultOptions

  @Option(
    help: ArgumentHelp(
      "Cooling-off time of pairs that state none in cooling_off_days.", valueName: "days"))
  var coolingOff = 0

  func validate() throws {
    guard (0...36_500).contains(coolingOff) else {
      throw ValidationError("--cooling-off must be between 0 and 36500 days.")
    }
  }

  func run() throws {
    let firewall = try result.answer(data, FirewallQuestion(coolingOffDays: coolingOff))
    if firewall.isBreached { throw ExitCode.findings }
  }
}
