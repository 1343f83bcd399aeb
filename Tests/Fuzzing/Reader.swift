import Cartography
import Containers
import Ecomap
import EcosystemModel
import GraphvizKit

@testable import Interchange
@testable import Publishing

/// Every reader of files that people bring along.
enum Reader: String, CaseIterable {
  case csv, xlsx, xml, json, yaml, dot, dl, vna, gexf, graphml, gml, pajek, pptx, update, brand,
    annotate,
    `import`, mapping

  func read(_ input: [UInt8]) -> Outcome {
    switch self {
    case .csv: dataset(Parts(input, else: "people.csv").files)
    case .xlsx:
      dataset([("w.xlsx", Parts(input, else: Self.sheet).archive(over: Self.workbook))])
    case .annotate: annotated(Parts(input, else: Self.sheet).archive(over: Self.workbook))
    case .import: imported(Parts(input, else: "Sheet.csv").files)
    case .mapping: mapped(Parts(input, else: "mapping.yaml").files)
    case .xml: markup(input)
    case .pptx: template(Parts(input, else: Self.master).archive(over: Self.presentation))
    case .update: updated(Parts(input, else: Self.slide).archive(over: Self.board))
    case .brand: brand(input)
    case .json, .yaml, .dot, .dl, .vna, .gexf, .graphml, .gml:
      dataset([("d.\(rawValue)", input)])
    case .pajek: dataset([("d.paj", input)])
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

  /// New data goes into a presentation that somebody edited in whatever way; what comes of it can be opened and updated again.
  private func updated(_ deck: [UInt8]) -> Outcome {
    guard let dataset = Self.dataset(hasNewChair: true) else { return Outcome() }
    var options = UpdateOptions()
    options.drawing.effort = .quick
    do {
      let made = try dataset.update(deck, named: "board.pptx", from: nil, options)
      _ = try dataset.update(made.bytes, named: "board.pptx", from: nil, options)
      let report = made.report
      return Outcome(
        messages: report.changes + report.conflicts + report.notes,
        isUnusual: report.conflicts.contains { $0.contains(Outcome.trap) })
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

  private static let slide = "ppt/slides/slide1.xml"

  /// Four committees, one of which gets another chair.
  private static func dataset(hasNewChair: Bool) -> Dataset? {
    let committees = "name,parent\nBoard,\nTrials,Board\nSales,Board\nLung,Trials\n"
    let seats =
      "person,committee,role\nAnn,Board,chair\nCy,Trials,chair\n\(hasNewChair ? "Bo" : "Di"),Sales,chair\n"
    return try? Dataset.read(
      files: [
        ("committees.csv", Array(committees.utf8)), ("memberships.csv", Array(seats.utf8)),
        ("people.csv", Array("name\nAnn\nBo\nCy\nDi\n".utf8)),
      ], dot: Dataset.structure(by: .inProcess))
  }

  /// The presentation of ours that an input edits.
  private static let board: [ZipArchive.Entry] = {
    var options = DrawingOptions()
    options.effort = .quick
    return
      (try? dataset(hasNewChair: false)?.draw(ViewRequest("governance"), options)
      .bytes(as: .pptx)).flatMap { try? ZipArchive.unpacked($0) } ?? []
  }()

  /// The presentation that an input changes parts of.
  private static let presentation: [ZipArchive.Entry] = {
    let base = PresentationBase.standard(.named(.light))
    return (try? Presentation(title: "x", base: base, slides: []).bytes())
      .flatMap { try? ZipArchive.unpacked($0) } ?? []
  }()
}
