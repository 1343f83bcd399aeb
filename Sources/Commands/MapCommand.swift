public import ArgumentParser
import Cartography
import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange
public import Publishing

/// `ecomap map`: draws a dataset.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draws a dataset as a map for a slide, a document or the browser.",
    discussion: """
      Without --view the map that suits the dataset is drawn, and the reason is told. Every map carries a title, a legend, \
      and a line that counts what is shown, folded and left out. A map too full for a slide is made to fit, the least \
      informative first: shapes are shortened to names, those with the same links share a shape that lists them, those linked to \
      one other only are listed with it or counted, and last the least connected go. --show-all draws everything.

      EXAMPLES
        ecomap map datasets/enhertu -o governance.svg
        ecomap map datasets/enhertu --as-of 2019-05-01 -o before.png -o before.pdf
        ecomap map datasets/enhertu --view people --where company=AstraZeneca -o az.svg
        ecomap map datasets/digital-spaghetti --focus "Regulatory" --steps 1 -o focus.svg
        ecomap map datasets/enhertu --view people --roll-up committees -o shared-people.svg
        ecomap map datasets/takeda-portfolio --leaves 3 -o partners.svg
        ecomap map datasets/enhertu --view people --highlight jdc -o jdc.png
        ecomap map datasets/enhertu --view people --size betweenness --colour pagerank -o brokers.png
        ecomap map datasets/enhertu --all-views -o pictures --format svg --format png
        ecomap map datasets/enhertu -o board.pptx --template corporate.potx
        ecomap map datasets/enhertu -o clickable.html
        ecomap map datasets/digital-spaghetti --brand datasets/digital-spaghetti/brand.yaml -o branded.png
        ecomap map datasets/enhertu --as-of 2020-06-01 --since 2019-05-01 -o change.png
        ecomap map datasets/evenity --view peers --focus evenity-alliance -o sides.pptx
        ecomap map datasets/enhertu --view overlap --focus "JLT|JDC" --as-of 2020-06-01 -o both.png
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup(title: "Slides") var slides: SlideOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where to write: a file ending in svg, png, pdf, pptx, html, dot, diagram.json or laid-out.json, or - for standard output. May be repeated.",
      valueName: "file"), completion: .file())
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "The format, where the file's name does not tell: svg, png, pdf, pptx, html, dot, diagram-json or laid-out-json. With --all-views, or without --output, it may be repeated.",
      valueName: "format"))
  var format: [OutputFormat] = []

  @Option(
    help: ArgumentHelp(
      "Mark what changed since a day, or since another dataset: new, gone, changed; all else pale.",
      valueName: "day|dataset"), completion: .file())
  var since: String?

  @Flag(help: "Draw every saved view into the folder given by --output.")
  var allViews = false

  @Flag(help: "Say how legible the map is on a slide.")
  var stats = false

  @OptionGroup(title: "Layout") var layout: LayoutOptions

  func validate() throws {
    if allViews && output.count != 1 {
      throw ValidationError("--all-views needs one folder to write into: -o FOLDER.")
    }
    if allViews && since != nil {
      throw ValidationError("--since marks the changes on one map; choose it with --view.")
    }
    if !allViews && !output.isEmpty && format.count > 1 {
      throw ValidationError("A file has one --format; repeat --output, with endings that tell it.")
    }
    if !allViews, format.isEmpty {
      try FormerFormat.refuse(output, writing: ["pptx", "svg", "png", "pdf"])
    }
    for name in output where !allViews && format.isEmpty && OutputFormat(fileName: name) == nil {
      throw ValidationError(
        "The name “\(name)” tells no format; end it in .svg, .png, .pdf or .pptx, or say --format svg."
      )
    }
  }

  func run() throws { try options.branding.speaking(make) }

  private func make() throws {
    try InputFiles(
      data.inputs + [since, options.branding.brand, slides.template, layout.othersWork]
    ).refuse(allViews ? output : targets.map(\.path), replacing: slides.overwrite)
    let dataset = try data.read()
    dataset.nameErrors()
    guard !dataset.ecosystem.isEmpty else {
      Terminal.note(
        "error: there is nothing to draw; `ecomap check \(data.dataset)` says what was read")
      throw ExitCode.findings
    }
    var drawing = try layout.drawing(nil, slides)
    let saved = dataset.ecosystem.views
    let views =
      try allViews
      ? saved.map { try options.resolved($0, in: dataset.ecosystem) }
      : [marked(options.resolved(in: dataset.ecosystem), of: dataset)]
    drawing.brand = try options.branding.book(for: Set(views.map { $0.theme ?? .light }), slides)
    options.branding.noteFont(
      of: drawing.brand, for: dataset.ecosystem, drawing: allViews ? formats : targets.map(\.format)
    )
    let writer = MapWriter(
      dataset: dataset, options: drawing, wantsStats: stats, replaces: slides.overwrite)
    if allViews {
      try writer.writeAll(
        Array(zip(saved.map(\.name), views)), into: output[0], formats: formats)
    } else {
      try writer.write(views[0], to: targets)
    }
    if dataset.hasErrors { throw ExitCode.findings }
  }

  /// The view, with what changed since `--since` marked on it.
  private func marked(_ view: ResolvedView, of dataset: Dataset) throws -> ResolvedView {
    guard let since else { return view }
    let state = try data.state(since: since, of: dataset, on: options.selection.asOf)
    guard state.dataset != nil || view.snapshot.date != nil else {
      throw ValidationError(
        "--since \(since) needs the day that the map stands for: --as-of 2020-06-01.")
    }
    return try endingWithoutPicture { () throws(EcomapError) in
      try dataset.marking(view, since: [state])
    }
  }

  /// Where to write in which format; into the working folder where nothing is said.
  private var targets: [MapWriter.Target] {
    guard !output.isEmpty else {
      let folder = data.dataset.split(separator: "/").last.map(String.init) ?? "map"
      let stem = folder.split(separator: ".").first.map(String.init) ?? "map"
      return formats.map { .init(path: "\(stem).\($0.fileExtensions[0])", format: $0) }
    }
    return output.map { path in
      .init(path: path, format: format.first ?? OutputFormat(fileName: path) ?? .svg)
    }
  }

  private var formats: [OutputFormat] { format.isEmpty ? [.svg] : format }
}

extension OutputFormat: ExpressibleByArgument {}
