/// A map that the dataset's owner has set up and named, one row of the `views` table.
///
/// The cells are kept as written; the map command reads them as it reads its own options.
public struct SavedView: Hashable, Sendable, Codable {
  /// The name given after `--view`.
  public var name: String
  /// The kind of map, such as `governance`.
  public var kind: String?
  /// Filters such as `region=Japan`, several separated by `|`.
  public var filter: String?
  /// The entity a focus map is drawn around.
  public var focus: String?
  /// How many steps around the focus are shown.
  public var steps: Int?
  /// The attribute that boxes are grouped by.
  public var group: String?
  /// The attribute or metric that sizes the boxes.
  public var size: String?
  /// The attribute or metric that colours the boxes.
  public var colour: String?
  /// The layout engine.
  public var layout: String?
  /// The map's title.
  public var title: String?
  /// Free words from the `tags` column.
  public var tags: [String] = []
  /// The columns the contract does not name.
  public var attributes = Attributes()

  /// Makes a view with nothing set but its name.
  public init(name: String) {
    self.name = name
  }
}
