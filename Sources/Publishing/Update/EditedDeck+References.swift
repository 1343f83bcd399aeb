import Cartography
import Containers

extension EditedDeck {
  /// The charts of a slide, with the ids by which it knows them and their figures.
  func charts(of slide: String) throws(PublishingError) -> [(id: String, figures: String)] {
    var charts: [(id: String, figures: String)] = []
    for reference in try package.references(of: slide) where reference.type == "chart" {
      let chart = try package.markup(reference.target)
      charts.append((reference.id, chart.map(NativeChart.figures) ?? ""))
    }
    return charts
  }

  /// Where the links of a slide lead, by the ids under which it knows them.
  func links(of slide: String) throws(PublishingError) -> [String: String] {
    var links: [String: String] = [:]
    for reference in try package.references(of: slide) {
      if reference.isExternal {
        links[reference.id] = reference.target
      } else if reference.type == "slide" {
        let key = slides.first { $0.path == reference.target }?.key
        links[reference.id] = key.map(LinkTarget.words(ofSlide:)) ?? reference.target
      }
    }
    return links
  }

  /// Shapes with the ids by which the slide in the presentation knows what they refer to.
  mutating func adopted(
    _ tree: Markup, _ new: PresentationSlide, _ slide: String, _ charts: [String]
  ) throws(PublishingError) -> Markup {
    var ids: [String: String] = [:]
    for reference in new.drawing.references {
      switch reference.target {
      case .web(let address):
        ids[reference.id] = try package.refer(
          slide, to: address.addressEscaped, type: "hyperlink", isExternal: true)
      case .slide(let key):
        let target = slides.first { $0.key == key }?.path ?? slide
        ids[reference.id] = try package.refer(slide, to: target, type: "slide")
      }
    }
    for number in new.drawing.charts.indices where number < charts.count {
      ids[SlideDrawing.chartReference(number)] = charts[number]
    }
    var tree = tree
    tree.refer { ids[$0] ?? $0 }
    return tree
  }

  /// Gives the chart of a number on a slide new figures, or adds it.
  mutating func write(
    _ chart: NativeChart, as number: Int, of slide: String
  ) throws(PublishingError) {
    let known = try package.references(of: slide).filter { $0.type == "chart" }
    guard number < known.count else {
      var count = 1
      while package.contains("ppt/charts/bars\(count).xml") { count += 1 }
      for part in try chart.parts(number: count) { try package.add(part) }
      let id = try package.refer(slide, to: "ppt/charts/bars\(count).xml", type: "chart")
      guard var root = try package.markup(slide) else { return }
      root.refer { $0 == SlideDrawing.chartReference(number) ? id : $0 }
      package.write(root.document, to: slide)
      return
    }
    let path = known[number].target
    let parts = try chart.parts(number: 1)
    let book = try package.references(of: path).first { $0.type == "package" }
    var markup = chart.markup
    markup.change("c:externalData") { if let book { $0["r:id"] = book.id } }
    package.write(markup.document, to: path)
    if let book, parts.count > 1 { package.write(parts[1].bytes, to: book.target) }
  }
}
