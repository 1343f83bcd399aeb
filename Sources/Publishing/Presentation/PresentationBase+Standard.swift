import Containers
import Cartography

extension PresentationBase {
  /// The base without a template: the colours, font and logo of a map's theme, a slide of 13.33 × 7.5 in.
  static func standard(_ theme: Theme) -> PresentationBase {
    let scale = theme.letterScale
    let masterPath = "ppt/slideMasters/slideMaster1.xml"
    let layouts: [(path: String, markup: Markup)] = [
      ("ppt/slideLayouts/slideLayout1.xml", StandardLayouts.title(letterScale: scale)),
      ("ppt/slideLayouts/slideLayout2.xml", StandardLayouts.titleOnly()),
      ("ppt/slideLayouts/slideLayout3.xml", StandardLayouts.content()),
    ]
    var parts = [
      PackagePart(
        masterPath, type: OfficeNames.type("slideMaster"),
        StandardLayouts.master(theme, layoutCount: layouts.count),
        layouts.enumerated().map { number, layout in
          .init(
            id: "rId\(number + 1)", type: "slideLayout",
            target: "../slideLayouts/slideLayout\(number + 1).xml")
        } + [.init(id: "rId\(layouts.count + 1)", type: "theme", target: "../theme/theme1.xml")]
          + (theme.logo.map { [StandardLayouts.reference(to: $0)] } ?? []))
    ]
    if let logo = theme.logo {
      parts.append(PackagePart(logo.partPath, type: "", bytes: logo.bytes))
    }
    parts += layouts.map { layout in
      PackagePart(
        layout.path, type: OfficeNames.type("slideLayout"), layout.markup,
        [.init(id: "rId1", type: "slideMaster", target: "../slideMasters/slideMaster1.xml")])
    }
    parts.append(
      PackagePart(
        "ppt/theme/theme1.xml", type: OfficeNames.themeType, StandardTheme.markup(theme)))
    parts += notesParts(master: "ppt/notesMasters/notesMaster1.xml", theme: "ppt/theme/theme2.xml")
    parts += [
      PackagePart(
        "ppt/presProps.xml", type: OfficeNames.type("presProps"),
        OfficeNames.root("p:presentationPr", [:], [])),
      PackagePart(
        "ppt/viewProps.xml", type: OfficeNames.type("viewProps"),
        OfficeNames.root("p:viewPr", [:], [])),
      PackagePart(
        "ppt/tableStyles.xml", type: OfficeNames.type("tableStyles"),
        Markup(
          "a:tblStyleLst",
          ["xmlns:a": OfficeNames.drawing, "def": "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"])),
    ]
    let relationships: [PackagePart.Relationship] = [
      .init(id: "rId1", type: "slideMaster", target: "slideMasters/slideMaster1.xml"),
      .init(id: "rId2", type: "notesMaster", target: "notesMasters/notesMaster1.xml"),
      .init(id: "rId3", type: "presProps", target: "presProps.xml"),
      .init(id: "rId4", type: "viewProps", target: "viewProps.xml"),
      .init(id: "rId5", type: "theme", target: "theme/theme1.xml"),
      .init(id: "rId6", type: "tableStyles", target: "tableStyles.xml"),
    ]
    let presentation = OfficeNames.root(
      "p:presentation", ["saveSubsetFonts": 1],
      [
        Markup(
          "p:sldMasterIdLst", [:],
          [Markup("p:sldMasterId", ["id": 2_147_483_648, "r:id": "rId1"])]),
        Markup("p:notesMasterIdLst", [:], [Markup("p:notesMasterId", ["r:id": "rId2"])]),
        Markup(
          "p:sldSz", ["cx": Measure.emu(Slide.width), "cy": Measure.emu(Slide.height)]),
        Markup("p:notesSz", ["cx": 6_858_000, "cy": 9_144_000]),
        StandardLayouts.textStyle("p:defaultTextStyle", size: 12 * scale, levels: 9),
      ])
    return PresentationBase(
      parts: parts, presentation: presentation, relationships: relationships,
      layouts: [.title: layouts[0].path, .titleOnly: layouts[1].path],
      notesMaster: "ppt/notesMasters/notesMaster1.xml",
      defaultTypes: [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
      ] + (theme.logo.map { [($0.format.fileExtension, $0.format.mediaType)] } ?? []),
      slideNumberIndex: 12, subtitleIndex: 1, letterScale: scale,
      titleWidth: theme.titleWidth())
  }

  /// The master of the notes and its theme.
  static func notesParts(master: String, theme: String) -> [PackagePart] {
    let fileName = theme.split(separator: "/").last ?? ""
    return [
      PackagePart(
        master, type: OfficeNames.type("notesMaster"), StandardNotes.master(),
        [.init(id: "rId1", type: "theme", target: "../theme/\(fileName)")]),
      PackagePart(
        theme, type: OfficeNames.themeType, StandardTheme.markup(.named(.light))),
    ]
  }
}
