// Its headers include the system's, whose types the compiler may then count as its own.
internal import CGraphviz

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A thread of the operating system with a stack of a chosen size.
///
/// Stack is only reserved, not used, until needed.
package enum SystemThread {
  /// Starts a body on a thread of its own, with the first stack that the system has room for.
  ///
  /// - Parameters:
  ///   - sizes: The sizes of stack to try, in megabytes.
  ///   - body: What the thread runs.
  /// - Returns: Whether a thread could be started.
  package static func start(
    stacksInMegabytes sizes: [Int], _ body: @escaping @Sendable () -> Void
  ) -> Bool {
    sizes.contains { start(Body(body), stackInMegabytes: $0) }
  }

  private static func start(_ body: Body, stackInMegabytes: Int) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackInMegabytes << 20)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let argument = Unmanaged.passRetained(body)
    let status = pthread_create(&thread, &attributes, runBody, argument.toOpaque())
    if status != 0 { argument.release() }
    return status == 0
  }

  fileprivate final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}

#if canImport(Darwin)
  private func runBody(_ body: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<SystemThread.Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }
#else
  private func runBody(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let body else { return nil }
    Unmanaged<SystemThread.Body>.fromOpaque(body).takeRetainedValue().run()
    return nil
  }
#endif
