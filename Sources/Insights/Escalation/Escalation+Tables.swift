import EcosystemModel

extension Escalation {
  /// What was asked, as a title.
  package var title: String { "Escalation" }

  /// The longest way in a sentence, and the committee that holds most up.
  package var summary: [String] {
    guard let longest = paths.first else {
      return [absence].compactMap { $0 }
    }
    var sentences: [String] = []
    if let expected = longest.expectedDays {
      let subject =
        switch equallyLong {
        case 2...: "\(equallyLong) ways are equally long: \(longest.way), like the others,"
        case 1 where paths.count > 1: "The longest way, \(longest.way),"
        default: longest.way
        }
      var sentence = "\(subject) takes \(Self.days(expected)) on average"
      if let ninetieth = longest.ninetiethDays {
        sentence += ", \(Self.days(ninetieth)) for nine of ten proposals"
      }
      sentences.append(sentence + ".")
    } else {
      sentences.append(
        "How long \(longest.way) takes cannot be told: fill the columns cadence and approval_rate.")
    }
    let slowest = longest.bottlenecks
    if longest.levels > 1, let days = slowest.first?.expectedDays {
      let whose = equallyLong > 1 ? "There the" : "Its"
      let names = Phrase.list(slowest.map(\.name))
      let sentence =
        switch slowest.count {
        case 1: "\(whose) bottleneck is \(names) with \(Self.days(days))."
        case longest.levels: "Each committee on it takes \(Self.days(days))."
        default: "\(whose) bottlenecks are \(names), \(Self.days(days)) each."
        }
      sentences.append(sentence)
    }
    if let settled = longest.settledDays {
      sentences.append(
        "As committees on the way settle some themselves, \(NumberText.percent(longest.shareAtTop, decimals: 0)) reach \(longest.steps.last?.name ?? "the top"), and a decision takes \(Self.days(settled)) on average."
      )
    }
    return sentences
  }

  /// How many ways take as long as the longest, as far as headlines tell days; 0 where its days are unknown.
  var equallyLong: Int {
    guard let most = paths.first?.expectedDays else { return 0 }
    let told = Self.days(most)
    // Those that take longest come first.
    return paths.prefix { $0.expectedDays.map(Self.days) == told }.count
  }

  /// The ways, their steps, and the faults.
  package var tables: [FindingsTable] {
    [pathsTable, stepsTable] + (faults.isEmpty ? [] : [faultsTable])
  }

  /// A number of days as exact as it can be meant: from ten on whole.
  package static func figure(ofDays days: Double) -> String {
    NumberText.short(days, limit: days < 10 ? 1 : 0)
  }

  /// `about 61 days`: a headline is no more exact than the cadences it rests on; tables and files hold the digits.
  package static func days(_ days: Double) -> String {
    let number = figure(ofDays: days)
    return "about \(number) \(number == "1" ? "day" : "days")"
  }

  private var pathsTable: FindingsTable {
    var table = FindingsTable(
      id: "paths", title: "The ways up",
      method:
        "\(dateText); expected days by closed form; P90 by closed form for one committee, else by 10,000 runs (seed \(seed)); worst: every meeting just missed, rework as for 99 of 100; until settled: counts what committees settle themselves",
      columns: [
        .init("way"), .init("levels", .integer), .init("expected", .number, decimals: 1),
        .init("P90", .number, decimals: 1), .init("worst", .number, decimals: 1),
        .init("until settled", .number, decimals: 1), .init("reach the top", .percent, decimals: 0),
        .init("bottleneck"), .init("ends with"),
      ])
    for path in paths {
      table.append([
        .text(path.way), .integer(path.levels), .number(path.expectedDays),
        .number(path.ninetiethDays), .number(path.worstDays), .number(path.settledDays),
        .number(path.shareAtTop),
        .list(path.bottlenecks.map(\.name)),
        .text(path.end == .cycle ? "a loop: nobody" : path.steps.last?.name),
      ])
    }
    let unknown = paths.count { $0.expectedDays == nil }
    if unknown > 0 {
      table.notes.append(
        "\(Phrase.count(unknown, "way has", "ways have")) a committee without cadence and max_days, or one that never approves; the days are unknown"
      )
    }
    return table
  }

  private var stepsTable: FindingsTable {
    var table = FindingsTable(
      id: "steps", title: "Committee by committee",
      method:
        "\(dateText); a proposal waits L + U·I + N·R days: lead time, a uniform share of the interval, N reworks with the chance 1 − approval each; days",
      columns: [
        .init("committee"), .init("interval", .number, decimals: 1),
        .init("lead", .number, decimals: 1), .init("approval", .percent, decimals: 0),
        .init("expected", .number, decimals: 1), .init("P90", .number, decimals: 1),
        .init("worst", .number, decimals: 1), .init("promised", .number, decimals: 0),
        .init("settles", .percent, decimals: 0), .init("ways through", .integer),
      ])
    var steps: [EscalationStep] = []
    var uses: [Committee.ID: Int] = [:]
    for step in paths.flatMap(\.steps) {
      if uses[step.committee] == nil { steps.append(step) }
      uses[step.committee, default: 0] += 1
    }
    for step in steps {
      table.append([
        .text(step.name), .number(step.delay?.intervalDays), .number(step.delay?.leadDays),
        .number(step.isApprovalAssumed ? nil : step.delay?.approvalRate),
        .number(step.expectedDays), .number(step.ninetiethDays), .number(step.worstDays),
        .number(step.promisedDays), .number(step.settledShare), .integer(uses[step.committee]),
      ])
    }
    let approvals = steps.count(where: \.isApprovalAssumed)
    if approvals > 0 {
      table.notes.append(
        "\(Phrase.count(approvals, "committee states", "committees state")) no approval_rate; everything is taken to pass there"
      )
    }
    let cadences = steps.count(where: \.isCadenceAssumed)
    if cadences > 0 {
      table.notes.append(
        "\(Phrase.count(cadences, "committee states", "committees state")) no cadence; max_days stands for the interval"
      )
    }
    if steps.allSatisfy({ $0.delay?.leadDays ?? 0 == 0 }) {
      table.notes.append("no committee states its lead_days: papers may come up to the meeting")
    }
    return table
  }

  private var faultsTable: FindingsTable {
    var table = FindingsTable(
      id: "faults", title: "What is wrong",
      method:
        "\(dateText); captured: half or more of a committee sit above it, observers and alliance managers not counted; one-sided: it shares people with one above for one partner only; a bridge of people of each partner is no fault",
      columns: [.init("what"), .init("committees"), .init("detail"), .init("people")])
    for fault in faults {
      table.append([
        .text(fault.kind.rawValue), .list(fault.committees), .text(fault.detail),
        .list(HandoffStep.shortened(fault.people)),
      ])
    }
    return table
  }
}
