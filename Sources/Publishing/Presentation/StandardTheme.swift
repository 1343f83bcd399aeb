import Containers
import Cartography

/// The theme of presentations without a template: the colours of a map's theme, and Arial.
enum StandardTheme {
  static func markup(_ theme: Theme) -> Markup {
    let palette = ThemePalette(theme)
    let isDark = theme.background.luminance < theme.text.luminance
    let (text, background) = (palette.text.colour, palette.background.colour)
    let (muted, quiet) = (palette.muted.colour, palette.quiet.colour)
    let colours: [(String, Colour)] =
      [
        ("dk1", isDark ? background : text), ("lt1", isDark ? text : background),
        ("dk2", isDark ? quiet : muted), ("lt2", isDark ? muted : quiet),
      ] + palette.accents.map { ($0.name, $0.colour) }
      + [("hlink", theme.link), ("folHlink", muted)]
    let family = theme.typeface?.family ?? "Arial"
    return Markup(
      "a:theme", ["xmlns:a": OfficeNames.drawing, "name": "ecomap \(theme.name.rawValue)"],
      [
        Markup(
          "a:themeElements", [:],
          [
            Markup(
              "a:clrScheme", ["name": "ecomap \(theme.name.rawValue)"],
              colours.map { name, colour in
                Markup(
                  "a:\(name)", [:],
                  [Markup("a:srgbClr", ["val": ThemePalette.hex(colour)])])
              }),
            Markup(
              "a:fontScheme", ["name": "ecomap"],
              [fonts("a:majorFont", family), fonts("a:minorFont", family)]),
            formats,
          ]), Markup("a:objectDefaults"), Markup("a:extraClrSchemeLst"),
      ])
  }

  private static func fonts(_ name: String, _ family: String) -> Markup {
    Markup(
      name, [:],
      [
        Markup("a:latin", ["typeface": family]), Markup("a:ea", ["typeface": ""]),
        Markup("a:cs", ["typeface": ""]),
      ])
  }

  /// Three of each are required; nothing of ours uses them.
  private static var formats: Markup {
    let colour = Markup("a:schemeClr", ["val": "phClr"])
    let fill = Markup("a:solidFill", [:], [colour])
    let effect = Markup("a:effectStyle", [:], [Markup("a:effectLst")])
    return Markup(
      "a:fmtScheme", ["name": "ecomap"],
      [
        Markup("a:fillStyleLst", [:], [fill, fill, fill]),
        Markup(
          "a:lnStyleLst", [:],
          [9_525, 19_050, 28_575].map { width in
            Markup("a:ln", ["w": width], [fill, Markup("a:prstDash", ["val": "solid"])])
          }),
        Markup("a:effectStyleLst", [:], [effect, effect, effect]),
        Markup("a:bgFillStyleLst", [:], [fill, fill, fill]),
      ])
  }
}

extension Theme {
  /// The colour of links: a category's where it can be read, else that of text.
  var link: Colour {
    let isDark = background.luminance < text.luminance
    let colour = category(isDark ? 4 : 0)
    return colour.contrast(to: background) >= 4.5 ? colour : text
  }
}
