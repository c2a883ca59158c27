// Glibc's module leaves it out.
#include <sys/epoll.h>
