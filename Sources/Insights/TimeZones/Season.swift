internal import EcosystemModel

/// The two halves of the year between which clocks change, named after the northern hemisphere.
package enum Season: String, CaseIterable, Hashable, Sendable, Codable {
  /// 15 January.
  case winter
  /// 15 July.
  case summer
}

/// A value for each half of the year.
package struct Seasonal<Value> {
  /// On 15 January.
  package var winter: Value
  /// On 15 July.
  package var summer: Value

  /// Pairs the two.
  package init(winter: Value, summer: Value) {
    self.winter = winter
    self.summer = summer
  }

  /// The minutes east of UTC in both.
  init(_ offsets: TimeZones.Offsets) where Value == Int {
    self.init(winter: offsets.january, summer: offsets.july)
  }

  /// The value of a season.
  package subscript(season: Season) -> Value { season == .winter ? winter : summer }

  /// Both values changed alike.
  func map<Other>(_ transform: (Value) -> Other) -> Seasonal<Other> {
    Seasonal<Other>(winter: transform(winter), summer: transform(summer))
  }
}

extension Seasonal: Sendable where Value: Sendable {}
extension Seasonal: Equatable where Value: Equatable {}
extension Seasonal: Hashable where Value: Hashable {}
extension Seasonal: Codable where Value: Codable {}
