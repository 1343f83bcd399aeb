import Foundation
import TestSupport
import Testing

@testable import Cartography
import GraphvizKit

struct LogoTests {
  @Test func sizeIsRead() throws {
    let png = try Logo(SampleLogo.png())
    #expect(png.format == .png && png.pixelWidth == 264 && png.pixelHeight == 64)
    let jpeg = try Logo(SampleLogo.jpeg)
    #expect(jpeg.format == .jpeg && jpeg.pixelWidth == 16 && jpeg.pixelHeight == 8)
  }

  private func fault(_ bytes: [UInt8]) -> LogoFault? {
    do throws(LogoFault) {
      _ = try Logo(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func cutFilesAreRefused() throws {
    for whole in [try SampleLogo.png(), SampleLogo.jpeg] {
      for length in stride(from: 0, to: whole.count - 1, by: max(1, whole.count / 97)) {
        #expect(fault(Array(whole.prefix(length))) != nil, "\(length) of \(whole.count) bytes")
      }
    }
  }

  @Test func changedPNGsAreRefused() throws {
    let whole = try SampleLogo.png()
    for position in stride(from: 0, to: whole.count, by: 41) {
      var bytes = whole
      bytes[position] ^= 0x20
      #expect(fault(bytes) != nil, "byte \(position)")
    }
  }

  @Test func otherFilesAreRefusedWithTheReason() {
    #expect(fault(Array("<?xml version=\"1.0\"?><svg xmlns=\"x\"/>".utf8)) == .vectors)
    #expect(fault(Array("GIF89a".utf8)) == .unknownFormat)
    #expect(fault([]) == .unknownFormat)
    #expect(fault([UInt8](repeating: 0, count: 3 << 20)) == .tooManyBytes(3 << 20))
    // A frame header of four components, as printers want it.
    let printed: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xC0, 0, 20, 8, 0, 8, 0, 16, 4] + [UInt8](repeating: 0, count: 12)
      + [0xFF, 0xD9]
    #expect(fault(printed) == .printColours)
    var large = printed
    large[11] = 3
    large[7] = 0xFF
    #expect(fault(large) == .tooManyDots(16, 0xFF08))
    for fault in [LogoFault.vectors, .unknownFormat, .damaged, .printColours] {
      #expect(fault.message.contains("export it"))
    }
  }

  @Test func logoSurvivesJSON() throws {
    let logo = try Logo(SampleLogo.png(), label: "Ünïcode", height: 33)
    let data = try JSONEncoder().encode(logo)
    #expect(try JSONDecoder().decode(Logo.self, from: data) == logo)
    #expect(data.count < logo.bytes.count * 3 / 2 + 200)
  }

  @Test func wideLogosTakeAQuarterOfASlideAtMost() throws {
    let logo = try Logo(SampleLogo.png(), height: 1_000)
    #expect(logo.height == 40)
    let narrow = logo.frame(on: .init(width: 360, height: 240))
    #expect(narrow.width <= 90 && narrow.x + narrow.width == 338)
  }
}
