package import EcosystemModel

/// How a dataset is to be read where its files alone do not say.
public struct ReadOptions: Hashable, Sendable {
  /// Foreign column names of a lone file: the contract's column, such as `person`, to the file's header, such as
  /// `Maintainer Name`, or to a field number such as `#1`.
  public var columns: [String: String]
  /// Columns of a lone file whose empty cells repeat the cell above, by contract name, header or field number.
  public var fillDown: [String]
  /// What the ends of a lone edge list are; `nil` means functions for handoffs and companies otherwise.
  package var nodeKind: EntityReference.Kind?

  /// The format of a lone file, where its name does not tell or tells another.
  package var format: FileFormat?
  /// Other names of companies and people, whose rows and cells are read as one.
  package var aliases: AliasList?
  /// Through which mapping a workbook or CSV file is read.
  package var mapping = MappingChoice.beside

  /// Reads files as they are.
  public init() { self.init(columns: [:]) }

  /// Makes options; without any, files are read as they are.
  package init(
    columns: [String: String] = [:], fillDown: [String] = [],
    nodeKind: EntityReference.Kind? = nil, format: FileFormat? = nil,
    aliases: AliasList? = nil, mapping: MappingChoice = .beside
  ) {
    self.columns = columns
    self.fillDown = fillDown
    self.nodeKind = nodeKind
    self.format = format
    self.aliases = aliases
    self.mapping = mapping
  }

  /// The format of a lone file: the one asked for, or else the one its name tells.
  func format(ofFile path: String) throws(ReadError) -> FileFormat {
    if let format { return format }
    return try FileFormat(reading: path)
  }
}
