// Its headers include the system's, whose types the compiler may then count as its own.
internal import CGraphviz

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import CGraphviz
import Synchronization

/// The main program of a worker process.
///
/// Requests come in on standard input and replies go out on standard output, both as frames. The
/// process ends when its input does, even in the middle of a layout: it never outlives its parent.
package enum LayoutWorkerMain {
  /// Serves requests until standard input ends.
  package static func run() -> Never {
    // The stack of a crashed worker would be of no use to anyone, and writing it takes seconds.
    var noCoreFile = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(coreFileLimit, &noCoreFile)
    limitMemory()
    // Nor would a backtrace, if the Swift runtime is set to print one.
    for fatal in [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGQUIT] {
      signal(fatal, SIG_DFL)
    }
    // Only one thread allocates; a second heap for it would grow in many small steps.
    ecomap_use_one_heap()
    guard let output = takeStandardOutput(), let inbox = Inbox(),
      output.write(WorkerMessage.greeting)
    else { exit(EXIT_FAILURE) }
    let service = Service(inbox: inbox, output: output)
    guard service.startThread() else { exit(EXIT_FAILURE) }
    // This thread does nothing but read, so that the end of the input is noticed at any time.
    guard let input = FileDescriptor(STDIN_FILENO) else { exit(EXIT_FAILURE) }
    while let header = input.read(exactly: 4) {
      let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
      guard length <= WorkerMessage.largestFrame, let frame = input.read(exactly: length) else {
        break
      }
      inbox.put(frame)
    }
    ImageFolder.removeLast()
    // Not `exit`: its handlers would pull libraries from under the running layout.
    _exit(EXIT_SUCCESS)
  }

  /// Moves standard output aside, so that nothing a library prints gets between the frames.
  private static func takeStandardOutput() -> FileDescriptor? {
    let output = FileDescriptor(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3))
    guard let nowhere = FileDescriptor(open("/dev/null", O_WRONLY)) else { return nil }
    dup2(nowhere.number, STDOUT_FILENO)
    return output
  }

  /// The most address space that a worker may take: a few lines of DOT can ask for millions of edges.
  static let memoryLimit = 4 << 30

  /// Makes the worker fail, instead of the machine, when a layout takes too much memory.
  private static func limitMemory() {
    #if !canImport(Darwin)
      let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
      var limit = rlimit()
      guard getrlimit(resource, &limit) == 0 else { return }
      limit.rlim_cur = min(limit.rlim_cur, rlim_t(memoryLimit))
      setrlimit(resource, &limit)
    #endif
  }

  #if canImport(Darwin)
    private static var coreFileLimit: CInt { RLIMIT_CORE }
  #else
    private static var coreFileLimit: __rlimit_resource_t {
      __rlimit_resource_t(RLIMIT_CORE.rawValue)
    }
  #endif
}

/// Frames that were read and wait for the layout thread.
private final class Inbox: Sendable {
  private let frames = Mutex<[[UInt8]]>([])
  /// The two ends of a pipe that holds one byte per waiting frame.
  private let bell: FileDescriptor
  private let bellRope: FileDescriptor

  init?() {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0, let bell = FileDescriptor(ends[0]),
      let bellRope = FileDescriptor(ends[1])
    else { return nil }
    self.bell = bell
    self.bellRope = bellRope
  }

  func put(_ frame: [UInt8]) {
    frames.withLock { $0.append(frame) }
    _ = bellRope.write([0])
  }

  /// Waits for the next frame.
  func take() -> [UInt8]? {
    guard bell.read(exactly: 1) != nil else { return nil }
    return frames.withLock { $0.removeFirst() }
  }
}

/// The thread that answers requests.
private final class Service: Sendable {
  private let inbox: Inbox
  private let output: FileDescriptor

  init(inbox: Inbox, output: consuming FileDescriptor) {
    self.inbox = inbox
    self.output = output
  }

  /// Starts the thread.
  ///
  /// - Returns: Whether it could be started.
  func startThread() -> Bool {
    // `dot` recurses along paths of the graph; where the system cannot reserve much, less must do.
    SystemThread.start(stacksInMegabytes: [512, 64, 8]) { self.serve() }
  }

  func serve() {
    // A failure shows again, with its reason, in the first request.
    try? GraphvizEngine.warmUp()
    while let frame = inbox.take() {
      let reply = WorkerMessage.encode(Self.outcome(of: frame))
      guard reply.count <= WorkerMessage.largestFrame else {
        send(WorkerMessage.encode(.failure(Self.replyTooLarge)))
        continue
      }
      send(reply)
    }
  }

  private func send(_ frame: [UInt8]) {
    var header = ByteWriter()
    header.write(count: frame.count)
    guard output.write(header.bytes), output.write(frame) else { _exit(EXIT_FAILURE) }
  }

  private static func outcome(of frame: [UInt8]) -> Result<LayoutReply, GraphvizError> {
    do throws(ByteReader.Malformed) {
      let request = try WorkerMessage.request(from: frame)
      return Result { () throws(GraphvizError) in try GraphvizEngine.run(request) }
    } catch {
      let message = "The layout worker got a request that it cannot read; reinstall ecomap."
      return .failure(GraphvizError(code: .invalidReply, message: message))
    }
  }

  private static let replyTooLarge = GraphvizError(
    code: .tooLarge, message: "The drawing exceeds 1 GB; draw less, or lower the resolution.")
}
