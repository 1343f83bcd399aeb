import Testing

@testable import Cartography

struct TwinNameTests {
  private let first =
    "Default slider values of the first screen, all sliders active, reset active, undo 1"
  private let second =
    "Default slider values of the first screen, all sliders active, reset active, redo 2"

  @Test func namesThatBeginAlikeAreToldApart() {
    let names = TwinNames([first, second, "Short"])
    #expect(names.telling(first) == "Default slider … undo 1")
    #expect(names.telling(second) == "Default slider … redo 2")
    #expect(names.telling("Short") == "Short")
  }

  /// Whatever boxes can show of two names, it differs where the names do.
  @Test(arguments: 1...30)
  func formsDiffer(place: Int) {
    var words = (1...30).map { "word\($0)" }
    let one = words.joined(separator: " ")
    words[place - 1] = "other"
    let other = words.joined(separator: " ")
    let names = TwinNames([one, other])
    #expect(names.telling(one).prefix(60) != names.telling(other).prefix(60))
  }
}
