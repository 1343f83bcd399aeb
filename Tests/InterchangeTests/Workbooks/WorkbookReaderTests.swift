import EcosystemModel
import Testing

@testable import Interchange

/// What spreadsheet programs put into workbooks, and what people do in them.
struct WorkbookReaderTests {
  private typealias Raw = RawWorkbook

  private func book(_ name: String, _ xml: String) -> RawWorkbook {
    RawWorkbook(sheets: [(name, "<x:sheetData>\(xml)</x:sheetData>")])
  }

  @Test func everyKindOfCellIsUnderstood() throws {
    var workbook = book(
      "people",
      Raw.row(1, "name", "title", "capacity hours", "note", "flag")
        + "<x:row r='2'><x:c r='A2' t='s'><x:v>0</x:v></x:c><x:c r='B2' t='s'><x:v>1</x:v></x:c>"
        + "<x:c r='C2'><x:f>6*2</x:f><x:v>12.5</x:v></x:c>"
        + "<x:c r='D2' t='str'><x:f>\"a\"&amp;\"b\"</x:f><x:v>a_x000D_b</x:v></x:c>"
        + "<x:c r='E2' t='b'><x:v>1</x:v></x:c></x:row>"
        // Without references and row numbers, as some programs write.
        + "<x:row><x:c t='inlineStr'><x:is><x:t>Bo</x:t></x:is></x:c><x:c/><x:c><x:v>1E+2</x:v></x:c></x:row>"
    )
    workbook.sharedStrings = [
      "<t xml:space='preserve'> Ann </t>",
      "<r><rPr><b/></rPr><t>Head of </t></r><r><t>&lt;R&amp;D&gt;</t></r><rPh sb='0' eb='1'><t>no</t></rPh>",
    ]
    let dataset = try read(workbook)
    #expect(dataset.lines == [])
    let people = dataset.ecosystem.people
    #expect(people.map(\.name) == ["Ann", "Bo"])
    #expect(people[0].title == "Head of <R&D>")
    #expect(people.map(\.capacityHours) == [12.5, 100])
    #expect(people[0].attributes["note"] == "a\rb")
    #expect(people[0].attributes["flag"] == "TRUE")
  }

  @Test(
    arguments: [
      (false, "yyyy-mm-dd", "43553", "2019-03-29"), (true, "dd/mm/yyyy", "42091", "2019-03-29"),
      (false, "mmm-yy", "43525", "2019-03-01"), (false, "[$-409]d\\-mmm\\-yy;@", "60", nil),
      (false, "d.m.yyyy", "59", "1900-02-28"), (false, "d.m.yyyy", "61", "1900-03-01"),
      (false, "yyyy", "43466", "2019-01-01"), (true, "d", "0", "1904-01-01"),
      (false, "d/m/y h:mm", "43553", "2019-03-29"),
    ] as [(Bool, String, String, String?)])
  func datesOfBothEpochs(is1904: Bool, code: String, serial: String, date: String?) throws {
    var workbook = book(
      "alliances",
      Raw.row(1, "name", "companies", "since")
        + "<x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>N</x:t></x:is></x:c>"
        + "<x:c r='B2' t='inlineStr'><x:is><x:t>X|Y</x:t></x:is></x:c><x:c r='C2' s='1'><x:v>\(serial)</x:v></x:c></x:row>"
    )
    workbook.formatCodes = [code]
    workbook.is1904 = is1904
    let dataset = try read(workbook)
    #expect(dataset.ecosystem.alliances[0].validity.since == date.flatMap { CalendarDate($0) })
    #expect(dataset.rules.contains("value.date") == (date == nil))
  }

  @Test(
    arguments: [
      ("General", nil), ("0.00", nil), ("\"day\" 0", nil), ("[Red]0;[Blue]-0", nil), ("@", nil),
      ("h:mm", .time), ("[h]:mm:ss", .time), ("m/d/yy", .day), ("yyyy\\-mm", .month),
      ("yyyy", .year),
      ("d mmm yyyy hh:mm", .moment), ("#,##0 \"USD\"", nil), ("0_d", nil),
    ] as [(String, MomentForm?)])
  func formatCodesTellDatesFromNumbers(code: String, form: MomentForm?) {
    #expect(NumberFormats.form(ofCode: code) == form)
  }

