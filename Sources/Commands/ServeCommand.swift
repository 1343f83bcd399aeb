import ArgumentParser
import Ecomap
import GraphvizKit
import Interchange
import Viewer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `ecomap serve`: a page in the browser for people who never open a terminal.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Opens a page in the browser: drop a workbook, see its messages, draw and ask.",
    discussion: """
      The page runs on this machine and nobody else reaches it; nothing that is dropped on it leaves the machine or is kept. It \
      is for the browser that opens the printed address, whose token is exchanged for a cookie. A dataset named here is open \
      from the start, and the page follows its file: save it in Excel, and the map changes. Ctrl-C ends it.

      For a team, behind a proxy of the company that asks who they are and speaks https:
        ecomap serve --listen 10.0.0.5:8080 --token-file token.txt --proxy https://maps.example.com

      EXAMPLES
        ecomap serve
        ecomap serve roster.xlsx --open
        ecomap serve datasets/enhertu datasets/evenity
      """)

  @Argument(
    help: ArgumentHelp(
      "What is open from the start: folders of CSV tables, workbooks, or what else other commands read.",
      valueName: "dataset"),
    completion: .file())
  var datasets: [String] = []

  @Flag(help: "Open the page in the browser.")
  var open = false

  @Flag(
    help:
      "Let Save write changed cells into the files of the datasets named here; the former file stays beside, as roster.before.xlsx."
  )
  var write = false

  @Option(
    help: ArgumentHelp(
      "Where to listen: a port, or an address with one, such as 8080 or 127.0.0.1:8080. Elsewhere than on this machine needs --token-file. (default: a free port of this machine)",
      valueName: "address"),
    transform: ListenPlace.argument)
  var listen = ListenPlace.loopback

  @Option(
    help: ArgumentHelp(
      "A file with the token to use, at least 20 letters, that nobody else may read.",
      valueName: "file"),
    completion: .file())
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "The address under which a proxy shows the page, such as https://maps.example.com.",
      valueName: "address"))
  var proxy: String?

  @Option(
    help: ArgumentHelp(
      "After how many minutes without its page what was dropped is forgotten.",
      valueName: "minutes"))
  var forgetAfter = 30

  @Option(
    help: ArgumentHelp("The largest file that may be dropped, in MB.", valueName: "MB"))
  var maxUpload = 64

  func validate() throws {
    guard (1...1440).contains(forgetAfter) else {
      throw ValidationError("--forget-after is from 1 to 1440 minutes.")
    }
    guard (1...1024).contains(maxUpload) else {
      throw ValidationError("--max-upload is from 1 to 1024 MB.")
    }
    guard listen.isLoopback || tokenFile != nil else {
      throw ValidationError(
        "Others reach \(listen.address): say the token with --token-file, and put a proxy with https before it."
      )
    }
    if let proxy, !Gate.isOrigin(proxy) {
      throw ValidationError(
        "--proxy is an address such as https://maps.example.com, with nothing behind it.")
    }
  }

  func run() throws {
    for path in datasets where !FileManager.default.fileExists(atPath: path) {
      Terminal.note("error: there is no file or folder “\(path)”.")
      throw ExitCode.findings
    }
    var limits = SessionLimits()
    limits.forgetAfter = .seconds(forgetAfter * 60)
    limits.upload = maxUpload << 20
    limits.together = max(limits.together, limits.upload)
    let server: Server
    do throws(ServeError) {
      server = try Server(
        at: listen, token: try token(), proxy: proxy,
        catalog: try CommandCatalog(describing: Array(EcomapCommand._dumpHelp().utf8)),
        datasets: datasets, program: LayoutWorker.Program.currentExecutable.path, limits: limits,
        isWriting: write, log: Self.log)
    } catch {
      Terminal.note("error: \(error)")
      throw ExitCode.findings
    }
    MainThread.whenAskedToEnd {
      Terminal.note("Ending; what was dropped on the page is removed.")
      server.stop()
    }
    Terminal.print("ecomap serve is running; open this address, which is for you alone:")
    Terminal.print("  \(server.address)")
    Terminal.print("Ctrl-C ends it.")
    if open, !server.openInBrowser() {
      Terminal.note("No browser could be started; open the address yourself.")
    }
    server.run()
  }

  /// What was asked for and how it ended; what a page asks for again and again is left out.
  @Sendable
  private static func log(_ line: String) {
    let words = line.split(separator: " ")
    guard line.hasPrefix("POST") || words.count > 2 && words[2].first.map({ $0 > "3" }) == true
    else { return }
    Terminal.note(line)
  }

  private func token() throws(ServeError) -> String {
    guard let tokenFile else { return Secret.make() }
    return try Secret.read(from: tokenFile)
  }
}

extension ListenPlace {
  /// Reads an address of the command line.
  fileprivate static func argument(_ text: String) throws -> ListenPlace {
    guard let place = ListenPlace(text) else {
      throw ValidationError("“\(text)” is no port or address, such as 8080 or 127.0.0.1:8080.")
    }
    return place
  }
}
