import GraphCore
import Testing

@testable import Containers

struct ZipArchiveTests {
  static let entries: [ZipArchive.Entry] = [
    .init(name: "[Content_Types].xml", bytes: []),
    .init(name: "ümläut/部品.xml", bytes: Array(repeating: 7, count: 100_000)),
  ]

  @Test func archiveGivesBackWhatWasPacked() throws {
    let packed = try ZipArchive.packed(Self.entries)
    #expect(try ZipArchive.unpacked(packed) == Self.entries)
    #expect(packed.count < 2_000)
    #expect(try ZipArchive.packed(Self.entries) == packed)
  }

  @Test func limitsHold() throws {
    let packed = try ZipArchive.packed(Self.entries)
    var limits = ZipLimits()
    limits.entries = 1
    #expect(throws: ZipFault.tooManyEntries(2)) { try ZipArchive.unpacked(packed, limits: limits) }
    limits = ZipLimits()
    limits.unpackedBytes = 99_999
    #expect(throws: ZipFault.tooLarge) { try ZipArchive.unpacked(packed, limits: limits) }
    limits = ZipLimits()
    limits.freeBytes = 1_000
    #expect(throws: ZipFault.suspicious("ümläut/部品.xml")) {
      try ZipArchive.unpacked(packed, limits: limits)
    }
  }

  /// Whatever is damaged is refused in words about reading, or gives back what was packed.
  @Test(arguments: 0..<100)
  func damageIsNoticed(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var packed = try ZipArchive.packed(Self.entries)
    if seed % 2 == 0 {
      packed.removeLast(Int.random(in: 1...packed.count, using: &generator))
    } else {
      packed[Int.random(in: packed.indices, using: &generator)] ^= 0x55
    }
    do {
      for entry in try ZipArchive.unpacked(packed) where entry.name == Self.entries[1].name {
        #expect(entry.bytes == Self.entries[1].bytes)
      }
    } catch {
      #expect(!error.reason.isEmpty && !error.reason.contains("made:"))
    }
  }
}
