import EcosystemModel

extension WorkbookMapping {
  /// The mapping as YAML that people edit.
  ///
  /// - Parameter notes: What to say of a sheet beside it, by its name.
  /// - Returns: The text of the file.
  func text(notes: [String: String] = [:]) -> String {
    var text = """
      # How ecomap reads \(pattern). Change what is not so; `ecomap import` on a file of this shape
      # says what no longer fits. Under columns stands: the column of ecomap, and the header of yours.
      # {First} {Last} joins two headers, =text is the same in all rows, (title above) is the title of a block.
      mapping: 1
      for: \(Self.scalar(pattern))

      """
    if let dateOrder { text += "dates: \(dateOrder.rawValue)   # of 03/04/2019\n" }
    if let hasDecimalComma {
      text += "decimals: \(hasDecimalComma ? "comma   # 1.250,50" : "point   # 1,250.50")\n"
    }
    if !roles.isEmpty {
      text += "roles:\n"
      for (title, role) in roles.sorted(by: { $0.key < $1.key }) {
        text += "  \(Self.scalar(title)): \(role.rawValue)\n"
      }
    }
    for (kind, spellings) in names.sorted(by: { $0.key.table < $1.key.table })
    where !spellings.isEmpty {
      text += text.contains("\nnames:\n") ? "" : "names:\n"
      text += "  \(kind.rawValue):\n"
      for (spelling, name) in spellings.sorted(by: { $0.key < $1.key }) {
        text += "    \(Self.scalar(spelling)): \(Self.scalar(name))\n"
      }
    }
    text += "sheets:\n"
    for sheet in sheets { text += sheet.text(note: notes[sheet.sheet]) }
    return text
  }

  static func scalar(_ text: String) -> String { YAMLWriter.scalar(text) }
}

extension SheetMapping {
  fileprivate func text(note: String?) -> String {
    var text = "  - sheet: \(WorkbookMapping.scalar(sheet))\n"
    if let note { text = "  # \(note)\n" + text }
    if let ignored { return text + "    ignored: \(WorkbookMapping.scalar(ignored))\n" }
    if layout != .list { text += "    layout: \(layout.rawValue)\n" }
    text += "    tables:\n"
    for table in tables { text += table.text }
    text += Self.list("levels", levels)
    text += Self.list("own columns", ownColumns)
    text += Self.object("ignored columns", ignoredColumns)
    text += Self.list("fill down", fillDown)
    text += Self.list("last name first", lastNameFirst)
    text += Self.object("units", units)
    text += Self.list("rows left out", skippedRows)
    return text
  }

  private static func object(_ key: String, _ entries: [String: String]) -> String {
    entries.isEmpty
      ? ""
      : "    \(key):\n"
        + entries.sorted { $0.key < $1.key }.map {
          "      \(WorkbookMapping.scalar($0.key)): \(WorkbookMapping.scalar($0.value))\n"
        }.joined()
  }

  private static func list(_ key: String, _ elements: [String]) -> String {
    elements.isEmpty
      ? "" : "    \(key): [\(elements.map(WorkbookMapping.scalar).joined(separator: ", "))]\n"
  }
}

extension TableMapping {
  fileprivate var text: String {
    var text = "      - table: \(table.rawValue)\n        columns:\n"
    for column in columns {
      text += "          \(column.name): \(WorkbookMapping.scalar(column.source.description))\n"
    }
    if !across.isEmpty {
      text += "        across: [\(across.map(WorkbookMapping.scalar).joined(separator: ", "))]\n"
    }
    if isSymmetric { text += "        pairs: once\n" }
    return text
  }
}
