import Ecomap

/// Runs all examples on shipped datasets, and writes the picture of the README to standard output.
@main
enum Main {
  static func main() throws {
    let datasets = CommandLine.arguments[1]
    let picture = try readme("\(datasets)/enhertu")
    if CommandLine.arguments.contains("tutorial") { try tutorial("\(datasets)/enhertu") }
    try questions("\(datasets)/enhertu")
    try handoffs("\(datasets)/upsher-smith-handoffs")
    do throws(EcomapError) {
      _ = try Dataset(at: "\(datasets)/nowhere")
    } catch {
      print(error.code, error)
    }
    print("—\n" + String(decoding: picture, as: UTF8.self), terminator: "")
  }
}
