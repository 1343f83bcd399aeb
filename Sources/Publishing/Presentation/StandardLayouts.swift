import Containers
import Cartography
import GraphvizKit

/// The master and the layouts of presentations without a template.
enum StandardLayouts {
  private static let margin = Slide.margin

  private static let bodyFrame = LaidOutDiagram.Rectangle(
    x: margin, y: 84, width: Slide.width - 2 * margin, height: 420)
  private static let numberFrame = LaidOutDiagram.Rectangle(
    x: Slide.width - margin - 60, y: Slide.height - 19, width: 60, height: 14)

  /// The master: the placeholders that the layouts show, the text styles and the meaning of the theme's colours.
  static func master(_ theme: Theme, layoutCount: Int) -> Markup {
    // On dark slides the dark colour of the theme is the background.
    let isDark = theme.background.luminance < theme.text.luminance
    let (dark, light) = ("dk", "lt")
    let scale = theme.letterScale
    var map: [(String, String)] = []
    for number in 1...2 {
      map.append(("bg\(number)", "\(isDark ? dark : light)\(number)"))
      map.append(("tx\(number)", "\(isDark ? light : dark)\(number)"))
    }
    var colours = Markup("p:clrMap")
    for (name, value) in map { colours[name] = value }
    for name in (1...6).map({ "accent\($0)" }) + ["hlink", "folHlink"] { colours[name] = name }
    return OfficeNames.root(
      "p:sldMaster", [:],
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
                    Markup(
                      "a:solidFill", [:], [Markup("a:schemeClr", ["val": "bg1"])]),
                    Markup("a:effectLst"),
                  ])
              ]),
            tree(
              [
                placeholder(
                  2, "title", "Title",
                  frame: .init(
                    x: margin, y: margin, width: theme.titleWidth(), height: 50),
                  prompt: "Title"),
                placeholder(3, "body", "Text", index: 1, frame: bodyFrame, prompt: "Text"),
                slideNumber(4),
              ] + (theme.logo.map { [picture(of: $0, id: 5)] } ?? [])),
          ]), colours,
        Markup(
          "p:sldLayoutIdLst", [:],
          (1...layoutCount).map {
            Markup("p:sldLayoutId", ["id": 2_147_483_648 + $0, "r:id": "rId\($0)"])
          }),
        Markup(
          "p:txStyles", [:],
          [
            textStyle("p:titleStyle", size: 20 * scale, isBold: true, font: "+mj-lt", levels: 1),
            textStyle("p:bodyStyle", size: 14 * scale, levels: 9),
            textStyle("p:otherStyle", size: 12 * scale, levels: 9),
          ]),
      ])
  }

  /// The layout of the first slide.
  static func title(letterScale scale: Double) -> Markup {
    layout(
      "title", "Title Slide",
      [
        placeholder(
          2, "ctrTitle", "Title",
          frame: .init(x: 72, y: 150, width: Slide.width - 144, height: 110), prompt: "Title",
          size: 36 * scale, anchor: "b"),
        placeholder(
          3, "subTitle", "Subtitle", index: 1,
          frame: .init(x: 72, y: 272, width: Slide.width - 144, height: 120), prompt: "Subtitle",
          size: 16 * scale),
        slideNumber(4),
      ])
  }

  /// The layout of a slide with a title and something drawn.
  static func titleOnly() -> Markup {
    layout(
      "titleOnly", "Title Only",
      [placeholder(2, "title", "Title", frame: nil, prompt: "Title"), slideNumber(3)])
  }

  /// The layout of a slide with a title and text.
  static func content() -> Markup {
    layout(
      "obj", "Title and Content",
      [
        placeholder(2, "title", "Title", frame: nil, prompt: "Title"),
        placeholder(3, nil, "Text", index: 1, frame: nil, prompt: "Text"), slideNumber(4),
      ])
  }

  private static func layout(_ type: String, _ name: String, _ shapes: [Markup]) -> Markup {
    OfficeNames.root(
      "p:sldLayout", ["type": type, "preserve": 1],
      [
        Markup("p:cSld", ["name": name], [tree(shapes)]),
        Markup("p:clrMapOvr", [:], [Markup("a:masterClrMapping")]),
      ])
  }

  /// The shapes of a slide, master or layout.
  static func tree(_ shapes: [Markup]) -> Markup {
    Markup(
      "p:spTree", [:],
      [
        Markup(
          "p:nvGrpSpPr", [:],
          [
            Markup("p:cNvPr", ["id": 1, "name": ""]), Markup("p:cNvGrpSpPr"), Markup("p:nvPr"),
          ]),
        Markup(
          "p:grpSpPr", [:],
          [
            Markup(
              "a:xfrm", [:],
              ["a:off", "a:chOff"].flatMap { place in
                [
                  Markup(place, ["x": 0, "y": 0]),
                  Markup(place == "a:off" ? "a:ext" : "a:chExt", ["cx": 0, "cy": 0]),
                ]
              })
          ]),
      ] + shapes)
  }

  private static func slideNumber(_ id: Int) -> Markup {
    var number = placeholder(
      id, "sldNum", "Slide number", index: 12, frame: numberFrame, prompt: nil, size: 9)
    number.children[number.children.count - 1].children.append(
      Markup(
        "a:p", [:],
        [
          Markup("a:pPr", ["algn": "r"]),
          Markup(
            "a:fld",
            ["id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"],
            [Markup("a:rPr", ["lang": "en-US", "sz": 900]), Markup("a:t", text: "‹#›")]),
        ]))
    return number
  }

  private static func placeholder(
    _ id: Int, _ type: String?, _ name: String, index: Int? = nil,
    frame: LaidOutDiagram.Rectangle?, prompt: String?, size: Double? = nil, anchor: String = "t"
  ) -> Markup {
    let style = size.map {
      Markup(
        "a:lvl1pPr", ["algn": type == "sldNum" ? "r" : nil],
        [
          Markup("a:defRPr", ["sz": Measure.fontSize($0)])
        ])
    }
    return Markup(
      "p:sp", [:],
      [
        Markup(
          "p:nvSpPr", [:],
          [
            Markup("p:cNvPr", ["id": id, "name": name]),
            Markup("p:cNvSpPr", [:], [Markup("a:spLocks", ["noGrp": 1])]),
            Markup("p:nvPr", [:], [Markup("p:ph", ["type": type, "idx": index])]),
          ]), Markup("p:spPr", [:], frame.map { [SlideDrawing.transform($0)] } ?? []),
        Markup(
          "p:txBody", [:],
          [
            Markup(
              "a:bodyPr",
              frame == nil
                ? [:]
                : [
                  "wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "anchor": anchor,
                ], frame == nil ? [] : [Markup("a:normAutofit")]),
            Markup("a:lstStyle", [:], style.map { [$0] } ?? []),
          ]
            + (prompt.map {
              [
                Markup(
                  "a:p", [:],
                  [
                    Markup(
                      "a:r", [:], [Markup("a:rPr", ["lang": "en-US"]), Markup("a:t", text: $0)])
                  ])
              ]
            } ?? [])),
      ])
  }

  /// The look of text on every level of a list.
  static func textStyle(
    _ name: String, size: Double, isBold: Bool = false, font: String = "+mn-lt", levels: Int
  ) -> Markup {
    Markup(
      name, [:],
      (1...levels).map { level in
        Markup(
          "a:lvl\(level)pPr",
          ["marL": Measure.emu(Double(level - 1) * 18), "algn": "l", "defTabSz": 914_400],
          [
            Markup("a:buNone"),
            Markup(
              "a:defRPr", ["sz": Measure.fontSize(size), "b": isBold ? 1 : nil, "kern": 1200],
              [
                Markup("a:solidFill", [:], [Markup("a:schemeClr", ["val": "tx1"])]),
                Markup("a:latin", ["typeface": font]),
                Markup("a:ea", ["typeface": font.replacing("-lt", with: "-ea")]),
                Markup("a:cs", ["typeface": font.replacing("-lt", with: "-cs")]),
              ]),
          ])
      })
  }
}
