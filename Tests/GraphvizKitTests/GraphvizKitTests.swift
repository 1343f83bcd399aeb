import Testing

@testable import GraphvizKit
