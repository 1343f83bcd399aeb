public import Cartography
import EcosystemModel
public import Interchange

// Days and conditions are texts at the front door, read in one place each.

extension CalendarDate {
  static func reading(_ text: String?) throws(EcomapError) -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else { throw EcomapError(.badRequest, refusal(of: text)) }
    return date
  }
}

extension Condition {
  static func reading(_ texts: [String]) throws(EcomapError) -> [Condition] {
    var conditions: [Condition] = []
    for text in texts {
      guard let condition = Condition(text) else {
        throw EcomapError(.badRequest, refusal(of: text))
      }
      conditions.append(condition)
    }
    return conditions
  }
}

extension ViewRequest {
  /// Asks for a view, and leaves every other choice open.
  ///
  /// ```swift
  /// var view = try ViewRequest("people", on: "2020-06-01", where: ["company=AstraZeneca"])
  /// view.size = "betweenness"
  /// ```
  ///
  /// - Parameters:
  ///   - name: A saved view, a kind of map, or the picture of an answer; `nil` for what suits the dataset.
  ///   - day: The day it stands for, such as `2020`, `2020-06` or `2020-06-01`; `nil` for that of the saved view, or all.
  ///   - conditions: What everything shown must meet, such as `region=Japan` or `value above 3`.
  /// - Throws: ``EcomapError`` with code `badRequest` for a day or a condition that cannot be read.
  public init(
    _ name: String? = nil, on day: String? = nil, where conditions: [String] = []
  ) throws(EcomapError) {
    self.init()
    self.name = name
    date = try .reading(day)
    self.conditions = try Condition.reading(conditions)
  }
}

extension ReadOptions {
  /// Takes the ends of a lone list for this kind.
  ///
  /// - Parameter kind: `company`, `function`, `person` or `committee`.
  /// - Throws: ``EcomapError`` with code `badRequest` where there is no such kind.
  public mutating func readEnds(as kind: String) throws(EcomapError) {
    guard let read = EntityReference.Kind(rawValue: kind) else {
      let known = EntityReference.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw EcomapError(.badRequest, "“\(kind)” is no kind of ends; there are \(known).")
    }
    nodeKind = read
  }

  /// Reads companies and people under one name, as a reviewed list of aliases says.
  ///
  /// - Parameter path: A CSV file with the columns `alias` and `name`.
  /// - Throws: ``EcomapError`` where it cannot be read.
  public mutating func merge(_ path: String) throws(EcomapError) {
    aliases = try EcomapError.wrapping { () throws(ReadError) in try AliasList.read(at: path) }
  }
}
