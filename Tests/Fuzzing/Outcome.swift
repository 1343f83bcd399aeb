import Ecomap
import EcosystemModel
import Interchange

/// What came of one input, and what must be true of it.
struct Outcome {
  /// What a user would read.
  var messages: [String] = []
  /// The dataset, `nil` where none was read.
  var dataset: Dataset?
  /// Whether the input went through parts of the reader that random bytes hardly reach: there a fault is planted.
  var isUnusual = false

  init(messages: [String] = [], isUnusual: Bool = false) {
    self.messages = messages
    self.isUnusual = isUnusual
  }

  init(dataset: Dataset) {
    self.dataset = dataset
    messages = dataset.check().map(\.description)
    let ecosystem = dataset.ecosystem
    isUnusual =
      ecosystem.companies.contains { $0.name.contains("\n") || $0.name.contains("\"") }
      || ecosystem.people.contains { $0.name.contains("\n") || $0.name.contains("\"") }
  }

  /// Ends the process where one of the laws is broken.
  func hold() {
    for message in messages {
      let control = message.unicodeScalars.first { $0.value < 0x20 || $0.value == 0x7F }
      precondition(control == nil, "A message has a control character: \(message.debugDescription)")
      precondition(!message.isEmpty, "A message says nothing.")
    }
    if let dataset, !hasErrors(dataset) { holdRoundTrip(of: dataset) }
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
        precondition(
          !hasErrors(again), "Written as \(format.name): \(again.diagnostics.map(\.description))")
        precondition(
          again.ecosystem.csvFiles.map(\.text) == dataset.ecosystem.csvFiles.map(\.text),
          "Written as \(format.name), it reads as something else.")
      } catch {
        preconditionFailure("Written as \(format.name): \(error.message)")
      }
    }
  }

  private func hasErrors(_ dataset: Dataset) -> Bool {
    dataset.check().contains { $0.severity == .error }
  }
}
