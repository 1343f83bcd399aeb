import Ecomap
import EcosystemModel
import Interchange

/// What came of one input, and what must be true of it.
struct Outcome {
  /// What a user would read.
  var messages: [String] = []
  /// The dataset, `nil` where none was read.
  var dataset: Dataset?
  private var hasErrors = false
  /// Whether what was read holds the ``trap``: there a fault is planted.
  var isUnusual = false

  /// A character that stands in no seed, so that it has to be brought into a name, and the name through the reader.
  static let trap: Character = "7"

  init(messages: [String] = [], isUnusual: Bool = false) {
    self.messages = messages
    self.isUnusual = isUnusual
  }

  init(dataset: Dataset) {
    self.dataset = dataset
    let diagnostics = dataset.check()
    messages = diagnostics.map(\.description)
    hasErrors = diagnostics.contains { $0.severity == .error }
    let names = dataset.ecosystem.companies.map(\.name) + dataset.ecosystem.people.map(\.name)
    isUnusual = names.contains { $0.contains(Self.trap) }
  }

  /// Ends the process where one of the laws is broken.
  func hold() {
    for message in messages { require(!message.isEmpty, "A message says nothing.") }
    if let dataset, !hasErrors { holdRoundTrip(of: dataset) }
  }

  /// What was read without fault is written without fault, and is the same again.
  private func holdRoundTrip(of dataset: Dataset) {
    let formats = FileFormat.all.filter {
      if case .dataset(let form) = $0 { form != .xlsx } else { false }
    }
    for format in formats {
      guard let written = try? dataset.ecosystem.files(as: format) else { continue }
      let files = written.files.map {
        (name: $0.name.isEmpty ? "d.\(format.name)" : $0.name, bytes: $0.bytes)
      }
      guard files.count > 1 || format.name != "csv" else { continue }
      do {
        let again = try Dataset.read(files: files)
        require(
          !Outcome(dataset: again).hasErrors,
          "Written as \(format.name): \(again.diagnostics.map(\.description))")
        require(
          again.ecosystem.csvFiles.map(\.text) == dataset.ecosystem.csvFiles.map(\.text),
          "Written as \(format.name), it reads as something else.")
      } catch {
        fatalError("Written as \(format.name): \(error.message)")
      }
    }
  }
}

/// Ends the process with a sentence; a precondition of optimised code says none.
func require(_ isTrue: Bool, _ message: @autoclosure () -> String) {
  if !isTrue { fatalError(message()) }
}
