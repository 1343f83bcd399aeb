import EcosystemModel
import TestSupport
import Testing

@testable import Interchange

/// The catalogue of formats is their only list: names, endings, messages and pages agree with it.
struct NetworkFormatTests {
  @Test func namesAndEndingsAreTheirOwn() {
    let names = FileFormat.all.map(\.name)
    #expect(Set(names).count == names.count)
    let endings = NetworkFormat.all.filter(\.isToldByEnding).flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    #expect(
      Set(endings).isDisjoint(with: ["csv", "tsv", "tab", "txt", "yaml", "yml", "json", "xlsx"]))
  }

  @Test(arguments: FileFormat.all)
  func namesAndEndingsLeadToIt(format: FileFormat) throws {
    #expect(FileFormat(named: format.name) == format)
    guard case .network(let network) = format, network.isToldByEnding else { return }
    for ending in network.endings {
      #expect(FileFormat(writing: "folder.x/a.\(ending)") == format)
      guard network.isReadByName else {
        let error = #expect(throws: ReadError.self) { try FileFormat(reading: "a.\(ending)") }
        #expect(error?.code == .unsupportedFormat)
        continue
      }
      #expect(try FileFormat(reading: "a.\(ending.uppercased())") == format)
    }
  }

  @Test func datasetsAreToldByTheirEndings() throws {
    for (path, format) in [
      ("a", DatasetFormat.csv), ("a.csv", .csv), ("a.TSV", .csv), ("a.yml", .yaml),
      ("a.json", .json), ("a.xltm", .xlsx),
    ] {
      #expect(try FileFormat(reading: path) == .dataset(format))
    }
    #expect(FileFormat(writing: "folder/") == .dataset(.csv))
    #expect(FileFormat(writing: "a.b/folder") == .dataset(.csv))
    #expect(FileFormat(writing: "a.xlsx") == .dataset(.xlsx))
    for path in ["a.csv", "a.xlsm", "a.png"] { #expect(FileFormat(writing: path) == nil) }
  }

  @Test func whatIsNotReadIsToldWhatIs() {
    let error = #expect(throws: ReadError.self) { try FileFormat(reading: "a.sav") }
    for format in NetworkFormat.all where format.isReadByName {
      for ending in format.endings {
        #expect(error?.message.contains(".\(ending)") == true, "\(ending)")
      }
    }
  }

  /// The article on networks names formats as the catalogue does, and speaks of what is read only where it is.
  @Test func articleKeepsToTheCatalogue() throws {
    let article = try PackageRoot.text(of: "Sources/Interchange/Documentation.docc/Networks.md")
    let reading = try #require(article.firstRange(of: "\n## In\n"))
    func named(in text: Substring) -> [String] {
      text.matches(of: #/\*([^*\n]+)\*/#).map { String($0.output.1) }
    }
    #expect(named(in: article[...]).count > 3)
    for name in named(in: article[...]) {
      #expect(NetworkFormat.all.contains { $0.title == name }, "There is no format \(name).")
    }
    for name in named(in: article[reading.upperBound...]) {
      #expect(NetworkFormat.all.contains { $0.title == name && $0.isRead }, "\(name) is not read.")
    }
    #expect(article.contains("``NetworkFormat/all``"))
  }

  /// Each format stands in the table of the README, by its ending or by the option that asks for it.
  @Test(arguments: NetworkFormat.all)
  func readmeHasIt(format: NetworkFormat) throws {
    let rows = try PackageRoot.text(of: "README.md").split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
    let sign =
      format.isToldByEnding
      ? "`.\(format.endings[0])`" : format.isFolder ? "folder" : "--to \(format.name)"
    #expect(rows.contains { $0.contains(sign) }, "\(format.name)")
    for tool in format.tools.split(separator: " ") where tool.first?.isUppercase ?? false {
      let word = tool.prefix { $0.isLetter }
      #expect(rows.contains { $0.contains(word) }, "\(format.name): \(word)")
    }
  }

  @Test(arguments: NetworkFormat.all)
  func filesAreOneOrAFolder(format: NetworkFormat) throws {
    let files = try Ecosystem.random(seed: 3).exchanged(as: format).files
    #expect((files.count > 1) == format.isFolder)
    #expect(files.allSatisfy { format.isFolder ? $0.name.hasSuffix(".csv") : $0.name.isEmpty })
  }
}
