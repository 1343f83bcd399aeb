import Containers
import Cartography

extension TextBody {
  /// The text as the element of a name: `p:txBody` in shapes, `a:txBody` in tables.
  func markup(_ name: String = "p:txBody", on slide: inout SlideDrawing) -> Markup {
    let sides = insets.map { Measure.emu($0.horizontal) }
    let ends = insets.map { Measure.emu($0.vertical) }
    let isCell = name == "a:txBody"
    let body = Markup(
      "a:bodyPr",
      isCell || insets == nil
        ? [:]
        : [
          "wrap": isWrapped ? "square" : "none", "lIns": sides, "tIns": ends, "rIns": sides,
          "bIns": ends, "rtlCol": 0, "anchor": anchor.rawValue,
        ], isCell || insets == nil ? [] : [Markup(shrinks ? "a:normAutofit" : "a:noAutofit")])
    var paragraphs: [Markup] = []
    for paragraph in self.paragraphs { paragraphs.append(paragraph.markup(on: &slide)) }
    if paragraphs.isEmpty { paragraphs = [Markup("a:p")] }
    return Markup(name, [:], [body, Markup("a:lstStyle")] + paragraphs)
  }
}

extension TextBody.Paragraph {
  fileprivate func markup(on slide: inout SlideDrawing) -> Markup {
    let plain = lines.flatMap { $0.map(\.text) }.joined()
    var properties = Markup(
      "a:pPr",
      [
        "marL": isBulleted ? Measure.emu(12) : nil, "indent": isBulleted ? -Measure.emu(12) : nil,
        "algn": alignment?.rawValue, "rtl": plain.isRightToLeft ? 1 : nil,
      ])
    if spaceBefore > 0 {
      properties.children.append(
        Markup(
          "a:spcBef", [:], [Markup("a:spcPts", ["val": Int((spaceBefore * 100).rounded())])]))
    }
    if alignment != nil {
      properties.children.append(
        isBulleted ? Markup("a:buChar", ["char": "•"]) : Markup("a:buNone"))
    }
    var content: [Markup] = []
    for (number, line) in lines.enumerated() {
      if number > 0 {
        content.append(Markup("a:br", [:], line.first.map { [$0.look("a:rPr", on: &slide)] } ?? []))
      }
      for run in line {
        var look = run.look("a:rPr", on: &slide)
        if !isChecked { look["noProof"] = "1" }
        content.append(
          run.isSlideNumber
            ? Markup(
              "a:fld",
              ["id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"],
              [look, Markup("a:t", text: run.text)])
            : Markup("a:r", [:], [look, Markup("a:t", text: run.text)]))
      }
    }
    return Markup("a:p", [:], [properties] + content)
  }
}

extension TextBody.Run {
  fileprivate func look(_ name: String, on slide: inout SlideDrawing) -> Markup {
    var look = Markup(
      name,
      [
        "lang": "en-US", "sz": size.map { Measure.fontSize($0 * slide.letterScale) },
        "b": isBold ? 1 : nil, "dirty": 0,
      ])
    if let colour { look.children.append(slide.palette.fill(colour)) }
    if let highlight {
      look.children.append(Markup("a:highlight", [:], [slide.palette.markup(highlight)]))
    }
    if let link { look.children.append(slide.click(link)) }
    return look
  }
}

extension String {
  /// Whether the first letter with a direction is written from right to left.
  var isRightToLeft: Bool {
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        return true
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }
}
