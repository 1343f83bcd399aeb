import ArgumentParser
import Ecomap
import EcosystemModel
import GraphvizKit
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap places`: keeps where everything stands on a picture with the dataset.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract:
      "Keeps the places of a picture with the dataset, so that later maps stand as it does.",
    discussion: """
      The places go into the table places, by view; map, deck and report use them until --fresh says otherwise. A presentation may \
      have been rearranged by people, and an SVG in a program for drawings: what they moved stays where they put it. Shapes are \
      known by keys; files of other programs by ids and names.

      EXAMPLES
        ecomap places datasets/enhertu --from board.pptx
        ecomap places datasets/enhertu --from arranged.graphml --view governance
        ecomap places datasets/enhertu --from map.svg -o places.csv
      """)

  @OptionGroup(title: "Reading the dataset") var data: DatasetOptions

  @Option(
    help: ArgumentHelp(
      "The picture: an SVG, laid-out JSON or presentation of ours, a GraphML file of yEd, a draw.io file, or DOT with places.",
      valueName: "file"), completion: .file())
  var from: String

  @Option(
    help: ArgumentHelp(
      "The view it shows, where the file does not say: a saved one or a kind of map.",
      valueName: "name"))
  var view: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Where to write the table. (default: places.csv in the folder of the dataset)",
      valueName: "file"), completion: .file())
  var output: String?

  func validate() throws {
    try data.needNames("The table of places goes by the ids of the dataset")
  }

  func run() throws {
    let dataset = try data.read()
    dataset.nameErrors()
    let target = try output ?? table(in: dataset.path)
    try InputFiles([from, data.merge, data.mapping]).refuse([target])
    let found = try endingWithoutPicture { () throws(EcomapError) in
      try dataset.places(from: from, view: view, layout: .shared)
    }
    if !found.unknown.isEmpty {
      let names = found.unknown.prefix(5).map { "“\($0)”" }.joined(separator: ", ")
      Terminal.note(
        "note: \(Phrase.count(found.unknown.count, "shape")) of the picture stand for nothing in the dataset: \(names)"
      )
    }
    guard let text = PlacesTable.csv(found.rows), !found.views.isEmpty else {
      Terminal.note("error: nothing on the picture is in the dataset; is it one of this dataset?")
      throw ExitCode.findings
    }
    try OutputFile.write(Array(text.utf8), to: target)
    let count = found.rows.count { found.views.contains($0.view) }
    Terminal.note(
      "\(Phrase.count(count, "place")) of \(found.views.map { "“\($0)”" }.joined(separator: ", "))")
  }

  /// The table in the folder of a dataset.
  private func table(in path: String) throws -> String {
    guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
      throw ValidationError(
        "\(path) is one file: write the table with -o places.csv, and add it as the sheet or key places."
      )
    }
    return OutputFile.folder(path) + "/places.csv"
  }
}
