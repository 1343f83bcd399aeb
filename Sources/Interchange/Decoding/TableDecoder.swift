import EcosystemModel

/// What became of the rows of one table.
struct DecodedRows<Store: RangeReplaceableCollection> {
  var values = Store()
  /// The table's row that each value comes from.
  var rows = EvenNumbers(step: 1)
  var leftOut = 0
}

extension Decoding {
  /// Reads the ties of a table.
  mutating func ties<Tie: TabularRow>(
    _ type: Tie.Type, from source: Table, _ binding: TableBinding
  ) -> DecodedRows<Tie.Store> {
    begin(source)
    var result = DecodedRows<Tie.Store>()
    guard binding.isComplete else {
      result.leftOut = source.rows.count
      return result
    }
    let plan = RowPlan<Tie>(.all, binding, &self)
    result.values.reserveCapacity(source.rows.count)
    read(source.rows.count, plan, binding, number: { $0 }) { _, block, places in
      Tie.append(block.cells, places, plan, to: &result.values)
      for place in places { result.rows.append(Int32(block.range.lowerBound + place)) }
    } each: { decoding, row in
      var value = Tie.blank
      if decoding.decode(.all, plan, binding, into: &value) {
        result.values.append(value)
        result.rows.append(Int32(row))
      } else {
        result.leftOut += 1
      }
    }
    return result
  }

  /// Reads rows of a table by blocks, and the rows in them that need a closer look one by one.
  ///
  /// - Parameters:
  ///   - count: The number of rows.
  ///   - plan: The columns to read.
  ///   - binding: Where they stand.
  ///   - rereads: Whether what follows a row that adds an entity is read again; required cells of entities name none of their own kind.
  ///   - number: The row of the table that each of them is.
  ///   - take: Takes rows of a block that are plain, by their places in it.
  ///   - each: Reads another row.
  private mutating func read<Row: TabularRow>(
    _ count: Int, _ plan: RowPlan<Row>, _ binding: TableBinding, rereads: Bool = true,
    number: (Int) -> Int, _ take: (inout Decoding, PlainBlock<Row>, Range<Int>) -> Void,
    each: (inout Decoding, Int) -> Void
  ) {
    var block = PlainBlock(plan, table, binding)
    let progress = Progress("reading \(table.sheet ?? table.file)", of: count)
    var next = 0
    var size = 64
    while next < count {
      block.read(next..<min(next + size, count), number, self)
      size = min(2 * size, 1024)
      var place = 0
      while place < block.range.count {
        let start = place
        while place < block.range.count, block.isPlain[place] { place += 1 }
        if start < place { take(&self, block, start..<place) }
        guard place < block.range.count else { break }
        row = number(block.range.lowerBound + place)
        place += 1
        let known = meaningCount
        each(&self, block.range.lowerBound + place - 1)
        // What was read ahead may mean something else now.
        if rereads, meaningCount != known {
          size = 1
          break
        }
      }
      next = block.range.lowerBound + place
      progress.finish(place)
    }
  }

  /// Reads the names, ids and required cells of the entities of a table, so that other cells can name them.
  mutating func entities<E: TabularEntity>(
    _ type: E.Type, from source: Table, without absorbed: Set<Int> = [], _ binding: TableBinding
  ) -> DecodedRows<[E]> {
    begin(source)
    var result = DecodedRows<[E]>()
    indices[E.kind].origin = .table
    guard binding.isComplete else {
      // Nothing can be found in a table without names; its fault is told once and not at every reference.
      indices[E.kind].origin = .unreadableTable
      result.leftOut = source.rows.count
      return result
    }
    let plan = RowPlan<E>(.required, binding, &self)
    let rows = source.rows.indices.filter { !absorbed.contains($0) }
    let isWhole = absorbed.isEmpty
    indices[E.kind].reserve(rows.count, hasIDs: binding.id != nil)
    result.values.reserveCapacity(rows.count)
    var drafts = EntityDrafts<E>(binding)
    read(rows.count, plan, binding, rereads: false, number: { isWhole ? $0 : rows[$0] }) {
      decoding, block, places in
      var values = Array(repeating: E.blank, count: places.count)
      plan.fill(&values, from: block.cells, places, at: -places.lowerBound)
      for place in places {
        let row = isWhole ? block.range.lowerBound + place : rows[block.range.lowerBound + place]
        decoding.row = row
        decoding.cursor.move(to: row)
        drafts.take(values[place - places.lowerBound], &decoding, into: &result)
      }
    } each: { decoding, _ in
      var value = E.blank
      decoding.cursor.move(to: decoding.row)
      guard decoding.decode(.required, plan, binding, into: &value) else {
        decoding.leaveOut(names: [drafts.id(decoding), value.name], kind: E.kind)
        result.leftOut += 1
        return
      }
      drafts.take(value, &decoding, into: &result)
    }
    return result
  }

