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
        Part(
          amount: duty.hours, unit: .hours, duty: duty.kind,
          name: duty.kind.counted(duty.count, isShort: true),
          tooltip:
            "\(person.name)\n\(duty.kind.counted(duty.count)): \(PictureText.number(duty.hours)) h a month"
        )
      }
  }
}

extension PersonLoad.DutyKind {
  /// So many of them, such as `1 handoff owned`, or in short `1 handoff`.
  fileprivate func counted(_ count: Int, isShort: Bool = false) -> String {
    var words = rawValue.split(separator: " ").map(String.init)
    guard let noun = words.firstIndex(where: { $0.hasSuffix("s") }) else {
      return "\(count) \(rawValue)"
    }
    if count == 1 { words[noun].removeLast() }
    return "\(count) \(isShort ? words[noun] : words.joined(separator: " "))"
  }
}
