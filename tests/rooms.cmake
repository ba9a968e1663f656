# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSOURCES=<root> -P rooms.cmake: fails where a file includes one of a room that stands above its own, or where
# README.md names other rooms. The order, from the ground up; README.md says what each is for, core/CMakeLists.txt
# builds from it. Headers beside the rooms of core/ belong to all.
set(core_rooms
  io text machine kernels encoder trace webpage reduction measure data model attribution agreement evaluation bench train sweep)
set(widgets_rooms
  style controls plots text session trace page lesson inspect compare annotate evaluate tradeoff train window)
set(app_rooms start cli desktop)
if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()
cmake_minimum_required(VERSION 3.22)

set(rooms "")
foreach(floor core widgets app)
  list(TRANSFORM ${floor}_rooms PREPEND ${floor}/ OUTPUT_VARIABLE names)
  list(APPEND rooms ${names})
endforeach()
set(pages inspect compare annotate evaluate tradeoff train)

file(GLOB_RECURSE files RELATIVE ${SOURCES} ${SOURCES}/core/*/*.cpp ${SOURCES}/core/*/*.h ${SOURCES}/widgets/*.cpp
  ${SOURCES}/widgets/*.h ${SOURCES}/app/*.cpp ${SOURCES}/app/*.h)
set(wrong "")
foreach(file ${files})
  string(REGEX REPLACE "^([a-z]+/[a-z]+)/.*" "\\1" room ${file})
  list(FIND rooms ${room} floor)
  if(floor EQUAL -1)
    string(APPEND wrong "${file} lies in no room that tests/rooms.cmake knows\n")
    continue()
  endif()
  file(STRINGS ${SOURCES}/${file} lines REGEX "^#include \"(core|widgets|app)/[a-z]+/")
  foreach(line ${lines})
    string(REGEX REPLACE "^#include \"([a-z]+/[a-z]+)/.*" "\\1" included ${line})
    list(FIND rooms ${included} other)
    get_filename_component(page ${room} NAME)
    get_filename_component(other_page ${included} NAME)
    if(other EQUAL -1 OR other GREATER floor OR
        (room MATCHES "^widgets/" AND page IN_LIST pages AND other_page IN_LIST pages AND NOT page STREQUAL other_page))
      string(APPEND wrong "${file} (room ${room}): ${line}\n")
    endif()
  endforeach()
endforeach()
list(LENGTH files count)

# The README's table has a row for each room, in this order.
file(STRINGS ${SOURCES}/README.md rows REGEX "^\\| `(core|widgets|app)/")
set(named "")
foreach(row ${rows})
  string(REGEX MATCHALL "`[a-z]+/[a-z]+/`" names ${row})
  foreach(name ${names})
    string(REGEX REPLACE "`([a-z]+/[a-z]+)/`" "\\1" name ${name})
    if(name IN_LIST rooms)
      list(APPEND named ${name})
    endif()
  endforeach()
endforeach()
if(NOT named STREQUAL rooms)
  string(APPEND wrong "README.md names the rooms ${named}\ninstead of ${rooms}\n")
endif()
if(wrong OR count LESS 100)
  message(FATAL_ERROR "Rooms include downwards only, and pages not each other; of ${count} files, these do not:\n${wrong}")
endif()
