/// What the system says about the memory of this process, in MiB; 0 where it says nothing.
enum Memory {
  static func resident() -> Double { field("VmRSS:") }
  static func peak() -> Double { field("VmHWM:") }

  /// Makes the present resident set the peak.
  static func resetPeak() {
    #if os(Linux)
      try? Files.append("5", to: "/proc/self/clear_refs")
    #endif
  }

  private static func field(_ name: String) -> Double {
    guard let status = Files.text(of: "/proc/self/status") else { return 0 }
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    let number = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    return number.flatMap { Double($0) }.map { $0 / 1024 } ?? 0
  }
}
