#pragma once

#include "../CDelayed/delayed.h"

// Which fonts the plugins of Graphviz would find, asked of Fontconfig, the library that they ask. Its headers are no part of
// Graphviz's; these few declarations have been the same since 2003.

typedef struct _FcConfig FcConfig;
typedef struct _FcPattern FcPattern;
typedef struct _FcCharSet FcCharSet;

typedef struct {
  int nfont;
  int sfont;
  FcPattern *_Nonnull *_Nullable fonts;
} FcFontSet;

FcConfig *_Nullable FcConfigGetCurrent(void);
FcFontSet *_Nullable FcConfigGetFonts(FcConfig *_Nonnull config, int set);
int FcPatternGetString(
    const FcPattern *_Nonnull pattern, const char *_Nonnull object, int n, unsigned char *_Nullable *_Nonnull value);
int FcPatternGetCharSet(
    const FcPattern *_Nonnull pattern, const char *_Nonnull object, int n, FcCharSet *_Nullable *_Nonnull value);
int FcCharSetHasChar(const FcCharSet *_Nonnull set, unsigned int character);

#define LIBFONTCONFIG_FUNCTIONS(F) \
  F(FcConfigGetCurrent) F(FcConfigGetFonts) F(FcPatternGetString) F(FcPatternGetCharSet) F(FcCharSetHasChar)

DELAYED_LIBRARY(
    libfontconfig, LIBFONTCONFIG_FUNCTIONS, FcConfigGetCurrent, "libfontconfig.so.1", "libfontconfig.1.dylib")
