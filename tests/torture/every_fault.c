/* Lets one call in a chosen folder fail, or all calls from one on. Loaded with LD_PRELOAD.

   A call counts if its file lies below the folder and if the chosen error is one that it can have
   in life: a disk that is full fails no call that only reads. The program under test runs as it is;
   it is told what to do by the three functions at the end. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { OPEN_TO_READ = 1, OPEN_TO_WRITE = 2, WRITE = 4, SYNC = 8, RESIZE = 16, NAME = 32 };

static char folder[4096];
static size_t length;
static long seen, at;
static int error, sticky, kinds, fired;

static int below(const char *path) {
    return length && path && !strncmp(path, folder, length)
        && (path[length] == '/' || !path[length]);
}

static int named(int descriptor) {
    char link[64], path[4096];
    if (!length)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0)
        return 0;
    path[size] = 0;
    return below(path);
}

static int fails(int is_ours, int kind) {
    if (!is_ours || !(kinds & kind))
        return 0;
    seen++;
    if (!at || (sticky ? seen < at : seen != at))
        return 0;
    fired++;
    errno = error;
    return 1;
}

#define REAL(type, name, ...)                                              \
    static type (*real)(__VA_ARGS__);                                      \
    if (!real)                                                             \
        real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define MODE                                                               \
    mode_t mode = 0;                                                       \
    if (flags & (O_CREAT | O_TMPFILE)) {                                   \
        va_list rest;                                                      \
        va_start(rest, flags);                                             \
        mode = va_arg(rest, mode_t);                                       \
        va_end(rest);                                                      \
    }

static int kind_of(int flags) {
    return (flags & O_ACCMODE) == O_RDONLY && !(flags & O_CREAT) ? OPEN_TO_READ : OPEN_TO_WRITE;
}

#define OPENS(symbol)                                                      \
    int symbol(const char *path, int flags, ...) {                         \
        MODE REAL(int, #symbol, const char *, int, ...);                   \
        return fails(below(path), kind_of(flags)) ? -1 : real(path, flags, mode); \
    }
OPENS(open)
OPENS(open64)

#define OPENS_AT(symbol)                                                   \
    int symbol(int from, const char *path, int flags, ...) {               \
        MODE REAL(int, #symbol, int, const char *, int, ...);              \
        return fails(below(path), kind_of(flags)) ? -1 : real(from, path, flags, mode); \
    }
OPENS_AT(openat)
OPENS_AT(openat64)

ssize_t write(int descriptor, const void *data, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return fails(named(descriptor), WRITE) ? -1 : real(descriptor, data, size);
}

#define PWRITES(symbol)                                                    \
    ssize_t symbol(int descriptor, const void *data, size_t size, off_t place) { \
        REAL(ssize_t, #symbol, int, const void *, size_t, off_t);          \
        return fails(named(descriptor), WRITE) ? -1 : real(descriptor, data, size, place); \
    }
PWRITES(pwrite)
PWRITES(pwrite64)

#define SYNCS(symbol)                                                      \
    int symbol(int descriptor) {                                           \
        REAL(int, #symbol, int);                                           \
        return fails(named(descriptor), SYNC) ? -1 : real(descriptor);     \
    }
SYNCS(fsync)
SYNCS(fdatasync)

#define RESIZES(symbol)                                                    \
    int symbol(int descriptor, off_t size) {                               \
        REAL(int, #symbol, int, off_t);                                    \
        return fails(named(descriptor), RESIZE) ? -1 : real(descriptor, size); \
    }
RESIZES(ftruncate)
RESIZES(ftruncate64)

#define NAMES(symbol)                                                      \
    int symbol(const char *old, const char *new) {                         \
        REAL(int, #symbol, const char *, const char *);                    \
        return fails(below(old) || below(new), NAME) ? -1 : real(old, new); \
    }
NAMES(rename)
NAMES(link)

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    return fails(below(path), NAME) ? -1 : real(path);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    return fails(below(path), NAME) ? -1 : real(path, mode);
}

/* Count the calls below a folder that can have an error; let the one at a place fail, if it is not
   0, and with it all that follow if the error is to stay. */
void faults_begin(const char *path, int number, long place, int stays) {
    snprintf(folder, sizeof folder, "%s", path);
    length = strlen(folder);
    error = number;
    at = place;
    sticky = stays;
    seen = fired = 0;
    switch (number) {
    case ENOSPC: kinds = OPEN_TO_WRITE | WRITE | SYNC | RESIZE | NAME; break;
    case EROFS: case EACCES: kinds = OPEN_TO_WRITE | NAME; break;
    case EMFILE: kinds = OPEN_TO_READ | OPEN_TO_WRITE; break;
    default: kinds = OPEN_TO_READ | OPEN_TO_WRITE | WRITE | SYNC | RESIZE | NAME;
    }
}

/* From now on nothing fails; returns how many calls were counted. */
long faults_end(void) {
    length = 0;
    return seen;
}

/* How many calls failed. */
int faults_fired(void) { return fired; }
