#pragma once

#include <stddef.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

// Swift cannot call macros, read bit fields or touch C globals, and field types differ between
// Graphviz 2.42 and 13+. Everything of that kind is wrapped here; nothing else is.

static inline void ecomap_restart_random_numbers(void) {
  srand(1);
  srandom(1);
  srand48(1);
}

// Parsing -----------------------------------------------------------------------------------------

// Copies of the C globals that hold the default behaviour.
static inline Agdisc_t ecomap_default_discipline(void) { return AgDefaultDisc; }
static inline Agiddisc_t ecomap_default_ids(void) { return AgIdDisc; }
static inline Agiodisc_t ecomap_default_input(void) { return AgIoDisc; }

// The scanner's line counter is global and keeps counting from the last graph.
static inline Agraph_t *ecomap_read(void *source, Agdisc_t *discipline) {
  agreadline(1);
  return agread(source, discipline);
}

// `neato -n` moves the drawing to the origin unless told not to.
static inline void ecomap_keep_positions(Agraph_t *g) {
  agattr(g, AGRAPH, (char *)"notranslate", (char *)"true");
}

// Puts a folder before the names of the pictures that nodes show; the attribute `imagepath`, meant for that, is not known to
// the plugin that reads JPEG.
static inline void ecomap_set_image_folder(Agraph_t *g, const char *folder) {
  if (!agattr(g, AGNODE, (char *)"image", NULL)) return;
  for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n)) {
    const char *name = agget(n, (char *)"image");
    if (!name || !*name) continue;
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    if (!path) return;
    strcpy(path, folder);
    strcat(path, "/");
    strcat(path, name);
    agset(n, (char *)"image", path);
    free(path);
  }
}

// Messages ----------------------------------------------------------------------------------------

// Up to some version after 2.43, a message longer than the buffer behind `agseterrf` is formatted a
// second time with an argument list that is already used up, which crashes (any long name in a
// warning does). The buffer only ever grows, and a format without arguments cannot be harmed.
static inline void ecomap_widen_message_buffer(size_t count) {
  char *spaces = malloc(count + 1);
  if (!spaces) return;
  memset(spaces, ' ', count);
  spaces[count] = 0;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wformat-security"
  agerr(AGWARN, spaces);
#pragma clang diagnostic pop
  free(spaces);
}

// Objects -----------------------------------------------------------------------------------------

static inline const char *ecomap_graph_name(Agraph_t *g) { return agnameof(g); }
static inline const char *ecomap_node_name(Agnode_t *n) { return agnameof(n); }
static inline const char *ecomap_edge_key(Agedge_t *e) { return agnameof(e); }
static inline Agnode_t *ecomap_edge_tail(Agedge_t *e) { return agtail(e); }
static inline Agnode_t *ecomap_edge_head(Agedge_t *e) { return aghead(e); }
static inline unsigned ecomap_edge_sequence(Agedge_t *e) { return AGSEQ(e); }

// The value of an attribute `label` of a cluster, NULL where no graph has one.
static inline const char *ecomap_label_text(Agraph_t *g) {
  return agget(g, (char *)"label");
}

// Layout ------------------------------------------------------------------------------------------

// Whether a layout is attached, as in the macro LAYOUT_DONE.
static inline int ecomap_has_layout(Agraph_t *g) {
  return aggetrec(g, (char *)"Agraphinfo_t", 0) && GD_drawing(g) ? 1 : 0;
}

static inline pointf ecomap_node_center(Agnode_t *n) { return ND_coord(n); }
static inline double ecomap_node_width_in_inches(Agnode_t *n) { return ND_width(n); }
static inline double ecomap_node_height_in_inches(Agnode_t *n) { return ND_height(n); }
static inline textlabel_t *ecomap_node_external_label(Agnode_t *n) { return ND_xlabel(n); }

static inline splines *ecomap_edge_splines(Agedge_t *e) { return ED_spl(e); }
static inline textlabel_t *ecomap_edge_label(Agedge_t *e) { return ED_label(e); }
static inline textlabel_t *ecomap_edge_head_label(Agedge_t *e) { return ED_head_label(e); }
static inline textlabel_t *ecomap_edge_tail_label(Agedge_t *e) { return ED_tail_label(e); }
static inline textlabel_t *ecomap_edge_external_label(Agedge_t *e) { return ED_xlabel(e); }

static inline boxf ecomap_graph_box(Agraph_t *g) { return GD_bb(g); }
static inline textlabel_t *ecomap_graph_label(Agraph_t *g) { return GD_label(g); }
static inline int ecomap_cluster_count(Agraph_t *g) { return GD_n_cluster(g); }
// Graphviz counts clusters from 1; `index` counts from 0.
static inline Agraph_t *ecomap_cluster(Agraph_t *g, int index) { return GD_clust(g)[index + 1]; }

static inline int ecomap_label_is_placed(textlabel_t *label) { return label->set ? 1 : 0; }
static inline pointf ecomap_label_center(textlabel_t *label) { return label->pos; }
static inline pointf ecomap_label_size(textlabel_t *label) { return label->dimen; }

// Rendering ---------------------------------------------------------------------------------------

// Dots per inch of the next rendering; 0 leaves the choice to the format.
static inline double ecomap_resolution(Agraph_t *g) { return GD_drawing(g)->dpi; }
static inline void ecomap_set_resolution(Agraph_t *g, double dpi) { GD_drawing(g)->dpi = dpi; }
// The `size` attribute in points, 0 if not given.
static inline pointf ecomap_size_limit(Agraph_t *g) { return GD_drawing(g)->size; }

// The length is `unsigned int` up to Graphviz 12 and `size_t` from 13; the type of the function that
// was declared decides, so that no version number can be wrong.
typedef int (*ecomap_render_data_before_13)(
    GVC_t *, graph_t *, const char *, char **, unsigned int *);

static inline int ecomap_render(
    GVC_t *context, Agraph_t *g, const char *format, char **bytes, size_t *count) {
  __typeof__(_Generic(
      &gvRenderData, ecomap_render_data_before_13: (unsigned int)0, default: (size_t)0)) length = 0;
  int status = gvRenderData(context, g, format, bytes, &length);
  *count = length;
  return status;
}

// Process -----------------------------------------------------------------------------------------

#ifdef __APPLE__
#include <crt_externs.h>
static inline char *const *ecomap_environment(void) { return *_NSGetEnviron(); }
#else
extern char **environ;
static inline char *const *ecomap_environment(void) { return environ; }
#endif

static inline void ecomap_use_one_heap(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
#endif
}

// Closes what the new process would inherit from a descriptor on, where the C library can.
#ifdef __GLIBC__
#if __GLIBC_PREREQ(2, 34)
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
static inline void ecomap_close_from(posix_spawn_file_actions_t *actions, int first) {
  posix_spawn_file_actions_addclosefrom_np(actions, first);
}
#else
static inline void ecomap_close_from(posix_spawn_file_actions_t *actions, int first) {}
#endif
#endif

// Swift hides `fork`, because of programs with several threads.
static inline pid_t ecomap_fork(void) { return fork(); }