  @Test(arguments: [1, 58, 59, 61, 365, 36_526, 43_553, 2_958_465])
  func serialDaysComeBack(day: Int) throws {
    let text = SerialDate.text(of: Double(day), .day, is1904: false)
    let date = try #require(CalendarDate(text))
    #expect(CalendarDate(dayNumber: date.dayNumber) == date)
    if day > 60 { #expect(SerialDate.serial(of: date) == Double(day)) }
  }

  @Test func placesAreThoseASpreadsheetShows() throws {
    let workbook = book(
      "people",
      Raw.row(3, "", "Our people") + Raw.row(6, "", "name", "company")
        + Raw.row(8, "", "Kim", "Acme") + Raw.row(9, "", "Lee", "Acne"))
    var both = workbook
    both.sheets.append(
      ("Companies", "<x:sheetData>\(Raw.row(1, "name"))\(Raw.row(2, "Acme"))</x:sheetData>"))
    let dataset = try read(both)
    #expect(
      dataset.lines == [
        "roster.xlsx!people!6: note: the headers stand in row 6; what is above them is not read [sheet.header]",
        "roster.xlsx!people!C9: error: unknown company \"Acne\"; did you mean \"Acme\"? [reference.unknown]",
      ])
    #expect(dataset.ecosystem.people[0].company == .init("acme"))
    #expect(
      dataset.sources.location(of: .init(.people, 0), column: "name")?.description
        == "roster.xlsx!people!B8")
  }

  @Test(arguments: [true, false])
  func textsThatNoCellHoldsAreRefused(isShared: Bool) throws {
    func dataset(_ count: Int) throws -> Dataset {
      let text = String(repeating: "é", count: count)
      var workbook = book(
        "companies",
        Raw.row(1, "name")
          + (isShared
            ? "<x:row r='2'><x:c r='A2' t='s'><x:v>0</x:v></x:c></x:row>" : Raw.row(2, text)))
      if isShared { workbook.sharedStrings = ["<t>\(text)</t>"] }
      return try read(workbook)
    }
    #expect(try dataset(32_767).ecosystem.companies.count == 1)
    let error = #expect(throws: ReadError.self) { try dataset(32_768) }
    #expect(error?.message.contains("a cell has 32768 characters") == true)
  }

  @Test func failedAndUncomputedFormulasAreNamed() throws {
    let dataset = try read(
      book(
        "people",
        Raw.row(1, "name", "title")
          + "<x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>A</x:t></x:is></x:c><x:c r='B2' t='e'><x:f>X1</x:f><x:v>#REF!</x:v></x:c></x:row>"
          + "<x:row r='3'><x:c r='A3' t='inlineStr'><x:is><x:t>B</x:t></x:is></x:c><x:c r='B3'><x:f>A1</x:f></x:c></x:row>"
      ))
    #expect(dataset.rules == ["cell.error", "cell.formula"])
    #expect(dataset.lines[0].hasPrefix("roster.xlsx!people!B2: error: the cell shows #REF!"))
    #expect(dataset.ecosystem.people.count == 2)
  }

  @Test func mergedCellsCountInEachRowAndHiddenOnesAreTold() throws {
    var workbook = book("people", "")
    workbook.sheets[0].xml =
      "<x:sheetData>\(Raw.row(1, "name", "company"))\(Raw.row(2, "A", "Acme"))"
      + "\(Raw.row(3, "B", attributes: "hidden='1'"))\(Raw.row(4, "C"))</x:sheetData>"
      + "<x:mergeCells><x:mergeCell ref='B2:B3'/></x:mergeCells>"
    workbook.hidden = ["people"]
    let dataset = try read(workbook)
    #expect(
      dataset.ecosystem.people.map { $0.company?.rawValue } == ["acme", "acme", nil])
    #expect(
      dataset.rules == ["sheet.hidden", "sheet.merged", "table.implied", "sheet.hidden-rows"])
  }

  @Test func otherSheetsAreNamedAndGuessed() throws {
    var workbook = RawWorkbook()
    workbook.sheets = ["companies", "Commitees", "Pivot 2024", "lists (ignore)", "Read me"].map {
      ($0, "<x:sheetData>\(Raw.row(1, "name"))\(Raw.row(2, "A"))</x:sheetData>")
    }
    let dataset = try read(workbook)
    #expect(dataset.rules == ["sheet.unknown", "sheet.unknown"])
    #expect(dataset.lines[0].contains("roster.xlsx!Commitees: warning"))
    #expect(dataset.lines[0].contains("did you mean \"committees\"?"))
    #expect(dataset.lines[1].contains("roster.xlsx!Pivot 2024: note"))
  }

  @Test func aLoneSheetIsALoneList() throws {
    let workbook = book(
      "Sheet1",
      Raw.row(1, "Maintainers") + Raw.row(2, "Project", "Maintainer Name")
        + Raw.row(3, "Alpha", "Ann") + Raw.row(4, "", "Bo"))
    let dataset = try read(
      workbook,
      options: .init(
        columns: ["person": "Maintainer Name", "committee": "Project"], fillDown: ["Project"]))
    #expect(dataset.ecosystem.memberships.map(\.committee.rawValue) == ["alpha", "alpha"])
    #expect(throws: ReadError.self) { try read(workbook) }
  }

  @Test func sheetsWithoutATableAreRefusedWithAHint() {
    var workbook = RawWorkbook()
    workbook.sheets = [("Peoples", "<x:sheetData/>"), ("Other", "<x:sheetData/>")]
    let error = #expect(throws: ReadError.self) { try read(workbook) }
    #expect(error?.code == .notADataset)
    #expect(error?.message.contains("rename \"Peoples\" to \"people\"") == true)
  }

  /// Who links by an identifier writes what the cell of it shows, whatever the cell stores.
  @Test(arguments: [
    ("000", "7", "007"), ("\"P-\"0", "42", "P-42"), ("00-00", "8", "00-08"),
    ("\"ID\"0000", "123456", "ID123456"), ("0000\"/\"00", "201905", "2019/05"),
    ("0\" h\"", "7", "7"), ("\"USD\"0", "7", "7"), ("\"€ \"0", "7", "7"), ("0.0", "7", "7"),
    ("(0)", "7", "7"),
  ])
  func numbersShownAsIdentifiersAreThose(code: String, stored: String, shown: String) throws {
    let dataset = try read(
      RawWorkbook(
        sheets: [
          (
            "companies",
            "<x:sheetData>\(RawWorkbook.row(1, "name", "id"))<x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>Acme</x:t></x:is></x:c><x:c r='B2' s='1'><x:v>\(stored)</x:v></x:c></x:row>"
              + "\(RawWorkbook.row(3, "Bell", "b"))</x:sheetData>"
          ),
          (
            "relationships",
            "<x:sheetData>\(RawWorkbook.row(1, "from", "to"))\(RawWorkbook.row(2, shown, "b"))</x:sheetData>"
          ),
        ], formatCodes: [code]))
    #expect(!dataset.hasErrors, "\(dataset.lines)")
    #expect(dataset.ecosystem.companies[0].id.rawValue == shown)
  }
}
