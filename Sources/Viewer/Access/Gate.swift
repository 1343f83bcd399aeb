/// Who may ask: requests to an address of ours, from a page of ours, by a browser that once brought the token.
package struct Gate: Sendable {
  /// The hosts under which the server is known, with their ports.
  private let hosts: Set<String>
  /// The addresses whose pages may send something.
  private let origins: Set<String>
  private let token: String
  /// A name of its own for each port, since browsers send a cookie to all ports of a host.
  private let cookie: String
  private let isSecure: Bool
  /// The address to open, with the token.
  package let address: String

  /// Takes where the server listens.
  ///
  /// - Parameters:
  ///   - place: Where it listens.
  ///   - port: The port that it got.
  ///   - token: What must be in the first address.
  ///   - proxy: The address under which a proxy shows it, such as `https://maps.example.com`; `nil` if there is none.
  package init(_ place: ListenPlace, port: Int, token: String, proxy: String? = nil) {
    let own = place.isLoopback ? ["127.0.0.1", "localhost", "[::1]", place.host] : [place.host]
    var origins = Set(own.map { "http://\($0):\(port)" })
    // The port that browsers leave out.
    if port == 80 { origins.formUnion(own.map { "http://\($0)" }) }
    if let proxy { origins.insert(proxy) }
    self.origins = origins
    hosts = Set(origins.compactMap { $0.split(separator: "//").last.map(String.init) })
    self.token = token
    cookie = "ecomap-\(port)"
    isSecure = proxy?.hasPrefix("https://") ?? false
    address = "\(proxy ?? "http://\(place.host):\(port)")/?token=\(token)"
  }

  /// Whether a text is the address of a server, as a proxy has one: a scheme and a host, nothing behind it.
  package static func isOrigin(_ text: String) -> Bool {
    text.wholeMatch(of: #/https?:\/\/[a-z0-9.\-]+(:[0-9]{1,5})?/#) != nil
  }

  /// Refuses what comes by another name or from another page, such as that of a foreign site whose name leads to this machine.
  func check(_ head: RequestHead) throws(Refusal) {
    guard let host = head.fields["host"]?.lowercased(), hosts.contains(host) else {
      throw Refusal(
        .misdirected, "This server is not known by that name; open the address that it printed.")
    }
    if let origin = head.fields["origin"], !origins.contains(origin.lowercased()) {
      throw Refusal(.forbidden, "Pages of other addresses may not ask here.")
    }
    if let site = head.fields["sec-fetch-site"], site == "cross-site" || site == "same-site",
      head.query["token"] == nil
    {
      throw Refusal(.forbidden, "Pages of other addresses may not ask here.")
    }
    if head.method != "GET", head.method != "HEAD", head.fields["origin"] == nil {
      throw Refusal(.forbidden, "Only the page of this server may send something.")
    }
  }

  /// Whether a request brings the token; `nil` if it brings none.
  func isToken(_ head: RequestHead) -> Bool? {
    head.query["token"].map { Secret.matches($0, token) }
  }

  /// The session that a request belongs to, if any.
  func session(of head: RequestHead) -> String? {
    for pair in head.fields["cookie"]?.split(separator: ";") ?? [] {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].filter({ $0 != " " }) == cookie else { continue }
      return String(sides[1])
    }
    return nil
  }

  /// The field that gives a browser its session.
  func cookie(for session: String) -> String {
    "\(cookie)=\(session); Path=/; HttpOnly; SameSite=Strict\(isSecure ? "; Secure" : "")"
  }
}
