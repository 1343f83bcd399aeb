public import ArgumentParser
public import Cartography

/// How much of it a map shows.
struct ReductionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw at most so many companies, committees, people …, the best connected.",
      valueName: "number"))
  var limit: Int?

  @Option(
    help:
      "Fold, shorten and thin out the map, the least drastic way first, until it can be read on a slide or a page; none draws everything. (default: slide)"
  )
  var fit: FitGoal?

  @Flag(help: "Draw everything, however much there is.")
  var showAll = false

  @Flag(help: "Draw those with the same links as one shape that counts them.")
  var twins = false

  @Option(
    help: ArgumentHelp(
      "Count those linked to one other only, by at most so many links, with that one.",
      valueName: "number"))
  var leaves: Int?

  @Option(
    help: ArgumentHelp(
      "Draw only links that chance does not explain at this level of significance, such as 0.01: of committees those that share more people than their sizes say (SDSM), of others those that take more of an end's strength than an even split gives (disparity filter).",
      valueName: "level"))
  var backbone: Double?

  @Option(
    help: ArgumentHelp(
      "Draw only lines that stand for at least so many links, and the strongest of each end.",
      valueName: "number"))
  var leastLinks: Int?

  /// What ``leastLinks`` was called before.
  @Option(name: .customLong("least-ties"), help: .hidden)
  var formerLeastLinks: Int?

  func validate() throws {
    if let least = leastLinks ?? formerLeastLinks, least < 1 {
      throw ValidationError("--least-links must be at least 1.")
    }
    if let leaves, leaves < 1 { throw ValidationError("--leaves must be at least 1.") }
    if let backbone, !(backbone > 0 && backbone <= 1) {
      throw ValidationError("--backbone must be above 0 and at most 1, such as 0.01.")
    }
    if showAll,
      limit != nil || fit != nil || twins || leaves != nil || backbone != nil || leastLinks != nil
        || formerLeastLinks != nil
    {
      throw ValidationError(
        "--show-all draws everything; leave --fit, --limit, --twins, --leaves, --backbone and --least-links out."
      )
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }
}

extension FitGoal: ExpressibleByArgument {}
