import Cartography
import Containers
import Ecomap
import EcosystemModel
import GraphvizKit

@testable import Interchange
@testable import Publishing

/// Every reader of files that people bring along.
enum Reader: String, CaseIterable {
  case csv, xlsx, xml, json, yaml, dot, dl, vna, gexf, graphml, pptx, brand

  func read(_ input: [UInt8]) -> Outcome {
    switch self {
    case .csv: dataset(Parts(input, else: "people.csv").files)
    case .xlsx: workbook(Parts(input, else: Self.sheet).archive(over: Self.workbook))
    case .xml: markup(input)
    case .pptx: template(Parts(input, else: Self.master).archive(over: Self.presentation))
    case .brand: brand(input)
    case .json, .yaml, .dot, .dl, .vna, .gexf, .graphml: dataset([("d.\(rawValue)", input)])
    }
  }

  private func dataset(_ files: [(name: String, bytes: [UInt8])]) -> Outcome {
    do {
      let dot = Dataset.structure(by: .inProcess)
      return Outcome(dataset: try Dataset.read(files: files, dot: dot))
    } catch {
      return Outcome(messages: [error.message])
    }
  }

  /// Reads a workbook, and puts messages into a copy of it, which has to be one too.
  private func workbook(_ archive: [UInt8]) -> Outcome {
    let places = [1, 3, 40].map { Location(file: "w.xlsx", sheet: "people", line: $0, column: 2) }
    let messages = places.map {
      Diagnostic(severity: .error, rule: "r", message: "m", location: $0)
    }
    if let copy = try? WorkbookAnnotation(messages).copy(of: archive, file: "w.xlsx") {
      do {
        _ = try WorkbookFile.open(copy, file: "w.xlsx").entries.count
      } catch {
        fatalError("An annotated copy is no workbook: \(error.message)")
      }
    }
    return dataset([("w.xlsx", archive)])
  }

  private func markup(_ input: [UInt8]) -> Outcome {
    do {
      let root = try Markup.root(of: input, names: .written)
      return Outcome(
        isUnusual: String(decoding: root.document, as: UTF8.self).contains(Outcome.trap))
    } catch {
      return Outcome(messages: [error.message])
    }
  }

  private func template(_ archive: [UInt8]) -> Outcome {
    do {
      let options = PresentationOptions(template: archive)
      let base = try PresentationBase(options, theme: .named(.light))
      _ = try Presentation(title: "x", base: base, slides: []).bytes()
      let width = base.presentation.first("p:sldSz")?["cx"]
      return Outcome(isUnusual: width?.contains(Outcome.trap) ?? false)
    } catch {
      return Outcome(messages: [error.message])
    }
  }

  private func brand(_ input: [UInt8]) -> Outcome {
    var reading = BrandFileReading(path: "b.yaml", colourKeys: ["accent", "line"])
    reading.read(input, isJSON: input.first == UInt8(ascii: "{"))
    return Outcome(
      messages: reading.file.diagnostics.map(\.description),
      isUnusual: reading.file.light.colours.contains { $0.text.contains(Outcome.trap) })
  }

  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let master = "ppt/slideMasters/slideMaster1.xml"

  /// The workbook that an input changes parts of.
  private static let workbook: [ZipArchive.Entry] = {
    let book = Workbook(
      ["companies", "people"].map { .init(name: $0, rows: [[.init(.text("name"))]]) })
    return (try? book.bytes()).flatMap { try? ZipArchive.unpacked($0) } ?? []
  }()

  /// The presentation that an input changes parts of.
  private static let presentation: [ZipArchive.Entry] = {
    let base = PresentationBase.standard(.named(.light))
    return (try? Presentation(title: "x", base: base, slides: []).bytes())
      .flatMap { try? ZipArchive.unpacked($0) } ?? []
  }()
}
