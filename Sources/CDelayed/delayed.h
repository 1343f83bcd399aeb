#pragma once

#include <dlfcn.h>
#include <stddef.h>

// Libraries that only some commands need are opened when one of those starts its work. A map is drawn in the time that it
// takes to load libzip, libxlsxwriter and qpdf with the ciphers, certificates and pictures that they bring along.

#define DELAYED_FIELD(name) __typeof__(name) *_Nonnull name;

#define DELAYED_FIND(name)                        \
  {                                               \
    void *found = dlsym(library, #name);          \
    if (found == NULL) return NULL;               \
    functions.name = (__typeof__(name) *)found;   \
  }

// Declares `struct LIBRARY_functions`, with a field for each of FUNCTIONS under its own name and type, and
// `LIBRARY_opened()`, which takes them from the program itself where it is linked to the library (as it is on
// macOS), else from the first of the files that is there. It gives nothing where the library is not installed.
#define DELAYED_LIBRARY(LIBRARY, FUNCTIONS, ANY_FUNCTION, ...)                                   \
  struct LIBRARY##_functions {                                                                   \
    FUNCTIONS(DELAYED_FIELD)                                                                     \
  };                                                                                             \
  static inline const struct LIBRARY##_functions *_Nullable LIBRARY##_opened(void) {             \
    static struct LIBRARY##_functions functions;                                                 \
    static const char *_Nonnull const files[] = {__VA_ARGS__};                                   \
    void *library = dlopen(NULL, RTLD_LAZY);                                                     \
    if (library != NULL && dlsym(library, #ANY_FUNCTION) == NULL) library = NULL;                \
    for (size_t index = 0; library == NULL && index < sizeof files / sizeof files[0]; index++) { \
      library = dlopen(files[index], RTLD_LAZY | RTLD_LOCAL);                                    \
    }                                                                                            \
    if (library == NULL) return NULL;                                                            \
    FUNCTIONS(DELAYED_FIND)                                                                      \
    return &functions;                                                                           \
  }
