import ArgumentParser
import Ecomap
import EcosystemModel
import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension DatasetOptions {
  /// The state that `--since` names: a day of the dataset, or another dataset, which is read as this one was.
  ///
  /// - Parameters:
  ///   - text: A day, or a file or folder.
  ///   - dataset: The dataset that is asked.
  ///   - day: The day on which the other dataset counts; `nil` for all its rows.
  /// - Returns: The state.
  /// - Throws: The end of the command, where the other dataset cannot be read.
  func state(since text: String, of dataset: Dataset, on day: CalendarDate?) throws -> DatasetState
  {
    if let day = CalendarDate(text) { return DatasetState(on: day) }
    guard FileManager.default.fileExists(atPath: text) else {
      throw ValidationError("“\(text)” is neither a day, such as 2020-06-01, nor a dataset.")
    }
    var before = self
    before.dataset = text
    let other = try before.read(after: dataset)
    other.nameErrors()
    return DatasetState(other, on: day)
  }
}
