#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The driver of libFuzzer, as `FuzzerInterface.h` of the compiler declares it; no module of Swift's has it.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt
) -> CInt

/// The reader that this run is for, as `ECOMAP_READER` names it.
private let reader: Reader = {
  let name = getenv("ECOMAP_READER").map { String(cString: $0) } ?? ""
  guard let reader = Reader(rawValue: name) else {
    let names = Reader.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("ECOMAP_READER must be one of \(names), not “\(name)”.")
  }
  return reader
}()

/// Whether a fault is planted, to see that it is found.
private let isPlanted = getenv("ECOMAP_PLANT") != nil

/// What the driver calls with each input; libFuzzer's own entry asks for it by this name too.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let outcome = reader.read(Array(UnsafeBufferPointer(start: start, count: count)))
  outcome.hold()
  require(!isPlanted || !outcome.isUnusual, "The planted fault is found.")
  return 0
}

private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, testOneInput))
