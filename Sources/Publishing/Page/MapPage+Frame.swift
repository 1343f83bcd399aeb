/// What stands around the picture; the script fills it in.
extension MapPage {
  /// The title and the choices above the picture.
  static func choices(_ title: String) -> String {
    """
    <a class="skip" href="#ui-table-toggle">Skip the map and go to its table</a>
    <header>
    <h1 dir="auto">\(title)</h1>
    <button type="button" id="ui-theme">Light or dark</button>
    <button type="button" id="ui-help-button">Keys and help</button>
    </header>
    <noscript><p>The picture is whole without scripts; searching and filtering need them.</p></noscript>
    <div class="bar" role="search" aria-label="What is shown">
    <label>Search <input type="search" id="ui-search" autocomplete="off" spellcheck="false"></label>
    <label>Show <select id="ui-column"></select></label>
    <label id="ui-value-field" hidden>that is <select id="ui-value"></select></label>
    <label>Colour by <select id="ui-colour"></select></label>
    <label id="ui-steps-field" hidden>Steps <select id="ui-steps"><option>1</option><option>2</option><option>3</option></select></label>
    <span id="ui-day-field" hidden><label>Day <input type="range" id="ui-day" min="0" step="1"></label>
    <output id="ui-day-text" for="ui-day">all dates</output> <button type="button" id="ui-play">Play</button></span>
    <label id="ui-stated-field" hidden><input type="checkbox" id="ui-stated"> Leave out illustrative rows</label>
    <fieldset id="ui-kinds" hidden><legend>Links</legend></fieldset>
    </div>
    <p id="ui-status" role="status"></p>
    <section id="ui-legend" aria-label="Colours" hidden></section>
    """
  }

  /// What follows the picture: buttons, details, table and help.
  static let frame = """
    <div class="tools" role="group" aria-label="Size of the map">
    <button type="button" id="ui-zoom-in" aria-label="Enlarge">+</button>
    <button type="button" id="ui-zoom-out" aria-label="Make smaller">−</button>
    <button type="button" id="ui-zoom-all">All</button>
    </div>
    <div id="ui-miniature" hidden></div>
    </div>
    <aside id="ui-details" aria-label="Details" hidden></aside>
    </main>
    <footer class="bar" aria-label="Take along">
    <button type="button" id="ui-table-toggle" aria-expanded="false" aria-controls="ui-table">Table of what is shown</button>
    <button type="button" id="ui-save-png">Save as PNG</button>
    <button type="button" id="ui-save-svg">Save as SVG</button>
    <button type="button" id="ui-save-csv">Save rows as CSV</button>
    <button type="button" id="ui-print">Print</button>
    </footer>
    <section id="ui-table" aria-label="Table" hidden></section>
    <dialog id="ui-help" aria-labelledby="ui-help-title">
    <h2 id="ui-help-title">Keys and help</h2>
    <dl>
    <dt><kbd>/</kbd></dt><dd>search; Enter goes to the first that is found</dd>
    <dt>arrows</dt><dd>on the map: to the next shape in that direction</dd>
    <dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>on the map: along the links of the shape, one after the other</dd>
    <dt><kbd>Enter</kbd></dt><dd>details of the shape; click does the same</dd>
    <dt><kbd>f</kbd></dt><dd>only what is near the shape; double click does the same</dd>
    <dt><kbd>p</kbd></dt><dd>the way from the chosen shape to this one, and whom both share; Shift and click does the same</dd>
    <dt><kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd></dt><dd>enlarge, make smaller, show all; the wheel and two fingers do the same</dd>
    <dt>Shift, arrows</dt><dd>move the picture; dragging does the same</dd>
    <dt><kbd>t</kbd></dt><dd>the table</dd>
    <dt><kbd>Esc</kbd></dt><dd>one step back</dd>
    </dl>
    <p>The address of the page keeps what is chosen, so that it can be sent on. The page asks nothing of the network.</p>
    <form method="dialog"><button>Close</button></form>
    </dialog>
    """
}
