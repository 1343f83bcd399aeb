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
    read(source.rows.count, plan, binding, number: { $0 }) { block, places in
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
  ///   - number: The row of the table that each of them is.
  ///   - take: Takes rows of a block that are plain, by their places in it.
  ///   - each: Reads another row.
  private mutating func read<Row: TabularRow>(
    _ count: Int, _ plan: RowPlan<Row>, _ binding: TableBinding, number: (Int) -> Int,
    _ take: (PlainBlock<Row>, Range<Int>) -> Void, each: (inout Decoding, Int) -> Void
  ) {
    var block = PlainBlock(plan, table, binding)
    var next = 0
    var size = 64
    while next < count {
      block.read(next..<min(next + size, count), number, self)
      size = min(2 * size, 1024)
      var place = 0
      while place < block.range.count {
        let start = place
        while place < block.range.count, block.isPlain[place] { place += 1 }
        if start < place { take(block, start..<place) }
        guard place < block.range.count else { break }
        row = number(block.range.lowerBound + place)
        place += 1
        let known = meaningCount
        each(&self, block.range.lowerBound + place - 1)
        // What was read ahead may mean something else now.
        if meaningCount != known {
          size = 1
          break
        }
      }
      next = block.range.lowerBound + place
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
    let blank = E.blank
    indices[E.kind].reserve(source.rows.count, hasIDs: binding.id != nil)
    var stated: Set<String>?
    var firstRows: [String: Int] = [:]
    result.values.reserveCapacity(source.rows.count)
    for index in source.rows.indices where !absorbed.contains(index) {
      row = index
      var value = blank
      cursor.move(to: index)
      let text = binding.id.map { cursor.text($0) } ?? ""
      guard decode(.required, plan, binding, into: &value) else {
        leaveOut(names: [text, value.name], kind: E.kind)
        result.leftOut += 1
        continue
      }
      let isStated = !text.isEmpty
      column = isStated ? binding.id : binding.positions[0]
      let slug = isStated ? text : value.idSource
      let key = isStated ? text : "\(slug)\u{0}\(value.name)"
      let first =
        isStated
        ? indices[E.kind].statedPosition(ofID: text).map { Int(result.rows[$0]) }
        : firstRows[key]
      if let first {
        reportDuplicate(
          isStated ? text : value.name, isStated: isStated, kind: E.kind, first: first)
        result.leftOut += 1
        continue
      }
      if !isStated {
        firstRows[key] = index
        stated = stated ?? statedIDs(binding)
      }
      let id = isStated ? text : freeID(slug, kind: E.kind, reserved: stated ?? [])
      let entity = value.identified(by: .init(id))
      indices[E.kind].append(
        .init(
          reference: entity.reference, name: entity.name, company: (entity as? Function)?.company),
        statedID: isStated ? id : nil)
      forgetMeanings()
      result.values.append(entity)
      result.rows.append(Int32(index))
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
    read(entities.values.count, plan, binding, number: { Int(numbers[$0]) }) { block, places in
      plan.fill(&entities.values, from: block.cells, places, at: block.range.lowerBound)
    } each: { decoding, index in
      _ = decoding.decode(.optional, plan, binding, into: &entities.values[index])
    }
  }

  private func statedIDs(_ binding: TableBinding) -> Set<String> {
    guard let id = binding.id else { return [] }
    return Set(table.rows.indices.map { table.text(row: $0, column: id) })
  }

  private mutating func leaveOut(names: [String], kind: EntityReference.Kind) {
    column = nil
    let place = location
    for name in names where !name.isEmpty { indices[kind].leftOut[name] = place }
  }

  private mutating func reportDuplicate(
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
