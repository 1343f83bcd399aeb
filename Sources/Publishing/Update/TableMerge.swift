import Containers

extension SlideMerge {
  /// Brings a table to the one on the slide row by row and cell by cell, as far as both have the same columns.
  ///
  /// - Returns: The words to keep in mind; `nil` if that was not possible, and nothing is changed.
  mutating func bringRows(
    _ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?
  ) -> String? {
    func cells(_ text: String) -> [[String]] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    guard let was, let table = sources.tree[new.path].descendant("a:tbl"),
      let own = tree[shape.path].descendant("a:tbl"),
      let merge = RowMerge(
        before: cells(was.text), then: cells(new.written.text), here: cells(shape.written.text))
    else { return nil }
    let (rows, fresh) = (own.children(named: "a:tr"), table.children(named: "a:tr"))
    let made = merge.lines.map { line -> Markup in
      switch line {
      case .kept(let here, let taking, let from):
        var row = rows[here]
        if let from { for column in taking { row.take(column, from: fresh[from]) } }
        return row
      case .new(let number):
        var row = fresh[number]
        if let like = rows.last, rows.count > 1 { row.look(like: like) }
        return row
      }
    }
    tree[shape.path].change("a:graphic") { graphic in
      graphic.change("a:graphicData") { data in
        data.change("a:tbl") { own in
          let place = own.children.firstIndex { $0.name == "a:tr" } ?? own.children.count
          own.children.removeAll { $0.name == "a:tr" }
          own.children.insert(contentsOf: made, at: min(place, own.children.count))
        }
      }
    }
    record.conflicts += merge.conflicts.map { "“\(shape.title)”, \($0)" }
    return merge.minds.map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }
}

extension Markup {
  /// Takes the words of a cell of another row.
  fileprivate mutating func take(_ column: Int, from other: Markup) {
    let cells = children.indices.filter { children[$0].name == "a:tc" }
    let wanted = other.children(named: "a:tc")
    guard cells.indices.contains(column), wanted.indices.contains(column),
      let words = wanted[column].first("a:txBody")
    else { return }
    children[cells[column]].change("a:txBody") { body in
      let look = body.descendant("a:rPr")
      body = words
      if let look { body.giveLetters(look) }
    }
  }

  /// Takes letters and fills of another row, cell by cell.
  fileprivate mutating func look(like other: Markup) {
    let others = other.children(named: "a:tc")
    let cells = children.indices.filter { children[$0].name == "a:tc" }
    for (position, cell) in zip(cells, others) {
      if var look = cell.descendant("a:rPr") {
        // Where a word leads is its own.
        look.children.removeAll { $0.name == "a:hlinkClick" }
        children[position].change("a:txBody") { $0.giveLetters(look) }
      }
      guard let frame = cell.first("a:tcPr") else { continue }
      children[position].children.removeAll { $0.name == "a:tcPr" }
      children[position].children.append(frame)
    }
  }

  private mutating func giveLetters(_ look: Markup) {
    if name == "a:r" { change("a:rPr") { $0 = look } }
    for place in children.indices { children[place].giveLetters(look) }
  }
}
