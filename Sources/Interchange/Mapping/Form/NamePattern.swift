/// A pattern of names with `*` for any stretch and `?` for any letter; case does not count.
struct NamePattern {
  private let letters: [Character]

  init(_ text: String) { letters = Array(text.lowercased()) }

  func matches(_ name: String) -> Bool {
    let name = Array(name.lowercased())
    var (place, mark) = (0, 0)
    // Where the last star stood, and how much of the name it has taken.
    var star: (mark: Int, place: Int)?
    while place < name.count {
      if mark < letters.count, letters[mark] == "*" {
        star = (mark, place)
        mark += 1
      } else if mark < letters.count, letters[mark] == name[place] || letters[mark] == "?" {
        place += 1
        mark += 1
      } else if let last = star {
        star = (last.mark, last.place + 1)
        (place, mark) = (last.place + 1, last.mark + 1)
      } else {
        return false
      }
    }
    return letters[mark...].allSatisfy { $0 == "*" }
  }
}
