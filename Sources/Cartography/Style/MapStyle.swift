/// How a map is to look: what the colours, sizes and themes follow.
public struct MapStyle: Hashable, Sendable, Codable {
  /// The column or measure that colours the boxes; by kind of map where missing.
  public var colour: String?
  /// The measure that sizes the names in the boxes; all equal where missing.
  public var size: String?
  /// The colours of the sheet.
  public var theme: Theme.Name = .light

  /// Makes the standard style.
  public init() {}
}
