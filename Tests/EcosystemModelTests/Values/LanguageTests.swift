import EcosystemModel
import Testing

/// Figures and dates as readers write them; expected forms are those of CLDR 44.
struct LanguageTests {
  private let date: CalendarDate

  init() throws { date = try #require(CalendarDate("2019-03-09")) }

  @Test(arguments: [
    (Language.german, "1.250,5", "12.345.678", "09.03.2019"),
    (.swissGerman, "1’250.5", "12’345’678", "09.03.2019"),
    (.english, "1,250.5", "12,345,678", "9 Mar 2019"),
    (.americanEnglish, "1,250.5", "12,345,678", "Mar 9, 2019"),
    (.french, "1\u{202F}250,5", "12\u{202F}345\u{202F}678", "09/03/2019"),
    (.spanish, "1250,5", "12.345.678", "09/03/2019"),
    (.polish, "1250,5", "12\u{A0}345\u{A0}678", "09.03.2019"),
    (.swedish, "1\u{A0}250,5", "12\u{A0}345\u{A0}678", "2019-03-09"),
    (.japanese, "1,250.5", "12,345,678", "2019/03/09"),
  ])
  func formsAreThoseOfTheLanguage(language: Language, half: String, whole: String, day: String) {
    Language.speaking(language) {
      #expect(NumberText.short(1250.5) == half)
      #expect(NumberText.short(-1250.5) == "-" + half)
      #expect(NumberText.fixed(12_345_678, decimals: 0) == whole)
      #expect(Phrase.count(12_345_678, "seat") == "\(whole) seats")
      #expect("since \(date)" == "since \(day)")
      #expect(date.description == "2019-03-09")
      #expect(NumberText.text(of: 1250.5) == "1250.5")
    }
  }

  @Test(arguments: [
    ("de", Language.german), ("DE", .german), ("de-AT", .german), ("de_CH.UTF-8", .swissGerman),
    ("en-GB", .english), ("en_us", .americanEnglish), ("no", .norwegian), ("pt-BR", .portuguese),
  ])
  func codesAreRead(code: String, language: Language) {
    #expect(Language(code: code) == language)
  }

  @Test(arguments: ["", "xx", "german", "-", "1"])
  func otherTextsAreNone(code: String) {
    #expect(Language(code: code) == nil)
  }

  @Test(arguments: Language.allCases)
  func figuresKeepTheirDigits(language: Language) {
    for value in [0, 0.5, 12, 999, 1000, 9999.25, 10_000, 1_234_567.75, -4321.5] {
      let plain = NumberText.short(value)
      let written = Language.speaking(language) { NumberText.short(value) }
      #expect(written.filter(\.isNumber) == plain.filter(\.isNumber))
      #expect(written.hasPrefix("-") == (value < 0))
    }
  }

  @Test(arguments: Language.allCases)
  func daysKeepTheirParts(language: Language) {
    let words = language.date(date)
    #expect(words.contains("2019") && words.contains("9"))
    #expect(words.contains("3") || words.contains("Mar"))
  }

  @Test func whatMayBeAYearStaysTogether() {
    Language.speaking(.german) {
      #expect(NumberText.spoken("2019", sparesYears: true) == "2019")
      #expect(NumberText.spoken("20190", sparesYears: true) == "20.190")
      #expect(NumberText.roundedProbability(decimalLogarithm: -109.5) == "3,2e-110")
    }
  }

  @Test func nothingIsSpokenUnasked() {
    #expect(NumberText.short(1250.5) == "1250.5")
    #expect("\(date)" == "2019-03-09")
  }
}
