import ArgumentParser
import EcosystemModel

extension CalendarDate {
  /// Refuses the text of an option that is no date; no text is none.
  static func validate(option text: String?) throws {
    if let text, CalendarDate(text) == nil {
      throw ValidationError("“\(text)” is no date; write it as 2020, 2020-06 or 2020-06-01.")
    }
  }
}
