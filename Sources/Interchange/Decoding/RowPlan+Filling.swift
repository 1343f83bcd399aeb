import EcosystemModel

extension RowPlan {
  /// Puts what cells say into rows, column by column.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - cells: The cells, read by this plan.
  ///   - places: The places of the cells that are wanted.
  ///   - offset: How far the place of a row lies behind that of its cells.
  func fill(
    _ rows: inout [Row], from cells: PlainCells<Row>, _ places: Range<Int>, at offset: Int
  ) {
    for (step, _, column) in cells.columns {
      switch (columns[step].form, column) {
      case (.reference(let cell), .references(let ends)):
        for place in places {
          if let end = ends[place] { cell.write(&rows[offset + place], end) }
        }
      case (.date(let path), .dates(let dates)):
        for place in places {
          if let date = dates[place] { rows[offset + place][keyPath: path] = date }
        }
      case (.number(let path, _), .numbers(let numbers)),
        (.share(let path, _), .numbers(let numbers)):
        for place in places {
          if let number = numbers[place] { rows[offset + place][keyPath: path] = number }
        }
      case (.measured(let path), .numbers(let numbers)):
        for place in places {
          if let number = numbers[place] { rows[offset + place][keyPath: path] = number }
        }
      case (.integer(let path, _), .numbers(let numbers)):
        for place in places {
          if let number = numbers[place] { rows[offset + place][keyPath: path] = Int(number) }
        }
      case (.choice(let cell), .choices(let choices)):
        for place in places where choices[place] >= 0 {
          cell.write(&rows[offset + place], choices[place])
        }
      case (.name(let path), .texts(let texts)):
        for place in places {
          if let text = texts[place] { rows[offset + place][keyPath: path] = text }
        }
      case (.text(let path), .texts(let texts)):
        for place in places {
          if let text = texts[place] { rows[offset + place][keyPath: path] = text }
        }
      case (.parsed(let cell), .texts(let texts)):
        for place in places {
          if let text = texts[place] { _ = cell.write(&rows[offset + place], text) }
        }
      case (.list(let path), .lists(let lists)):
        for place in places where !lists[place].isEmpty {
          rows[offset + place][keyPath: path] = lists[place]
        }
      default: preconditionFailure("A column is read in the form that it has.")
      }
    }
    if !cells.attributes.isEmpty {
      for place in places { rows[offset + place].attributes = cells.attributes[place] }
    }
  }
}
