import EcosystemModel

/// What is the same in a cell however a spreadsheet shows it: `007` and `7`, `1E5` and `100000`, `Mar-24` and a day of that month.
enum ShownForm {
  /// The number or the day that a text stands for, in a form that no name has; `nil` if it stands for neither.
  static func key(of text: String) -> String? {
    guard text.utf8.count <= 24, text.utf8.contains(where: { (48...57).contains($0) }) else {
      return nil
    }
    if let number = NumberText.number(in: text) { return "#\(NumberText.text(of: number))" }
    return DateReading.iso(text).map { "#@\($0)" }
  }
}
