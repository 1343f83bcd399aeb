/// The handoffs, a column for each cell.
package struct HandoffColumns: RowColumns {
  /// Who hands over.
  package private(set) var from: [EntityReference] = []
  /// Who takes over.
  package private(set) var to: [EntityReference] = []
  /// What is handed over.
  package private(set) var what = SparseColumn<String?>(blank: nil)
  /// The lifecycle stages.
  package private(set) var stage = SparseColumn<String?>(blank: nil)
  /// Elapsed hours.
  package private(set) var hours = SparseColumn<Double?>(blank: nil)
  /// Elapsed hours that they may take at most.
  package private(set) var limitHours = SparseColumn<Double?>(blank: nil)
  /// Who is accountable.
  package private(set) var owner = SparseColumn<Person.ID?>(blank: nil)
  /// The alliances that they serve.
  package private(set) var alliance = SparseColumn<Alliance.ID?>(blank: nil)
  /// How often they happen in a year.
  package private(set) var perYear = SparseColumn<Double?>(blank: nil)
  private var needs = SparseColumn<[String]>(blank: [])
  private var channel = SparseColumn<String?>(blank: nil)
  private var shared = SharedColumns()

  /// Makes columns without rows.
  package init() {}

  /// The number of handoffs.
  package var count: Int { from.count }

  /// The handoff at a position.
  package subscript(position: Int) -> Handoff {
    get {
      var row = Handoff(from: from[position], to: to[position])
      row.what = what[position]
      row.stage = stage[position]
      row.hours = hours[position]
      row.limitHours = limitHours[position]
      if !needs.isBlank { row.needs = needs[position] }
      row.owner = owner[position]
      row.alliance = alliance[position]
      row.perYear = perYear[position]
      row.channel = channel[position]
      shared.fill(&row, from: position)
      return row
    }
    set {
      from[position] = newValue.from
      to[position] = newValue.to
      what[position] = newValue.what
      stage[position] = newValue.stage
      hours[position] = newValue.hours
      limitHours[position] = newValue.limitHours
      needs[position] = newValue.needs
      owner[position] = newValue.owner
      alliance[position] = newValue.alliance
      perYear[position] = newValue.perYear
      channel[position] = newValue.channel
      shared.replace(position, by: newValue)
    }
  }

  /// Adds handoffs by their cells.
  package mutating func append(_ cells: PlainCells<Handoff>, _ places: Range<Int>) {
    let (givers, takers) = (cells.references(\.from), cells.references(\.to))
    let (owners, alliances) = (cells.references(\.owner), cells.references(\.alliance))
    for place in places {
      guard let giver = givers?[place], let taker = takers?[place] else {
        preconditionFailure("A handoff has two ends.")
      }
      from.append(giver)
      to.append(taker)
      owner.append(owners?[place]?.id())
      alliance.append(alliances?[place]?.id())
    }
    what.append(cells.texts(\.what), places)
    stage.append(cells.texts(\.stage), places)
    hours.append(cells.numbers(\.hours), places)
    limitHours.append(cells.numbers(\.limitHours), places)
    needs.append(cells.lists(\.needs), places)
    perYear.append(cells.numbers(\.perYear), places)
    channel.append(cells.texts(\.channel), places)
    shared.append(cells, places)
  }

  /// Whether no handoff says anything in a part of it.
  package func isBlank(_ path: PartialKeyPath<Handoff>) -> Bool {
    switch path {
    case \.what: what.isBlank
    case \.stage: stage.isBlank
    case \.channel: channel.isBlank
    case \.owner: owner.isBlank
    case \.alliance: alliance.isBlank
    default: numbers(path)?.isBlank ?? shared.isBlank(path)
    }
  }

  /// The hours, limits or frequencies of all handoffs.
  package func numbers(_ path: PartialKeyPath<Handoff>) -> SparseColumn<Double?>? {
    switch path {
    case \.hours: hours
    case \.limitHours: limitHours
    case \.perYear: perYear
    default: nil
    }
  }

  /// Makes room for so many handoffs.
  package mutating func reserve(_ count: Int) {
    from.reserveCapacity(count)
    to.reserveCapacity(count)
  }

  /// Adds a handoff.
  package mutating func append(_ row: Handoff) {
    from.append(row.from)
    to.append(row.to)
    what.append(row.what)
    stage.append(row.stage)
    hours.append(row.hours)
    limitHours.append(row.limitHours)
    needs.append(row.needs)
    owner.append(row.owner)
    alliance.append(row.alliance)
    perYear.append(row.perYear)
    channel.append(row.channel)
    shared.append(row)
  }
}
