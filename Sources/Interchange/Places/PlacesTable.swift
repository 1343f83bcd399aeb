package import EcosystemModel

/// Writes the table of places.
package enum PlacesTable {
  /// The table as CSV, header first; `nil` if it has no row.
  package static func csv(_ places: [Place]) -> String? {
    var ecosystem = Ecosystem()
    ecosystem.places = places
    return ecosystem.writableTables.first.map(CSVWriter.text)
  }
}
