/// The files that the page is made of.
enum PageFiles {
  /// The scripts and the style sheet by their names.
  static let parts: [String: (type: String, bytes: [UInt8])] = [
    "serve.css": ("text/css; charset=utf-8", PackageResources.serve_css),
    "serve.js": (
      "text/javascript; charset=utf-8",
      Array("\"use strict\";\n(() => {\n".utf8)
        + [
          PackageResources.asking_js, PackageResources.menus_js, PackageResources.sheets_js,
          PackageResources.answers_js, PackageResources.opening_js,
        ].joined() + Array("})();\n".utf8)
    ),
  ]

  /// What the page may do: load its own parts, ask its own server, show results in frames.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The page.
  static func page() -> Response {
    var response = Response(type: "text/html; charset=utf-8", PackageResources.serve_html)
    response.fields.append((Response.policy, policy))
    return response
  }

  /// A part of the page.
  static func part(_ name: String) throws(Refusal) -> Response {
    guard let part = parts[name] else { throw Refusal(.notFound, "There is no such part.") }
    return Response(type: part.type, part.bytes)
  }

  /// The page that leads on to the address without the token.
  static func entrance() -> Response {
    let page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>ecomap</title></head>
      <body><p><a href="/">Go on to the page</a></p></body></html>

      """
    return Response(type: "text/html; charset=utf-8", Array(page.utf8))
  }
}
