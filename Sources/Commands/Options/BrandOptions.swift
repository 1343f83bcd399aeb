import ArgumentParser
package import Cartography
import EcosystemModel
import GraphvizKit
import Interchange
import Publishing

/// Which brand sheets have.
struct BrandOptions: ParsableArguments {
  @Option(help: "The colours of sheets: light, dark or print. (default: light)")
  var theme: Theme.Name?

  @Option(
    help: ArgumentHelp(
      "Draw in the font, the colours and with the logo that this YAML or JSON file names.",
      valueName: "brand.yaml"), completion: .file(extensions: ["yaml", "yml", "json"]))
  var brand: String?

  /// A theme in the brand's looks, or the end of the command after every fault of the brand file was named.
  ///
  /// On slides of a template the font and the logo are the template's, which is said.
  func branded(_ theme: Theme.Name? = nil, for slides: SlideOptions? = nil) throws -> Theme {
    let name = theme ?? self.theme ?? .light
    guard let brand else { return .named(name) }
    let reading: BrandReading
    do {
      reading = BrandReading(
        try BrandFile.read(at: brand, colourKeys: Brand.Role.allCases.map(\.rawValue)), for: name)
    } catch {
      Terminal.note("error: \(error)")
      throw error.code == .badOption ? ExitCode(64) : ExitCode.findings
    }
    for diagnostic in reading.diagnostics { Terminal.note("\(diagnostic)") }
    guard !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      Terminal.note("error: nothing was drawn, since \"\(brand)\" has errors")
      throw ExitCode.findings
    }
    if slides?.template != nil, reading.brand.typeface != nil || reading.brand.light.logo != nil {
      Terminal.note(
        "note: slides take font and logo from the template, and from \"\(brand)\" the colours only")
    }
    return Theme.named(name).branded(with: reading.brand)
  }

  /// Says so where pictures in dots or PDF are drawn in another font than the brand's.
  func noteFont(of theme: Theme, drawing formats: [OutputFormat], with worker: LayoutWorker) {
    guard let typeface = theme.typeface, formats.contains(where: { [.png, .pdf].contains($0) }),
      !worker.draws(in: typeface)
    else { return }
    let others = (typeface.fallbacks + [Theme.font]).joined(separator: " or ")
    Terminal.note(
      "note: the font “\(typeface.family)” is not on this machine; PNG and PDF are drawn in \(others), "
        + "other formats name it")
  }
}

extension Theme.Name: ExpressibleByArgument {}
