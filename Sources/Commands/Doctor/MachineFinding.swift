import Cartography
import Containers
import EcosystemModel
import GraphvizKit
import Insights
import Interchange
import Publishing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Something that ecomap needs of the machine, and whether it is there.
struct MachineFinding: Codable {
  enum State: String, CaseIterable, Codable {
    /// It is there.
    case fine = "ok"
    /// Not everything works without it.
    case missing
    /// Nothing of ecomap needs it, but people may.
    case note
  }

  let subject: String
  let state: State
  /// What is there, or what is missing and how to get it.
  let detail: String

  /// What the program itself needs, whatever the data.
  static func program() -> [MachineFinding] {
    [
      engines(), pictures(),
      library(.zip, "Excel and PowerPoint files", isThere: ZipArchive.isPossible),
      library(.workbookWriter, "new workbooks", isThere: WorkbookWriter.isPossible),
      library(.pages, "PDF documents", isThere: PDFBook.isPossible),
      library(.yaml, "YAML", isThere: YAMLEvents.isPossible), letters(),
    ]
  }

  private static func engines() -> MachineFinding {
    let broken = LayoutEngine.allCases.filter { draw(with: $0, []) == nil }
    guard let version = try? GraphvizEngine.version(), broken.count < LayoutEngine.allCases.count
    else {
      return MachineFinding(
        subject: "Graphviz", state: .missing,
        detail: "it cannot lay anything out; " + reinstalling)
    }
    return MachineFinding(
      subject: "Graphviz", state: broken.isEmpty ? .fine : .missing,
      detail: broken.isEmpty
        ? "version \(version), all layout engines"
        : "version \(version), without \(Phrase.list(broken.map(\.rawValue))); " + reinstalling)
  }

  private static let reinstalling =
    "install it again (Debian and Ubuntu: apt-get install --reinstall libgvc6, macOS: brew reinstall graphviz)"

  private static func pictures() -> MachineFinding {
    let formats: [RenderFormat] = [.svg, .png, .pdf]
    let broken = formats.filter { draw(with: .dot, [$0]) == nil }
    return MachineFinding(
      subject: "pictures", state: broken.isEmpty ? .fine : .missing,
      detail: broken.isEmpty
        ? "SVG, PNG and PDF"
        : "no \(Phrase.list(broken.map { $0.rawValue.uppercased() }, joint: "or")), which need Graphviz's plugin for Cairo and Pango; "
          + reinstalling)
  }

  /// A small picture, `nil` where it cannot be drawn.
  private static func draw(with engine: LayoutEngine, _ formats: [RenderFormat]) -> LayoutReply? {
    let dot = "digraph { a [pos=\"0,0\"]; b [pos=\"99,99\"]; a -> b }"
    return try? LayoutWorker.shared.run(
      LayoutRequest(dot: dot, engine: engine, formats: formats), timeLimit: .seconds(30))
  }

  private static func library(
    _ library: DelayedLibrary, _ purpose: String, isThere: Bool
  ) -> MachineFinding {
    MachineFinding(
      subject: purpose, state: isThere ? .fine : .missing,
      detail: isThere ? library.name : "they need \(library.isMissing)")
  }

  /// The font in which texts are measured.
  private static func letters() -> MachineFinding {
    let subject = "letters"
    guard let fonts = InstalledFonts() else {
      return MachineFinding(
        subject: subject, state: .note,
        detail: "which fonts are here cannot be asked; install \(Theme.font) if letters overlap")
    }
    return fonts.contains(family: Theme.font)
      ? MachineFinding(subject: subject, state: .fine, detail: Theme.font)
      : MachineFinding(
        subject: subject, state: .missing,
        detail:
          "texts are measured in \(Theme.font), which is not here, so that they may not fit their shapes; install it "
          + "(Debian and Ubuntu: apt-get install fonts-liberation, macOS: brew install --cask font-liberation)"
      )
  }

  /// Where pages can be looked at.
  static func browser() -> MachineFinding {
    let programs = [
      "xdg-open", "firefox", "firefox-esr", "chromium", "chromium-browser", "google-chrome",
      "microsoft-edge", "open",
    ]
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = programs.first { program in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
    return MachineFinding(
      subject: "browser", state: found == nil ? .note : .fine,
      detail: found
        ?? "none here; pages (-o map.html) and reports open in any browser of another machine, too")
  }

  /// Whether the font of a brand is here.
  static func font(of typeface: Typeface) -> MachineFinding {
    let isHere =
      InstalledFonts()?.contains(family: typeface.family)
      ?? LayoutWorker.shared.draws(in: typeface)
    return MachineFinding(
      subject: "font of the brand", state: isHere ? .fine : .missing,
      detail: isHere
        ? typeface.family
        : "“\(typeface.family)” is not here: PNG and PDF are drawn in "
          + "\(Phrase.list(typeface.fallbacks + [Theme.font], joint: "or")), other formats name it; install it from whoever sells it"
    )
  }
}
