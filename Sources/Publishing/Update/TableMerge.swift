import Containers

extension SlideMerge {
  /// Brings a table to the one on the slide cell by cell, as far as both have the same rows and columns.
  ///
  /// - Returns: Whether that was possible; if it was not, nothing is changed.
  mutating func bringCells(
    _ new: SlideShape, _ shape: SlideShape, _ was: WrittenShape?
  ) -> Bool {
    func cells(_ text: String) -> [[String]] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    guard let was else { return false }
    let (before, then, here) = (cells(was.text), cells(new.written.text), cells(shape.written.text))
    let shapes = [before, then, here].map { $0.map(\.count) }
    // A row that means something else is another row.
    guard Set(shapes).count == 1, before.map(\.first) == then.map(\.first) else { return false }
    var conflicts: [String] = []
    var taken: [(row: Int, column: Int)] = []
    for (row, texts) in here.enumerated() {
      for (column, text) in texts.enumerated() {
        let (old, wanted) = (before[row][column], then[row][column])
        guard !isSame(text: old, wanted), !isSame(text: text, wanted) else { continue }
        if isSame(text: text, old) {
          taken.append((row, column))
        } else {
          conflicts.append(
            "“\(shape.title)”, row \(row + 1): “\(Self.short(text))” stays; the data says “\(Self.short(wanted))”"
          )
        }
      }
    }
    guard let table = sources.tree[new.path].descendant("a:tbl") else { return false }
    tree[shape.path].change("a:graphic") { graphic in
      graphic.change("a:graphicData") { data in
        data.change("a:tbl") { own in
          for (row, column) in taken { own.take(row, column, from: table) }
        }
      }
    }
    record.conflicts += conflicts
    return true
  }
}

extension Markup {
  /// Takes the words of a cell of another table.
  fileprivate mutating func take(_ row: Int, _ column: Int, from other: Markup) {
    let rows = children.indices.filter { children[$0].name == "a:tr" }
    let wanted = other.children(named: "a:tr")[row].children(named: "a:tc")[column]
    let cells = children[rows[row]].children.indices.filter {
      children[rows[row]].children[$0].name == "a:tc"
    }
    guard let words = wanted.first("a:txBody") else { return }
    children[rows[row]].children[cells[column]].change("a:txBody") { body in
      let look = body.descendant("a:rPr")
      body = words
      if let look { body.giveLetters(look) }
    }
  }

  private mutating func giveLetters(_ look: Markup) {
    if name == "a:r" { change("a:rPr") { $0 = look } }
    for place in children.indices { children[place].giveLetters(look) }
  }
}
