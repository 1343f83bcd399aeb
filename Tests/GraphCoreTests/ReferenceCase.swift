import Foundation
import Testing

@testable import GraphCore

/// A graph with the values that networkx has computed for it.
struct ReferenceCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Alternatives: Decodable, Sendable {
    let source: Int
    let target: Int
    let costs: [Double]
  }

  struct ShortestPathList: Decodable, Sendable {
    let source: Int
    let target: Int
    let distance: Double?
    let paths: [[Int]]
  }

  struct Structure: Decodable, Sendable {
    let components: [[Int]]
    let articulation: [Int]
    let transitivity: Double
    let bridges: [Int]?
    let blocks: [[Int]]?
    let strong: [[Int]]?
    let order: [Int]?
    let ksp: [Alternatives]
    let allShortest: [ShortestPathList]

    enum CodingKeys: String, CodingKey {
      case components, articulation, transitivity, bridges, blocks, strong, order, ksp
      case allShortest = "all-shortest"
    }
  }

  let name: String
  let directed: Bool
  let nodes: Int
  let edges: [[Int]]
  let weights: [Double]
  let nodeValues: [String: [Double?]]
  let edgeValues: [String: [Double]]
  let structure: Structure

  enum CodingKeys: String, CodingKey {
    case name, directed, nodes, edges, weights, structure
    case nodeValues = "node_values"
    case edgeValues = "edge_values"
  }

  var testDescription: String { name }

  var topology: Topology {
    Topology(
      nodeCount: nodes, direction: directed ? .directed : .undirected,
      pairs: edges.map { ($0[0], $0[1]) })
  }

  static let all: [ReferenceCase] = {
    struct Document: Decodable { let cases: [ReferenceCase] }
    do {
      return try ReferenceFile.read("reference.json", as: Document.self).cases
    } catch {
      Issue.record("The reference values cannot be read: \(error)")
      return []
    }
  }()
}
