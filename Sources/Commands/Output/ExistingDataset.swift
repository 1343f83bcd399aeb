import ArgumentParser
import Ecomap
import GraphvizKit
import Interchange

/// What stands where a dataset is to be written.
enum ExistingDataset {
  /// Ends the command, if there is a dataset at the path.
  ///
  /// What can be read and has a row is one; what nobody can read has nothing to lose.
  static func refuse(at path: String) throws {
    guard let there = try? Dataset(at: OutputFile.folder(path), layout: .shared)
    else { return }
    let rows = there.counts.reduce(0) { $0 + $1.read + $1.leftOut }
    guard rows > 0 else { return }
    Terminal.note(
      "error: “\(path)” is a dataset of \(Phrase.count(rows, "row")) already; name a new one, or say --replace."
    )
    throw ExitCode.findings
  }
}
