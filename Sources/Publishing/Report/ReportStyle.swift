import Cartography

/// How a report looks in the browser and on paper.
enum ReportStyle {
  /// The style sheet; without `<` and `&`, so that it can stand in XML.
  static let sheet = """
    :root { color-scheme: light; --text: #1b2733; --quiet: #4a5b6c; --line: #b8c4d0; --fill: #f1f5f9; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 75rem; color: var(--text); background: #fff; font: 16px/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0 .5rem; }
    h2 { font-size: 1.5rem; line-height: 1.25; border-bottom: 2px solid var(--line); padding-bottom: .25rem; margin: 3rem 0 1rem; }
    h3 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
    p { margin: .4rem 0; max-width: 48rem; }
    a { color: #005a8f; }
    .quiet { color: var(--quiet); font-size: .875rem; }
    .mark { color: var(--quiet); font-weight: bold; }
    .missing { color: var(--quiet); font-style: italic; border-left: 3px solid var(--line); padding-left: .75rem; }
    nav ul { padding-left: 1.2rem; margin: .2rem 0; }
    nav > ul { columns: 16rem; }
    nav li { break-inside: avoid; }
    figure { margin: 1rem 0; border: 1px solid var(--line); overflow-x: auto; }
    figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .875rem; line-height: 1.35; }
    th, td { padding: .3rem .6rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word; min-width: 3.5rem; max-width: 24rem; }
    th { background: var(--fill); border-bottom-width: 2px; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    th.number { white-space: normal; }
    @media (max-width: 40rem) {
      body { padding: .75rem; }
      h1 { font-size: 1.5rem; }
      h2 { font-size: 1.25rem; }
      table { width: max-content; }
      th, td { max-width: 15rem; }
      th:first-child, td:first-child { position: sticky; left: 0; max-width: 9rem; background: #fff; }
      th:first-child { background: var(--fill); }
    }
    @page { size: A4 landscape; margin: 12mm; }
    @media print {
      body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.35; }
      h1 { font-size: 22pt; }
      h2 { font-size: 16pt; }
      h3 { font-size: 12pt; margin: 5mm 0 1mm; }
      h4 { font-size: 10pt; margin: 4mm 0 1mm; }
      p { max-width: 200mm; }
      p:has(+ figure) { break-after: avoid; }
      .quiet { font-size: 8pt; }
      .mark { position: fixed; top: 0; right: 0; margin: 0; font-size: 8pt; }
      .part { break-before: page; }
      h2, h3, h4 { break-after: avoid; }
      figure { break-inside: avoid; overflow: visible; }
      figure svg { min-width: 0; max-height: 132mm; }
      .wide { overflow: visible; }
      table { font-size: 8pt; width: auto; max-width: 100%; }
      th, td { padding: 1mm; min-width: 0; max-width: none; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      .back { display: none; }
      a { color: inherit; text-decoration: none; }
    }
    """

  /// What a brand changes of it: nothing without one; in the dark theme the page stays light.
  static func branding(_ theme: Theme) -> String {
    var rules = ""
    if theme.logo != nil {
      rules += "\n.logo { float: right; max-width: 30%; margin: 0 0 .5rem 1rem; }"
    }
    if let typeface = theme.typeface {
      let size = (16 * typeface.scale * 10).rounded() / 10
      rules += "\nbody { font-family: \(theme.fontFamily); font-size: \(size)px; }"
    }
    guard theme.name == .light, theme != Theme.named(.light) else { return rules }
    return rules + """

      :root { --text: \(theme.text); --quiet: \(theme.mutedText); --line: \(theme.clusterBorder); --fill: \(theme.fill); }
      body, th:first-child, td:first-child { background: \(theme.background); }
      th, th:first-child { background: var(--fill); }
      a { color: \(theme.link); }
      """
  }
}
