extension FindingsTable {
  /// The table in lines of text with aligned columns: words to the left, numbers to the right.
  ///
  /// Where the rows are wider than `width` columns of the terminal, the widest columns of words are broken into lines.
  package func lines(width: Int = 120) -> [String] {
    let cells = rows.map { row in zip(row, columns).map { Self.display($0, in: $1) } }
    let widths = fittedWidths(cells, to: width)
    var lines = [Self.sanitized(title)]
    if !method.isEmpty {
      lines += DisplayWidth.wrapped(Self.sanitized(method), to: width).map { "  " + $0 }
    }
    if rows.isEmpty {
      lines.append("  (no rows)")
    } else {
      lines.append("")
      lines += block(columns.map { Self.sanitized($0.title) }, widths)
      lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      for row in cells { lines += block(row, widths) }
    }
    for note in notes + conventions {
      lines += DisplayWidth.wrapped("note: " + Self.sanitized(note), to: width)
    }
    return lines
  }

  private func fittedWidths(_ cells: [[String]], to width: Int) -> [Int] {
    var widths = columns.indices.map { column in
      cells.reduce(DisplayWidth.of(columns[column].title)) {
        max($0, DisplayWidth.of($1[column]))
      }
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0 {
      let flexible = widths.indices.filter { columns[$0].kind == .text && widths[$0] > 16 }
      guard let widest = flexible.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      let second = flexible.filter { $0 != widest }.map { widths[$0] }.max() ?? 16
      let cut = min(excess, max(1, widths[widest] - max(16, second)))
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  private func block(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { DisplayWidth.wrapped($0, to: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      for (column, parts) in wrapped.enumerated() {
        if column > 0 { text += "  " }
        let part = line < parts.count ? parts[line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(part)))
        text += columns[column].kind == .text ? part + padding : padding + part
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
