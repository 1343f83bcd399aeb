import Containers
import Cartography

extension StandardLayouts {
  private static let logoID = "rIdLogo"

  /// What the master says of the file of its logo.
  static func reference(to logo: Logo) -> PackagePart.Relationship {
    .init(id: logoID, type: "image", target: "../media/\(logo.partName)")
  }

  /// The logo as a shape of the master, which every slide shows.
  static func picture(of logo: Logo, id: Int) -> Markup {
    Markup(
      "p:pic", [:],
      [
        Markup(
          "p:nvPicPr", [:],
          [
            Markup("p:cNvPr", ["id": id, "name": "Logo", "descr": logo.label]),
            Markup("p:cNvPicPr", [:], [Markup("a:picLocks", ["noChangeAspect": 1])]),
            Markup("p:nvPr", ["userDrawn": 1]),
          ]),
        Markup(
          "p:blipFill", [:],
          [
            Markup("a:blip", ["r:embed": logoID]),
            Markup("a:stretch", [:], [Markup("a:fillRect")]),
          ]),
        Markup(
          "p:spPr", [:],
          [
            SlideDrawing.transform(logo.frame(on: Slide.extent)),
            Markup("a:prstGeom", ["prst": "rect"], [Markup("a:avLst")]),
          ]),
      ])
  }
}

extension Logo {
  fileprivate var partName: String { "logo.\(format.fileExtension)" }

  /// Where the picture lies in a presentation.
  var partPath: String { "ppt/media/\(partName)" }
}
