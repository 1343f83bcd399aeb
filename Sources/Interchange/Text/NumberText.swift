/// Numbers as they stand in cells.
enum NumberText {
  /// The shortest text that reads back as the same number, without `.0` on whole ones.
  static func text(of number: Double) -> String {
    let isWhole = number == number.rounded() && abs(number) < 1e15
    return isWhole ? String(Int64(number)) : "\(number)"
  }

  /// Reads digits with a point and an exponent, both optional; hexadecimal digits, `nan` and `inf` are no numbers.
  static func number(in text: some StringProtocol) -> Double? {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        break
      default: return nil
      }
    }
    guard hasDigit, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
