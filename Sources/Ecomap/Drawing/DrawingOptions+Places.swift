import Cartography
import EcosystemModel
import Interchange

extension DrawingOptions {
  /// Lets maps keep the places of the pictures in a file.
  ///
  /// - Parameter path: Our SVG, laid-out JSON or presentation, a GraphML file of yEd, a draw.io file, or DOT with places.
  /// - Throws: ``ReadError`` where there are none.
  package mutating func keep(placesOf path: String) throws(ReadError) {
    let pictures = try PlacesFile.pictures(at: path, dot: Dataset.structure(by: layout.first))
    places = PlaceBook(pictures.map(\.memory))
  }

  /// The pictures whose places the maps of a dataset keep: those asked for, else those of its table `places`.
  func placeBook(of ecosystem: Ecosystem) -> PlaceBook { places ?? PlaceBook(of: ecosystem) }
}

extension Dataset {
  /// The rows of the table `places` with those of a picture in the place of what they said of its view.
  ///
  /// - Parameters:
  ///   - path: The picture, or a presentation of several.
  ///   - view: The view that it shows, where the file does not say.
  ///   - pool: Who reads DOT.
  /// - Returns: All rows, the views that are new among them, and what of the picture is nothing in the dataset.
  /// - Throws: ``EcomapError`` with code `unreadable` where there are no places, `badRequest` where no view is told.
  package func places(
    from path: String, view: String?, layout pool: LayoutPool
  ) throws(EcomapError) -> (rows: [Place], views: [String], unknown: [String]) {
    let pictures = try EcomapError.wrapping { () throws(ReadError) in
      try PlacesFile.pictures(at: path, dot: Self.structure(by: pool.first))
    }
    let keys = PlaceKeys(of: ecosystem)
    var (rows, views, unknown) = (ecosystem.places, [String](), [String]())
    for picture in pictures {
      let (memory, strangers) = keys.resolved(picture.memory)
      let told = memory.recipe?.view ?? memory.recipe.map(\.asked)
      guard let name = (pictures.count == 1 ? view : nil) ?? told ?? view else {
        throw EcomapError(
          .badRequest,
          "The file does not say which map it shows; name a saved view, or a kind such as governance."
        )
      }
      guard !memory.boxes.isEmpty, !views.contains(name) else { continue }
      rows.removeAll { $0.view == name }
      rows += memory.places(of: name)
      views.append(name)
      unknown += strangers
    }
    return (rows, views, unknown)
  }
}
