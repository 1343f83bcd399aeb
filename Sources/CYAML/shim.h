#pragma once

#include <yaml.h>

#include "../CDelayed/delayed.h"

// The functions that we call.
#define LIBYAML_FUNCTIONS(F) \
  F(yaml_event_delete) F(yaml_parser_delete) F(yaml_parser_initialize) F(yaml_parser_parse) \
  F(yaml_parser_set_encoding) F(yaml_parser_set_input_string)

DELAYED_LIBRARY(libyaml, LIBYAML_FUNCTIONS, yaml_parser_parse, "libyaml-0.so.2")
