import ArgumentParser
import EcosystemModel

/// Which part of the data a picture, an answer or a document is about.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day it stands for: 2020, 2020-06 or 2020-06-01; otherwise every row counts.",
      valueName: "date"), transform: CalendarDate.argument)
  var asOf: CalendarDate?

  @Option(
    name: [.customLong("where")],
    help: ArgumentHelp(
      "Only what meets the condition: region=Japan,Europe, kind!=supplier, manager= (empty), seniority<=2, \"value above 3\"; in words also below, at least, at most. A column of alliances holds for all that belongs to them; alliances.kind=research names the table. May be repeated.",
      valueName: "condition"), transform: Condition.argument)
  var conditions: [Condition] = []

  @Option(
    help: ArgumentHelp(
      "Only this alliance, its partners, committees, seats and handoffs. May be repeated.",
      valueName: "name"))
  var alliance: [String] = []

  /// Everything that is asked of what is shown.
  var allConditions: [Condition] {
    conditions
      + (alliance.isEmpty
        ? [] : [Condition(EntityReference.Kind.alliance.rawValue, .equal, alliance)])
  }
}
