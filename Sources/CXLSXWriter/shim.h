#pragma once

#include <xlsxwriter.h>

#include "../CDelayed/delayed.h"

// The functions that we call.
#define LIBXLSXWRITER_FUNCTIONS(F) \
  F(format_set_align) F(format_set_bg_color) F(format_set_bold) F(format_set_bottom) F(format_set_font_color) \
  F(format_set_font_size) F(format_set_italic) F(format_set_num_format) F(format_set_text_wrap) \
  F(lxw_strerror) F(workbook_add_format) F(workbook_add_worksheet) F(workbook_close) F(workbook_new) \
  F(workbook_set_properties) F(worksheet_autofilter) F(worksheet_conditional_format_range) \
  F(worksheet_data_validation_range) F(worksheet_freeze_panes) F(worksheet_hide) F(worksheet_set_column) \
  F(worksheet_write_blank) F(worksheet_write_boolean) F(worksheet_write_comment_opt) \
  F(worksheet_write_number) F(worksheet_write_string)

DELAYED_LIBRARY(libxlsxwriter, LIBXLSXWRITER_FUNCTIONS, workbook_new, "libxlsxwriter.so." LXW_SOVERSION)
