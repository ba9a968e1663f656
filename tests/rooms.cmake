# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSOURCES=<root> -P rooms.cmake: fails where a file includes one of a room that stands above its own.
# The order, from the ground up; README.md says what each is for. Headers beside the rooms of core/ belong to all.
set(rooms
  core/text core/kernels core/trace core/io core/encoder core/reduction core/cost core/data core/rationale core/model
  core/attribution core/evaluation core/train
  widgets/session widgets/models widgets/views widgets/pages widgets/window
  app/cli app/desktop)

file(GLOB_RECURSE files RELATIVE ${SOURCES} ${SOURCES}/core/*/*.cpp ${SOURCES}/core/*/*.h ${SOURCES}/widgets/*.cpp
  ${SOURCES}/widgets/*.h ${SOURCES}/app/*.cpp ${SOURCES}/app/*.h)
set(wrong "")
foreach(file ${files})
  get_filename_component(room ${file} DIRECTORY)
  list(FIND rooms ${room} floor)
  if(floor EQUAL -1)
    string(APPEND wrong "${file} lies in no room that tests/rooms.cmake knows\n")
    continue()
  endif()
  file(STRINGS ${SOURCES}/${file} lines REGEX "^#include \"(core|widgets|app)/[a-z]+/")
  foreach(line ${lines})
    string(REGEX REPLACE "^#include \"([a-z]+/[a-z]+)/.*" "\\1" included ${line})
    list(FIND rooms ${included} other)
    if(other EQUAL -1 OR other GREATER floor)
      string(APPEND wrong "${file} (room ${room}): ${line}\n")
    endif()
  endforeach()
endforeach()
list(LENGTH files count)
if(wrong OR count LESS 100)
  message(FATAL_ERROR "Rooms include downwards only; of ${count} files, these do not:\n${wrong}")
endif()
