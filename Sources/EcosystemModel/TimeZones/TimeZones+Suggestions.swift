extension TimeZones {
  /// The name that was probably meant: by case and spacing, by the city alone, by a common abbreviation, or by spelling.
  static func suggestion(for text: String) -> String? {
    let key = folded(text)
    guard !key.isEmpty, key.utf8.count <= 60 else { return nil }
    if let same = foldedNames.first(where: { $0.folded == key }) { return same.name }
    if let zone = abbreviations[key] { return zone }
    if key.contains(where: \.isNumber) { return fixedOffset(text) }
    let city = lastPart(key)
    if let zone = foldedNames.first(where: { $0.isInRegion && $0.city == city }) {
      return zone.name
    }
    let letters = key.letters
    var limit = min(3, letters.count / 4)
    var best: String?
    for zone in foldedNames {
      for written in [zone.folded, zone.city] where limit >= 0 {
        guard let distance = editDistance(letters, written.letters, limit: limit) else {
          continue
        }
        best = zone.name
        limit = distance - 1
      }
    }
    return best
  }

  /// `Etc/GMT-9` for `UTC+9`: the database counts these offsets westwards.
  private static func fixedOffset(_ text: String) -> String? {
    let written = text.uppercased().filter { !$0.isWhitespace }
    guard ["UTC", "GMT"].contains(String(written.prefix(3))),
      let sign = written.dropFirst(3).first, sign == "+" || sign == "-",
      let hours = Int(written.dropFirst(4).prefix { $0 != ":" }), hours > 0
    else { return nil }
    let name = "Etc/GMT\(sign == "+" ? "-" : "+")\(hours)"
    return contains(name) && !written.contains(":30") ? name : nil
  }

  private static let foldedNames = all.map { name in
    let folded = folded(name)
    return (name: name, folded: folded, city: lastPart(folded), isInRegion: name.contains("/"))
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "+" })
  }

  private static func lastPart(_ name: String) -> String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// What people write instead of a name of the database.
  private static let abbreviations = [
    "jst": "Asia/Tokyo", "cst": "America/Chicago", "cdt": "America/Chicago",
    "edt": "America/New_York", "et": "America/New_York", "eastern": "America/New_York",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles", "mdt": "America/Denver", "ct": "America/Chicago",
    "central": "America/Chicago", "bst": "Europe/London", "uk": "Europe/London",
    "cest": "Europe/Berlin", "eest": "Europe/Helsinki", "ist": "Asia/Kolkata",
    "india": "Asia/Kolkata", "germany": "Europe/Berlin", "switzerland": "Europe/Zurich",
    "france": "Europe/Paris", "china": "Asia/Shanghai", "kst": "Asia/Seoul",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong", "aest": "Australia/Sydney", "aedt": "Australia/Sydney",
    "z": "UTC", "boston": "America/New_York", "basel": "Europe/Zurich", "osaka": "Asia/Tokyo",
    "munich": "Europe/Berlin", "sanfrancisco": "America/Los_Angeles", "beijing": "Asia/Shanghai",
    "washington": "America/New_York", "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata",
    "tokyostandardtime": "Asia/Tokyo", "easternstandardtime": "America/New_York",
    "pacificstandardtime": "America/Los_Angeles", "gmtstandardtime": "Europe/London",
    "weuropestandardtime": "Europe/Berlin", "centralstandardtime": "America/Chicago",
  ]
}
