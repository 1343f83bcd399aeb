import EcosystemModel
import Testing

@testable import Interchange

/// What is read of pictures: where everything stands, whoever put it there.
@Suite struct PlacesFileTests {
  private static func memory(_ text: String, _ name: String) throws -> PictureMemory {
    try #require(PlacesFile.pictures(in: Array(text.utf8), named: name).first?.memory)
  }

  private static func svg(_ box: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg">
    <g id="graph0" class="graph"><g id="company&#45;a" class="node company">\(box)</g></g>
    <metadata id="ecomap-places">{"boxes":[{"frame":[10,20,30,40],"key":"company-a","members":["company:a"],"name":"A"}],"groups":[],"height":100,"lines":[{"curves":[{"points":[1,2,3,4]}],"from":"company-a","to":"company-b"}],"recipe":"kind=people asked=people detail=names unit=1.25","width":200}</metadata>
    </svg>
    """
  }

  @Test(arguments: [
    ("<polygon points=\"10,20 40,20 40,60 10,60\"/>", 10.0, 20.0),
    ("<polygon points=\"10.01,20 40.01,20 40,60 10,60\"/>", 10, 20),
    (
      "<g transform=\"translate(5 7)\"><path d=\"M10,20C20,20 30,20 40,20L40,60 10,60z\"/></g>", 15,
      27
    ),
    ("<path d=\"m 60,20 c 10,0 20,0 30,0 v 40 h -30 z\"/>", 60, 20),
    (
      "<rect transform=\"matrix(2 0 0 2 1 1)\" x=\"10\" y=\"20\" width=\"30\" height=\"40\"/>", 21,
      41
    ),
    ("<ellipse cx=\"125\" cy=\"140\" rx=\"15\" ry=\"20\"/>", 110, 120),
  ])
  func aPictureIsReadAsItIsDrawn(box: String, x: Double, y: Double) throws {
    let memory = try Self.memory(Self.svg(box), "a.svg")
    let frame = memory.boxes[0].frame
    #expect(abs(frame.x - x) < 1e-9 && abs(frame.y - y) < 1e-9, "\(frame)")
    #expect(memory.recipe?.unit == 1.25 && memory.recipe?.detail == "names")
    #expect(memory.lines[0].curves[0].points == [1, 2, 3, 4] && memory.width == 200)
  }

  @Test func yEdTellsItsPlaces() throws {
    let memory = try Self.memory(
      """
      <graphml xmlns:y="http://www.yworks.com/xml/graphml"><graph>
      <node id="company:a"><data key="d"><y:ShapeNode><y:Geometry x="1" y="2" width="30" height="40"/><y:NodeLabel>A &amp; Co</y:NodeLabel></y:ShapeNode></data></node>
      <node id="company:b"/>
      <edge source="company:a" target="company:b"/></graph></graphml>
      """, "a.graphml")
    #expect(
      memory.boxes == [
        .init(
          key: "company:a", name: "A & Co", frame: .init(x: 1, y: 2, width: 30, height: 40),
          members: ["company:a"])
      ])
    #expect(memory.lines == [.init(from: "company:a", to: "company:b")] && memory.width == nil)
  }

  @Test func drawIOTellsItsPlaces() throws {
    let memory = try Self.memory(
      """
      <mxfile><diagram name="P"><mxGraphModel><root><mxCell id="0"/>
      <mxCell id="g" vertex="1" parent="0"><mxGeometry x="100" y="50" width="200" height="90"/></mxCell>
      <object id="n1" label="&lt;b&gt;Acme&lt;/b&gt; Ltd"><mxCell vertex="1" parent="g"><mxGeometry x="5" y="6" width="70" height="20"/></mxCell></object>
      <mxCell id="n2" value="Bolt" vertex="1" parent="0"><mxGeometry x="7" y="8" width="60" height="20"/></mxCell>
      <mxCell id="e" edge="1" source="n1" target="n2"/></root></mxGraphModel></diagram></mxfile>
      """, "a.drawio")
    let names = memory.boxes.map(\.name)
    #expect(Set(names) == ["Acme Ltd", "Bolt", ""])
    #expect(memory.lines == [.init(from: "n1", to: "n2")])
  }

  @Test(arguments: [
    ("<mxfile><diagram>7Vtbc</diagram></mxfile>", "a.drawio", "Compressed"),
    ("<svg/>", "a.svg", "carries no places"), ("<a/>", "a.graphml", "graphml"),
    ("{}", "a.laid-out.json", "laid-out"), ("{", "a.laid-out.json", ":1:"),
    ("x", "a.png", "no picture"), ("<graphml/>", "a.graphml", "nothing in it has a place"),
    ("x", "a.pptx", "presentation"),
  ])
  func whatHasNoPlacesIsRefusedInWords(text: String, name: String, words: String) {
    do throws(ReadError) {
      _ = try PlacesFile.pictures(in: Array(text.utf8), named: name)
      Issue.record("\(name) was read")
    } catch {
      #expect(error.message.contains(words) && error.message.contains(name), "\(error.message)")
    }
  }

  @Test func aRecipeIsReadBack() throws {
    var recipe = PictureRecipe()
    (recipe.kind, recipe.asked, recipe.view) = ("landscape", "ecosystem", "who 100 % with whom")
    (recipe.unit, recipe.mostLeaves, recipe.keepsCore) = (1.0 / 3, 12, true)
    (recipe.rollUp, recipe.isLegendBeside) = ("communities", true)
    #expect(PictureRecipe(recipe.description) == recipe)
    #expect(PictureRecipe("") == PictureRecipe() && PictureRecipe("what?") == nil)
  }

  @Test func aTableOfPlacesIsReadBack() throws {
    var memory = PictureMemory(width: 200, height: 100)
    memory.boxes = [
      .init(key: "company-a", name: "", frame: .init(x: 1.25, y: 2, width: 30, height: 40)),
      .init(key: "company-b", name: "", frame: .init(x: 50, y: 2.5, width: 30, height: 40)),
    ]
    memory.lines = [.init(from: "company-a", to: "company-b")]
    memory.groups = [.init(key: "group-Japan", frame: .init(x: 0, y: 0, width: 99, height: 90))]
    var recipe = PictureRecipe()
    (recipe.kind, recipe.asked, recipe.view) = ("people", "people", "who")
    memory.recipe = recipe
    let text = try #require(PlacesTable.csv(memory.places(of: "who")))
    let dataset = try Dataset.read(files: [
      ("companies.csv", Array("name\nA\n".utf8)), ("places.csv", Array(text.utf8)),
    ])
    #expect(dataset.diagnostics.isEmpty, "\(dataset.diagnostics)")
    #expect(dataset.ecosystem.pictures == [memory])
    let without = try Dataset.read(files: [("companies.csv", Array("name\nA\n".utf8))])
    #expect(dataset.fingerprint == without.fingerprint)
  }
}
