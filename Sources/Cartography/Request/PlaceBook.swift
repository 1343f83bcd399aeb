package import EcosystemModel

/// The pictures whose places are to be kept, by the views they show.
package struct PlaceBook: Hashable, Sendable {
  private let pages: [PictureMemory]
  /// Whether each picture serves its own view only.
  private let isByView: Bool
  /// The pictures by the slides of a deck that they are on, where each serves its own slide only.
  private var slides: [String: PictureMemory]?

  /// Gathers pictures of a file: one alone serves whatever map is drawn.
  package init(_ pages: [PictureMemory] = []) {
    (self.pages, isByView) = (pages, false)
  }

  /// Gathers pictures of slides, each for the slide of its name.
  package init(ofSlides slides: [String: PictureMemory]) {
    (pages, isByView, self.slides) = ([], false, slides)
  }

  /// The pictures for one slide, by its name.
  package func book(forSlide name: String) -> PlaceBook {
    guard let slides else { return self }
    return PlaceBook(slides[name].map { [$0] } ?? [])
  }

  /// Gathers the pictures that a dataset tells of, each for its view.
  package init(of ecosystem: Ecosystem) {
    (pages, isByView) = (ecosystem.pictures, true)
  }

  /// The picture whose places a map is to keep: that of its view, else one for which the same kind of map was asked, or the only
  /// one; `nil` if there is none.
  package func memory(for request: MapRequest) -> PictureMemory? {
    if let name = request.name, let page = pages.first(where: { $0.recipe?.view == name }) {
      return page
    }
    let kind = request.view.kind.rawValue
    let alike = pages.first {
      $0.recipe?.asked == kind && ($0.recipe?.view == nil || request.name == nil)
    }
    guard !isByView else {
      return pages.first { $0.recipe?.view == kind && request.name == nil } ?? alike
    }
    return alike ?? (pages.count == 1 ? pages[0] : pages.first { $0.recipe == nil })
  }
}
