import EcosystemModel

/// Lengths of time as people write them.
package enum DurationText {
  /// `6 min`, `1 h 30 min`, `24 h`, from three days on `3 days` or `3.5 days`, below a minute `18 s`.
  package static func words(hours: Double) -> String {
    guard hours.isFinite else { return hours.isNaN ? "–" : hours > 0 ? "for ever" : "–" }
    let sign = hours < 0 ? "-" : ""
    let hours = hours.magnitude
    let seconds = (hours * 3600).rounded()
    if seconds < 60, seconds > 0 { return "\(sign)\(Int(seconds)) s" }
    // Few minutes are told apart by tenths.
    let minutes = hours * 60 < 9.95 ? (hours * 600).rounded() / 10 : (hours * 60).rounded()
    if minutes < 60 { return "\(sign)\(NumberText.short(minutes, limit: 1)) min" }
    guard minutes < 72 * 60 else {
      return "\(sign)\(NumberText.short(hours / 24, limit: hours < 2400 ? 1 : 0)) days"
    }
    let (whole, rest) = Int(minutes).quotientAndRemainder(dividingBy: 60)
    return "\(sign)\(whole) h" + (rest == 0 ? "" : " \(rest) min")
  }
}
