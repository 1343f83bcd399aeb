package import EcosystemModel

/// The forms in which an ecosystem is written as a dataset.
package enum DatasetFormat: String, CaseIterable, Hashable, Sendable, Codable {
  /// A folder of CSV files.
  case csv
  /// One YAML file.
  case yaml
  /// One JSON file.
  case json
  /// One Excel workbook with a sheet for each table.
  case xlsx
}

extension Ecosystem {
  /// The CSV files of the dataset: their names and texts, in the contract's order.
  ///
  /// Columns of the contract that no row uses are left out; columns of the user's own follow in order of their names.
  /// Reading them gives the same ecosystem, save white space at the ends of texts.
  package var csvFiles: [(name: String, text: String)] {
    let tables = writableTables.map { ("\($0.name.rawValue).csv", CSVWriter.text(of: $0)) }
    return tables.isEmpty ? [("companies.csv", "id,name\n")] : tables
  }

  /// The dataset as one YAML text; reading it gives the same ecosystem.
  package var yamlText: String { YAMLWriter.text(of: writableTables) }

  /// The dataset as one JSON text; reading it gives the same ecosystem.
  package var jsonText: String { JSONWriter.text(of: writableTables) }

  /// Writes the ecosystem as a dataset, each file whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The folder for CSV, made where it is missing; the file otherwise.
  ///   - format: The form.
  /// - Throws: ``WriteError`` where the operating system refuses.
  package func write(to path: String, as format: DatasetFormat) throws(WriteError) {
    switch format {
    case .csv:
      try AtomicFile.makeFolder(path)
      for file in csvFiles { try AtomicFile.write(file.text, to: "\(path)/\(file.name)") }
    case .yaml: try AtomicFile.write(yamlText, to: path)
    case .json: try AtomicFile.write(jsonText, to: path)
    case .xlsx: try workbook.write(to: path)
    }
  }
}
