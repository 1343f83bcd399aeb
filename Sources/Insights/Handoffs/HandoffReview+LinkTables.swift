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
        .init("a"), .init("b"), .init("a → b", .integer), .init("b → a", .integer),
        .init("returns", .integer),
      ])
    for pair in pingPongs {
      table.append([
        .text(pair.a), .text(pair.b), .integer(pair.forth), .integer(pair.back),
        .integer(pair.returns),
      ])
    }
    return table
  }

  var slowTable: FindingsTable {
    let decimals = HandoffStep.decimals(for: slowLinks.map(\.link))
    var table = FindingsTable(
      id: "slow", title: "Slow and uneven links",
      method:
        "\(dateText); slow: median above Q3 + 1.5·(Q3 − Q1) of the stage, or of all links where a stage has under five; uneven: longest at least twice the median, three rows or more",
      columns: [
        .init("why"), .init("from"), .init("to"), .init("rows", .integer),
        .init("median h", .hours, decimals: decimals), .init("most h", .hours, decimals: decimals),
        .init("compared with"), .init("their median", .hours, decimals: decimals),
        .init("limit h", .hours, decimals: decimals),
      ])
    for slow in slowLinks {
      table.append([
        .text(slow.reason.rawValue), .text(slow.link.fromName), .text(slow.link.toName),
        .integer(slow.link.rowCount), .number(slow.link.hours?.median),
        .number(slow.link.hours?.most), .text(slow.group), .number(slow.groupMedian),
        .number(slow.fence),
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
    let decimals = HandoffStep.decimals(for: links)
    var table = FindingsTable(
      id: "links", title: "All links, the busiest first",
      method:
        "\(dateText); crossings of company (c), function (f) and time zone (z); overlap of working hours in minutes, – where a side has no time zone",
      columns: [
        .init("from"), .init("to"), .init("rows", .integer), .init("owner"),
        .init("median h", .hours, decimals: decimals),
        .init("least h", .hours, decimals: decimals), .init("most h", .hours, decimals: decimals),
        .init("crosses"), .init("winter min", .integer), .init("summer min", .integer),
      ])
    for link in links {
      table.append([
        .text(link.fromName), .text(link.toName), .integer(link.rowCount), link.ownerCell,
        .number(link.hours?.median), .number(link.hours?.least), .number(link.hours?.most),
        .text(link.crossings.letters), .integer(link.overlap?.minutes.winter),
        .integer(link.overlap?.minutes.summer),
      ])
    }
    return table
  }
}
