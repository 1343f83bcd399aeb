import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import Interchange

/// `ecomap doctor`: what ecomap finds on this machine, and what is missing.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what is missing on this machine, and how to get it.",
    discussion: """
      Looks for the layout engines, picture formats, libraries and fonts that ecomap uses, and for a browser. With a dataset it \
      also says which letters of its names no font here can draw, with --brand whether the font of a brand is here. Ends with \
      status 1 if something is missing.

      EXAMPLES
        ecomap doctor
        ecomap doctor datasets/enhertu
        ecomap doctor --brand datasets/digital-spaghetti/brand.yaml
        ecomap doctor --format json
      """)

  @Argument(
    help: "A dataset whose names are to be drawn.", completion: .file())
  var dataset: String?

  @Option(
    help: ArgumentHelp(
      "A brand whose font is to be drawn in, as a YAML or JSON file.", valueName: "brand.yaml"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var brand: String?

  @Option(help: "How the result is written: text or json.")
  var format = CheckCommand.Format.text

  func run() throws {
    var findings = MachineFinding.program() + [.browser()]
    do {
      if let brand, let typeface = try BrandBook(at: brand).reading(on: .light).brand.typeface {
        findings.append(.font(of: typeface))
      }
      if let dataset { findings.append(.letters(of: try Dataset(at: dataset).ecosystem)) }
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
    switch format {
    case .text:
      let width = findings.map { $0.state.rawValue.count }.max() ?? 0
      for finding in findings {
        let state = finding.state.rawValue
        let gap = String(repeating: " ", count: width - state.count + 2)
        Terminal.print(state + gap + finding.subject + ": " + finding.detail)
      }
    case .json:
      try Terminal.write(
        json: MachineReport(version: EcomapCommand.configuration.version, findings: findings))
    }
    if findings.contains(where: { $0.state == .missing }) { throw ExitCode.findings }
  }
}

/// The findings, for programs.
struct MachineReport: Codable {
  let version: String
  let findings: [MachineFinding]
}
