extension HandoffReview {
  var ownerlessTable: FindingsTable {
    var table = FindingsTable(
      id: "ownerless", title: "Handoffs without owner",
      method: "\(dateText); those that happen most often first",
      columns: [
        .init("from"), .init("to"), .init("what"), .init("stage"),
        .init("a year", .number, decimals: 0),
      ])
    // Where no row at all names an owner, the list would be the whole table again.
    guard ownerless.count < handoffCount - selfCount else { return table }
    for row in ownerless {
      table.append([
        .text(row.from), .text(row.to), .text(row.what), .text(row.stage), .number(row.perYear),
      ])
    }
    return table
  }

  var desertedTable: FindingsTable {
    var table = FindingsTable(
      id: "owner-left", title: "Handoffs whose owner has left",
      method:
        "\(dateText); the owner's employment at both sides, or with every employer, has ended",
      columns: [.init("from"), .init("to"), .init("what"), .init("owner"), .init("left", .date)])
    for row in deserted {
      table.append([
        .text(row.from), .text(row.to), .text(row.what), .text(row.owner), .date(row.left),
      ])
    }
    return table
  }

  var pingPongTable: FindingsTable {
    var table = FindingsTable(
      id: "ping-pong", title: "To and fro",
      method:
        "\(dateText); returns: rows that hand the same “what” straight back to whom the row before took it from",
      columns: [
        .init("a"), .init("b"), .init("rows a → b", .integer), .init("rows b → a", .integer),
        .init("a year a → b", .number, decimals: 0), .init("a year b → a", .number, decimals: 0),
        .init("returns", .integer),
      ])
    for pair in pingPongs {
      table.append([
        .text(pair.a), .text(pair.b), .integer(pair.forth), .integer(pair.back),
        .number(pair.forthFrequency.perYear), .number(pair.backFrequency.perYear),
        .integer(pair.returns),
      ])
    }
    return table
  }

  var slowTable: FindingsTable {
    var table = FindingsTable(
      id: "slow", title: "Slow and uneven links",
      method:
        "\(dateText); \(frequency.convention); slow: median above Q3 + 1.5·(Q3 − Q1) of the medians of the stage, or of all links where a stage has under five; uneven: longest at least twice the median, three rows or more",
      columns: [
        .init("why"), .init("from"), .init("to"), .init("what"), .init("rows", .integer),
        .init("median", .duration), .init("most", .duration),
        .init("compared with"), .init("their median", .duration), .init("limit", .duration),
      ])
    for slow in slowLinks {
      table.append([
        .text(slow.reason.rawValue), .text(slow.link.fromName), .text(slow.link.toName),
        .list(HandoffStep.shortened(slow.item.what)), .integer(slow.item.rowCount),
        .number(slow.item.hours?.median), .number(slow.item.hours?.most), .text(slow.group),
        .number(slow.groupMedian), .number(slow.fence),
      ])
    }
    return table
  }

  var stagesTable: FindingsTable {
    var table = FindingsTable(
      id: "stages", title: "Stage order violated",
      method:
        "\(dateText); handed over at an earlier stage than anything the sender gets; a loop back may be meant",
      columns: [
        .init("from"), .init("to"), .init("what"), .init("stage"), .init("sender gets from"),
      ])
    for breach in stageBreaches {
      table.append([
        .text(breach.from), .text(breach.to), .text(breach.what), .text(breach.stage),
        .text(breach.earliestIncoming),
      ])
    }
    return table
  }

  var relayTable: FindingsTable {
    var table = FindingsTable(
      id: "relay", title: "Following the sun: the receiver starts when the giver ends",
      method:
        "from the end of one stated working day to the start of the next, below zero where they overlap: at most \(Self.batonMinutes) minutes, or an hour more where clocks change apart (15 January, 15 July \(year))",
      columns: [
        .init("from"), .init("to"), .init("what"), .init("a year", .number, decimals: 0),
        .init("winter gap min", .integer), .init("summer gap min", .integer),
      ])
    for link in relays {
      table.append([
        .text(link.fromName), .text(link.toName), .list(HandoffStep.shortened(link.what)),
        .number(link.frequency.perYear), .integer(link.relayGap?.winter),
        .integer(link.relayGap?.summer),
      ])
    }
    for round in relayRounds { table.notes.append("around the sun: \(way(round))") }
    return table
  }

  var narrowTable: FindingsTable {
    var table = FindingsTable(
      id: "narrow", title: "Links with hardly an hour in common",
      method:
        "both sides are at work together for less than \(Self.batonMinutes) minutes in winter or in summer (15 January, 15 July \(year))",
      columns: [
        .init("from"), .init("to"), .init("what"), .init("winter min", .integer),
        .init("summer min", .integer),
      ])
    for link in narrowLinks {
      table.append([
        .text(link.fromName), .text(link.toName), .list(HandoffStep.shortened(link.what)),
        .integer(link.overlap?.minutes.winter), .integer(link.overlap?.minutes.summer),
      ])
    }
    return table
  }

  var linksTable: FindingsTable {
    var table = FindingsTable(
      id: "links", title: "All links, the busiest first",
      method:
        "\(dateText); \(frequency.convention); a line for each thing, or one for a pair with more than \(HandoffItem.mostThings), as in a log of cases; crossings of company (c), function (f) and time zone (z); overlap of working hours in minutes, – where a side has no time zone",
      columns: [
        .init("from"), .init("to"), .init("what"), .init("rows", .integer),
        .init("a year", .number, decimals: 0), .init("owner"), .init("median", .duration),
        .init("mean", .duration), .init("least", .duration), .init("most", .duration),
        .init("crosses"), .init("winter min", .integer), .init("summer min", .integer),
      ])
    for link in links {
      for item in link.items {
        table.append([
          .text(link.fromName), .text(link.toName), .list(HandoffStep.shortened(item.what)),
          .integer(item.rowCount), .number(item.frequency.perYear),
          HandoffStep.ownerCell(item.owners, missing: item.ownerlessCount),
          .number(item.hours?.median), .number(item.hours?.mean), .number(item.hours?.least),
          .number(item.hours?.most), .text(link.crossings.letters),
          .integer(link.overlap?.minutes.winter), .integer(link.overlap?.minutes.summer),
        ])
      }
    }
    return table
  }
}
