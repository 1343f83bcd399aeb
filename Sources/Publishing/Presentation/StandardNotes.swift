import Containers
import Cartography
import GraphvizKit

/// The notes that go with slides.
enum StandardNotes {
  /// The master: a picture of the slide above the text.
  static func master() -> Markup {
    var colours = Markup("p:clrMap")
    for (name, value) in [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")] {
      colours[name] = value
    }
    for name in (1...6).map({ "accent\($0)" }) + ["hlink", "folHlink"] { colours[name] = name }
    return OfficeNames.root(
      "p:notesMaster", [:],
      [
        Markup(
          "p:cSld", [:],
          [
            Markup(
              "p:bg", [:],
              [
                Markup(
                  "p:bgPr", [:],
                  [
                    Markup("a:solidFill", [:], [Markup("a:schemeClr", ["val": "bg1"])]),
                    Markup("a:effectLst"),
                  ])
              ]),
            StandardLayouts.tree([
              picture(frame: .init(x: 54, y: 54, width: 432, height: 243)),
              text(
                frame: .init(x: 54, y: 330, width: 432, height: 320),
                [Markup("a:p", [:], [Markup("a:r", [:], [Markup("a:t", text: "Notes")])])]),
            ]),
          ]), colours, StandardLayouts.textStyle("p:notesStyle", size: 12, levels: 9),
      ])
  }

  /// The notes of one slide, a paragraph for each line of the text.
  static func slide(_ notes: String) -> Markup {
    let paragraphs = notes.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      Markup(
        "a:p", [:],
        line.isEmpty
          ? []
          : [
            Markup(
              "a:r", [:],
              [Markup("a:rPr", ["lang": "en-US", "dirty": 0]), Markup("a:t", text: String(line))])
          ])
    }
    return OfficeNames.root(
      "p:notes", [:],
      [
        Markup(
          "p:cSld", [:],
          [StandardLayouts.tree([picture(frame: nil), text(frame: nil, paragraphs)])]),
        Markup("p:clrMapOvr", [:], [Markup("a:masterClrMapping")]),
      ])
  }

  private static func picture(frame: LaidOutDiagram.Rectangle?) -> Markup {
    Markup(
      "p:sp", [:],
      [
        Markup(
          "p:nvSpPr", [:],
          [
            Markup("p:cNvPr", ["id": 2, "name": "Slide"]),
            Markup(
              "p:cNvSpPr", [:],
              [Markup("a:spLocks", ["noGrp": 1, "noRot": 1, "noChangeAspect": 1])]),
            Markup("p:nvPr", [:], [Markup("p:ph", ["type": "sldImg", "idx": 2])]),
          ]),
        Markup(
          "p:spPr", [:],
          frame.map {
            [
              SlideDrawing.transform($0),
              Markup("a:prstGeom", ["prst": "rect"], [Markup("a:avLst")]),
            ]
          } ?? []),
      ])
  }

  private static func text(frame: LaidOutDiagram.Rectangle?, _ paragraphs: [Markup]) -> Markup {
    Markup(
      "p:sp", [:],
      [
        Markup(
          "p:nvSpPr", [:],
          [
            Markup("p:cNvPr", ["id": 3, "name": "Notes"]),
            Markup("p:cNvSpPr", [:], [Markup("a:spLocks", ["noGrp": 1])]),
            Markup("p:nvPr", [:], [Markup("p:ph", ["type": "body", "idx": 1])]),
          ]),
        Markup(
          "p:spPr", [:],
          frame.map {
            [
              SlideDrawing.transform($0),
              Markup("a:prstGeom", ["prst": "rect"], [Markup("a:avLst")]),
            ]
          } ?? []),
        Markup("p:txBody", [:], [Markup("a:bodyPr"), Markup("a:lstStyle")] + paragraphs),
      ])
  }
}
