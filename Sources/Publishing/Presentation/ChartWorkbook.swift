import Cartography
import Containers

/// The spreadsheet behind a chart: its figures, and nothing else of the data.
struct ChartWorkbook {
  let figures: BarFigures

  /// The type of its part in a presentation.
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// The letters of a column, counted from 0.
  static func column(_ position: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + position % 26)))
    return position < 26 ? letter : column(position / 26 - 1) + letter
  }

  /// The bytes of the file, the same for the same figures.
  ///
  /// - Throws: ``PublishingError`` where it cannot be packed.
  func bytes() throws(PublishingError) -> [UInt8] {
    let parts = [
      PackagePart(
        "xl/workbook.xml", type: Self.types + "sheet.main+xml", workbook,
        [
          .init(id: "rId1", type: "worksheet", target: "worksheets/sheet1.xml"),
          .init(id: "rId2", type: "styles", target: "styles.xml"),
        ]),
      PackagePart("xl/worksheets/sheet1.xml", type: Self.types + "worksheet+xml", sheet),
      PackagePart("xl/styles.xml", type: Self.types + "styles+xml", styles),
    ]
    let roots = PackagePart.list([
      .init(id: "rId1", type: "officeDocument", target: "xl/workbook.xml")
    ])
    do {
      return try PackagePart.packed(
        parts, roots: roots,
        defaults: [
          ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
          ("xml", "application/xml"),
        ])
    } catch {
      throw PublishingError(.packingFailed, "The chart cannot be made: \(error.reason).")
    }
  }

  private func root(_ name: String, _ children: [Markup]) -> Markup {
    var root = Markup(name, [:], children)
    root["xmlns"] = Self.main
    root["xmlns:r"] = String(OfficeNames.officeRelationship.dropLast())
    return root
  }

  private var workbook: Markup {
    root(
      "workbook",
      [
        Markup(
          "sheets", [:], [Markup("sheet", ["name": "Sheet1", "sheetId": 1, "r:id": "rId1"])])
      ])
  }

  /// The formats of numbers, each once; a cell's style is the position of its format after the plain one.
  private var formats: [String] {
    figures.series.map(\.format).reduce(into: []) { formats, format in
      if !formats.contains(format) { formats.append(format) }
    }
  }

  private var styles: Markup {
    let plain = Markup("xf", ["numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0])
    func list(_ name: String, _ members: [Markup]) -> Markup {
      Markup(name, ["count": members.count], members)
    }
    return root(
      "styleSheet",
      [
        list(
          "numFmts",
          formats.enumerated().map {
            // Numbers below 164 are the programs' own.
            Markup("numFmt", ["numFmtId": 164 + $0.offset, "formatCode": $0.element])
          }),
        list(
          "fonts",
          [Markup("font", [:], [Markup("sz", ["val": 11]), Markup("name", ["val": "Arial"])])]),
        list(
          "fills",
          ["none", "gray125"].map {
            Markup("fill", [:], [Markup("patternFill", ["patternType": $0])])
          }), list("borders", [Markup("border")]), list("cellStyleXfs", [plain]),
        list(
          "cellXfs",
          [plain]
            + formats.indices.map {
              Markup(
                "xf",
                [
                  "numFmtId": 164 + $0, "fontId": 0, "fillId": 0, "borderId": 0, "xfId": 0,
                  "applyNumberFormat": 1,
                ])
            }),
      ])
  }

  private var sheet: Markup {
    var rows = [row(0, text([figures.measure] + figures.series.map(\.name)))]
    for (number, name) in figures.rows.enumerated() {
      let numbers = figures.series.enumerated().compactMap { position, series -> Markup? in
        guard let value = series.values[number] else { return nil }
        let style = (formats.firstIndex(of: series.format) ?? -1) + 1
        return Markup(
          "c", ["r": Self.column(position + 1) + "\(number + 2)", "s": style],
          [Markup("v", text: value.description)])
      }
      rows.append(row(number + 1, text([name], row: number + 1) + numbers))
    }
    return root("worksheet", [Markup("sheetData", [:], rows)])
  }

  private func row(_ position: Int, _ cells: [Markup]) -> Markup {
    Markup("row", ["r": position + 1], cells)
  }

  /// Cells with words from the first column on.
  private func text(_ words: [String], row: Int = 0) -> [Markup] {
    words.enumerated().map { position, word in
      Markup(
        "c", ["r": Self.column(position) + "\(row + 1)", "t": "inlineStr"],
        [Markup("is", [:], [Markup("t", text: word)])])
    }
  }
}
