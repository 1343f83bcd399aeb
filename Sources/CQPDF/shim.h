#pragma once

#include <qpdf/qpdf-c.h>

#include "../CDelayed/delayed.h"

// The functions that we call.
#define LIBQPDF_FUNCTIONS(F) \
  F(qpdf_add_page) F(qpdf_cleanup) F(qpdf_empty_pdf) F(qpdf_get_buffer) F(qpdf_get_buffer_length) \
  F(qpdf_get_error) F(qpdf_get_error_message_detail) F(qpdf_get_num_pages) F(qpdf_get_page_n) \
  F(qpdf_get_root) F(qpdf_get_trailer) F(qpdf_has_error) F(qpdf_init) F(qpdf_init_write_memory) \
  F(qpdf_make_indirect_object) F(qpdf_oh_append_item) F(qpdf_oh_new_array) F(qpdf_oh_new_dictionary) \
  F(qpdf_oh_new_integer) F(qpdf_oh_new_name) F(qpdf_oh_new_unicode_string) F(qpdf_oh_replace_key) \
  F(qpdf_read_memory) F(qpdf_set_deterministic_ID) F(qpdf_set_object_stream_mode) F(qpdf_silence_errors) \
  F(qpdf_write)

DELAYED_LIBRARY(libqpdf, LIBQPDF_FUNCTIONS, qpdf_init, "libqpdf.so.30", "libqpdf.so.29", "libqpdf.so.28")
