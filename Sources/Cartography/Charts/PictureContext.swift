import EcosystemModel
import Insights

/// What holds for every picture of an answer.
package struct PictureContext: Hashable, Sendable, Codable {
  /// The colours of the sheet.
  package var theme = Theme.named(.light)
  /// What companies look like in the pictures of the dataset.
  package var companies = CompanyLooks()
  /// Where the data comes from, for the footer.
  package var provenance = Provenance()
  /// The title; the answer's own where missing.
  package var title: String?
  /// The size of the sheet in points; that of a slide of 13.33 × 7.5 in where missing.
  package var sheet: Diagram.Extent?
  /// Whether everything is drawn, however large the sheet gets, rather than what fits.
  var showsAll = false

  /// Makes the standard context.
  package init() {}

  /// Makes a context.
  package init(
    theme: Theme, companies: CompanyLooks, provenance: Provenance, title: String? = nil,
    sheet: Diagram.Extent? = nil
  ) {
    self.theme = theme
    self.companies = companies
    self.provenance = provenance
    self.title = title
    self.sheet = sheet
  }

  /// The fill and the outline of a company, those of the maps.
  func look(ofCompany name: String) -> (fill: Colour, border: Colour) {
    companies.colour(of: name, in: theme).map { (theme.tinted($0), $0) }
      ?? (theme.fill, theme.border)
  }

  /// The line below a picture: what is shown, the day, the data.
  func footer(_ parts: [String], of findings: some Findings) -> String {
    provenance.ending(
      (parts.filter { !$0.isEmpty } + [findings.dateText]
        + [findings.withheld.map { "withheld: \($0)" }, findings.grounds?.remark].compactMap { $0 }
        + provenance.faults)
        .joined(separator: "; "), theme: theme)
  }
}