  /// Reads the optional cells of entities whose names are known by now.
  mutating func complete<E: TabularEntity>(
    _ entities: inout DecodedRows<[E]>, from source: Table, _ binding: TableBinding
  ) {
    begin(source)
    let plan = RowPlan<E>(.optional, binding, &self)
    let numbers = entities.rows
    read(entities.values.count, plan, binding, number: { Int(numbers[$0]) }) { _, block, places in
      plan.fill(&entities.values, from: block.cells, places, at: block.range.lowerBound)
    } each: { decoding, index in
      _ = decoding.decode(.optional, plan, binding, into: &entities.values[index])
    }
  }

  fileprivate func statedIDs(_ binding: TableBinding) -> Set<String> {
    guard let id = binding.id else { return [] }
    return Set(table.rows.indices.map { table.text(row: $0, column: id) })
  }

  fileprivate mutating func leaveOut(names: [String], kind: EntityReference.Kind) {
    column = nil
    let place = location
    for name in names where !name.isEmpty { indices[kind].leftOut[name] = place }
  }

  fileprivate mutating func reportDuplicate(
    _ name: String, isStated: Bool, kind: EntityReference.Kind, first: Int
  ) {
    let place = table.location(row: first, column: column)
    report(
      .error, "id.duplicate",
      isStated
        ? "the id \"\(name)\" is taken by the row at \(place); give this row another, or remove it"
        : "the \(kind.rawValue) \"\(name)\" stands already at \(place); remove this row, or tell the two apart by an id"
    )
  }
}

/// Gives the entities of a table their ids.
private struct EntityDrafts<E: TabularEntity> {
  private let binding: TableBinding
  private var stated: Set<String>?
  private var firstRows: [String: Int] = [:]

  init(_ binding: TableBinding) { self.binding = binding }

  /// The id that the row at hand states; empty if it states none.
  func id(_ decoding: Decoding) -> String { binding.id.map { decoding.cursor.text($0) } ?? "" }

  /// Takes the entity of the row at hand, or reports that another row has its id or its name.
  mutating func take(
    _ value: E, _ decoding: inout Decoding, into result: inout DecodedRows<[E]>
  ) {
    let text = id(decoding)
    let isStated = !text.isEmpty
    let slug = isStated ? text : value.idSource
    let key = isStated ? text : "\(slug)\u{0}\(value.name)"
    let first =
      isStated
      ? decoding.indices[E.kind].statedPosition(ofID: text).map { Int(result.rows[$0]) }
      : firstRows[key]
    decoding.column = isStated ? binding.id : binding.positions[0]
    if let first {
      decoding.reportDuplicate(
        isStated ? text : value.name, isStated: isStated, kind: E.kind, first: first)
      result.leftOut += 1
      return
    }
    if !isStated {
      firstRows[key] = decoding.row
      stated = stated ?? decoding.statedIDs(binding)
    }
    let id = isStated ? text : decoding.freeID(slug, kind: E.kind, reserved: stated ?? [])
    let entity = value.identified(by: .init(id))
    decoding.indices[E.kind].append(
      .init(
        reference: entity.reference, name: entity.name, company: (entity as? Function)?.company),
      statedID: isStated ? id : nil)
    decoding.forgetMeanings()
    result.values.append(entity)
    result.rows.append(Int32(decoding.row))
  }
}
