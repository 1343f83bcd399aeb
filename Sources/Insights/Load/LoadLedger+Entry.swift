internal import EcosystemModel

extension LoadLedger {
  /// What somebody carries, in numbers.
  struct Entry {
    /// The position in the table of people.
    let position: Int
    /// Hours a month in all.
    let hours: Double
    let seatCount: Int
    let chairCount: Int
    /// The hours a month that the person can give.
    let capacity: Double?

    /// Hours a month, or the number of seats.
    func amount(in unit: LoadFindings.Unit) -> Double {
      unit == .hours ? hours : Double(seatCount)
    }
  }
}
