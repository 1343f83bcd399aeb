# Turns the help of a command into a man page.
#
#     COLUMNS=10000 ecomap help map | awk -v name=ecomap-map -v version=0.2.0 -f manual.awk

function escaped(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  # A line that starts with a dot or a quote would be an instruction.
  sub(/^[.']/, "\\\\\\&&", text)
  return text
}

# Sections are collected, as a man page has another order than the help.
function heading(title) {
  section = title
  if (!(title in lines)) order[++sections] = title
}

function put(text) {
  lines[section] = lines[section] text "\n"
}

/^OVERVIEW: / {
  sub(/^OVERVIEW: /, "")
  sub(/\.$/, "")
  heading("NAME")
  put(escaped(name) " \\- " escaped(tolower(substr($0, 1, 1)) substr($0, 2)))
  # The text below has no heading of its own.
  heading("DESCRIPTION")
  next
}

/^USAGE: / {
  sub(/^USAGE: /, "")
  heading("SYNOPSIS")
  put(".B " escaped($0))
  next
}

# The headings of the help end in a colon and have lists below them, those within a description do not.
/^[A-Z][A-Z ]+:?$/ {
  lists = sub(/:$/, "")
  heading($0 == "SUBCOMMANDS" ? "COMMANDS" : $0)
  next
}

/^$/ {
  if (section == "DESCRIPTION" && lines[section] != "") put(".PP")
  next
}

section == "EXAMPLES" {
  sub(/^  /, "")
  put(escaped($0))
  next
}

/^  See '.*' for detailed help\.$/ { next }

# Names, then two spaces or more, then what they mean; after long names that stands on the next line.
lists && /^  [^ ]/ {
  sub(/^  /, "")
  put(".TP")
  if (match($0, /  +/)) {
    put(".B " escaped(substr($0, 1, RSTART - 1)))
    put(escaped(substr($0, RSTART + RLENGTH)))
  } else {
    put(".B " escaped($0))
  }
  next
}

{
  sub(/^ +/, "")
  put(escaped($0))
}

function print_section(title) {
  if (lines[title] == "") return
  print ".SH " title
  if (title == "EXAMPLES") print ".nf"
  sub(/(\.PP\n)+$/, "", lines[title])
  printf "%s", lines[title]
  if (title == "EXAMPLES") print ".fi"
  lines[title] = ""
}

END {
  print ".TH \"" toupper(name) "\" 1 \"\" \"ecomap " version "\" \"ecomap manual\""
  count = split("NAME SYNOPSIS DESCRIPTION ARGUMENTS OPTIONS COMMANDS", first, " ")
  for (i = 1; i <= count; i++) print_section(first[i])
  for (i = 1; i <= sections; i++) if (order[i] != "EXAMPLES") print_section(order[i])
  print_section("EXAMPLES")
  print ".SH SEE ALSO"
  print name == "ecomap" ? "Every command has a page of its own, such as\n.BR ecomap\\-map (1)." : ".BR ecomap (1)"
}
