import EcosystemModel
import TestSupport
import Testing

@testable import Insights

@Suite struct HeadlineTests {
  private func headline(_ topic: Headline.Topic, _ concerned: Int) -> Headline {
    Headline(topic, "\(topic) \(concerned)", advice: "", concerned: concerned)
  }

  @Test func breachesComeFirstAndNoTopicTakesMoreThanTwo() {
    let all = [
      headline(.load, 40), headline(.handoffs, 3), headline(.overlap, 2), headline(.overlap, 5),
      headline(.overlap, 9), headline(.firewalls, 1), headline(.escalation, 3),
    ]
    #expect(
      all.leading(5).map(\.sentence)
        == ["firewalls 1", "load 40", "overlap 9", "overlap 5", "escalation 3"])
    #expect(all.reversed().leading(5) == all.leading(5))
    #expect(all.leading(2).count == 2 && [Headline]().leading(5).isEmpty)
  }

  /// Every number of a headline is one of its answer's.
  @Test func numbersAreThoseOfTheAnswer() throws {
    let snapshot = Ecosystem.sample.on(nil)
    if let load = try? snapshot.answer(LoadQuestion()), let headline = load.headlines.first {
      #expect(headline.concerned == load.overloadedCount)
      #expect(headline.sentence.hasPrefix("\(load.overloadedCount) of "))
    }
    if let overlap = try? snapshot.answer(OverlapQuestion()) {
      #expect(overlap.headlines.count == overlap.layers.count(where: \.isFault))
    }
    if let walls = try? snapshot.answer(FirewallQuestion()) {
      let breached = walls.pairs.filter { !$0.breaches.isEmpty }
      #expect(walls.headlines.count == breached.count)
      for (headline, pair) in zip(walls.headlines, breached) {
        #expect(headline.sentence.contains(pair.aName) && headline.sentence.contains(pair.bName))
        for breach in pair.breaches { #expect(headline.sentence.contains(breach.name)) }
      }
    }
    if let escalation = try? snapshot.answer(EscalationQuestion()),
      let headline = escalation.headlines.first, let days = escalation.paths[0].expectedDays
    {
      #expect(headline.sentence.contains(Escalation.days(days)))
    }
  }
}
