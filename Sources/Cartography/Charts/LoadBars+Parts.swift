import EcosystemModel
import Insights

// What bars consist of.
extension LoadBars {
  /// Somebody, and what their bar consists of.
  struct Bar {
    var person: PersonLoad
    var parts: [Part]
  }

  /// What a part of a bar stands for.
  struct Part {
    var amount: Double
    var unit: LoadFindings.Unit
    /// `nil` for a seat.
    var duty: PersonLoad.DutyKind?
    /// The name written into it where it fits.
    var name: String
    var tooltip: String

    /// Name and hours, the name shortened where most of it fits, or the hours; `nil` where not even these do.
    func text(in room: Double) -> String? {
      let size = ChartSheet.small
      func measured(_ text: String) -> Double { TextMetrics.width(of: text, size: size) }
      if unit == .seats {
        return room >= 60
          ? PictureText.shortened(name, to: room, size: size) : measured(name) <= room ? name : nil
      }
      let number = PictureText.number(amount)
      let tail = ": \(number) h"
      if room >= 110 {
        return PictureText.shortened(name, to: room - measured(tail), size: size) + tail
      }
      return [name + tail, "\(number) h", number].first { measured($0) <= room }
    }
  }

  /// The parts of somebody's bar, seats first.
  func parts(of person: PersonLoad) -> [Part] {
    let seats = person.seats.compactMap { seat -> Part? in
      let amount = isHours ? seat.hours ?? 0 : 1
      guard amount > 0 else { return nil }
      let hours = isHours ? ": \(PictureText.number(amount)) h a month" : ""
      return Part(
        amount: amount, unit: findings.unit, name: seat.name,
        tooltip: "\(person.name)\n\(seat.role.rawValue) of \(seat.name)\(hours)")
    }
    guard isHours else { return seats }
    return seats
      + person.duties.filter { $0.hours > 0 }.map { duty in
        let noun = duty.kind.rawValue.split(separator: " ")
        // “direct reports”, but “handoffs” for “handoffs owned”.
        let short = duty.kind == .reports ? noun.last : noun.first
        return Part(
          amount: duty.hours, unit: .hours, duty: duty.kind,
          name: "\(duty.count) \(short ?? "")",
          tooltip:
            "\(person.name)\n\(duty.count) \(duty.kind.rawValue): \(PictureText.number(duty.hours)) h a month"
        )
      }
  }
}
