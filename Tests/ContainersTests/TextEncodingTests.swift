import GraphCore
import Testing

@testable import Containers

struct TextEncodingTests {
  private func fault(_ bytes: [UInt8]) -> TextEncoding.Fault? {
    do {
      _ = try TextEncoding.utf8(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func latin1IsRefusedWithLineAndByte() throws {
    let bytes = Array("name\r\nSoci".utf8) + [0xE9] + Array("t\n".utf8)
    let fault = try #require(self.fault(bytes))
    #expect(fault.line == 2)
    #expect(fault.message.hasPrefix("byte 11 is 0xE9 (\"é\" in Latin-1 and Windows-1252)"))
  }

  @Test func nulIsRefused() {
    #expect(fault([0x61, 0x0A, 0, 0x62])?.message.hasPrefix("byte 3 is NUL") == true)
    let wide = "name,company\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(fault(wide)?.message.contains("UTF-16 without") == true)
  }

  @Test(arguments: [true, false])
  func utf16IsRead(isLittleEndian: Bool) throws {
    let text = "name;région\r\n\u{1F600};x\n"
    let units = [0xFEFF] + Array(text.utf16)
    let bytes = units.flatMap { unit in
      isLittleEndian
        ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try TextEncoding.utf8(bytes) == Array(text.utf8))
    #expect(fault(bytes + [0x41]) != nil)
    let half: [UInt8] = isLittleEndian ? [0x3D, 0xD8] : [0xD8, 0x3D]
    #expect(fault(bytes + half)?.line == 3)
  }

  /// The check agrees with the standard library on every text of two bytes and on many longer ones.
  @Test func faultsAreThoseOfTheStandardLibrary() {
    func isText(_ bytes: [UInt8]) -> Bool {
      String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
    }
    var wrong: [[UInt8]] = []
    func compare(_ bytes: [UInt8]) {
      if (TextEncoding.firstFault(in: bytes) == nil) != isText(bytes) { wrong.append(bytes) }
    }
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max { compare([first, second]) }
    }
    var generator = SeededGenerator(seed: 7)
    let edges: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4,
      0xF5,
    ]
    for _ in 0..<20_000 {
      compare((0..<4).map { _ in edges.randomElement(using: &generator) ?? 0 })
    }
    #expect(wrong == [])
  }

  @Test func byteOrderMarkIsDropped() throws {
    #expect(try TextEncoding.utf8([0xEF, 0xBB, 0xBF, 0x61]) == [0x61])
  }
}
