#pragma once

#include <zip.h>

#include "../CDelayed/delayed.h"

// The functions that we call.
#define LIBZIP_FUNCTIONS(F) \
  F(zip_close) F(zip_discard) F(zip_error_strerror) F(zip_fclose) F(zip_file_add) F(zip_file_set_dostime) \
  F(zip_fopen_index) F(zip_fread) F(zip_get_error) F(zip_get_name) F(zip_get_num_entries) \
  F(zip_open_from_source) F(zip_source_buffer_create) F(zip_source_close) F(zip_source_free) \
  F(zip_source_keep) F(zip_source_open) F(zip_source_read) F(zip_source_stat) F(zip_stat_index)

DELAYED_LIBRARY(libzip, LIBZIP_FUNCTIONS, zip_close, "libzip.so.5", "libzip.so.4")
