# Turns the help of a command into a man page.
#
#     COLUMNS=10000 ecomap help map | awk -v name=ecomap-map -v version=0.1.0 -f manual.awk

function escaped(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  # A line that starts with a dot or a quote would be an instruction.
  sub(/^[.']/, "\\\\\\&&", text)
  return text
}

function heading(title) {
  print ".SH " title
  section = title
  isFilled = 1
}

function literal(isWanted) {
  if (isWanted && isFilled) print ".nf"
  if (!isWanted && !isFilled) print ".fi"
  isFilled = !isWanted
}

BEGIN {
  print ".TH \"" toupper(name) "\" 1 \"\" \"ecomap " version "\" \"ecomap manual\""
  isFilled = 1
}

/^OVERVIEW: / {
  sub(/^OVERVIEW: /, "")
  heading("NAME")
  line = $0
  sub(/\.$/, "", line)
  print escaped(name) " \\- " escaped(tolower(substr(line, 1, 1)) substr(line, 2))
  overview = 1
  next
}

/^USAGE: / {
  sub(/^USAGE: /, "")
  if (section == "EXAMPLES") literal(0)
  heading("SYNOPSIS")
  print ".B " escaped($0)
  next
}

# The headings of ArgumentParser end in a colon, those of our own texts do not.
/^[A-Z][A-Z ]+:?$/ {
  literal(0)
  sub(/:$/, "")
  if ($0 == "SUBCOMMANDS") $0 = "COMMANDS"
  heading($0)
  next
}

/^$/ {
  if (section == "EXAMPLES") print ""
  else if (isFilled) print ".PP"
  next
}

# The text below the overview has no heading.
section == "NAME" && overview {
  heading("DESCRIPTION")
  overview = 0
}

section == "EXAMPLES" {
  literal(1)
  sub(/^  /, "")
  print escaped($0)
  next
}

# A column of names, then two spaces or more, then what they mean; long names have their meaning on the next line.
(section == "OPTIONS" || section == "ARGUMENTS" || section == "COMMANDS") && /^  [^ ]/ {
  sub(/^  /, "")
  split_at = match($0, /  +/)
  print ".TP"
  if (split_at) {
    print ".B " escaped(substr($0, 1, split_at - 1))
    print escaped(substr($0, split_at + RLENGTH))
  } else {
    print ".B " escaped($0)
  }
  next
}

{
  sub(/^ +/, "")
  print escaped($0)
}
