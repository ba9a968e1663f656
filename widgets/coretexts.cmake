# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSOURCES=<root> -DOUT=<file> -P coretexts.cmake: collects the sentences of core's errors for lupdate, which
# would give each the class around it as context. Core knows no Qt; its sentences are the literals that message(...) and
# Error(...) begin with, where nothing is added to them. Also the titles of metrics, and what steps of training and their options
# say of themselves.
file(GLOB_RECURSE files ${SOURCES}/core/*.cpp ${SOURCES}/core/*.h)
list(SORT files)
set(literal "\"([^\"\\\\]|\\\\.)*\"")
set(texts "")
foreach(file ${files})
  file(READ ${file} content)
  # What CMake's lists would take for their own.
  string(REPLACE ";" "<semicolon>" content "${content}")
  string(REPLACE "[" "<open>" content "${content}")
  string(REPLACE "]" "<close>" content "${content}")
  string(REGEX MATCHALL "(Error|message)\\([ \n]*${literal}([ \n]*${literal})*[ \n]*[,)]" calls "${content}")
  string(REGEX MATCHALL "{Metric::[A-Za-z0-9]+, \"[a-z0-9_]+\", ${literal}" rows "${content}")
  string(REGEX MATCHALL "{\"--[a-z-]+\", \"[a-z_]+\",[ \n]*${literal}" options "${content}")
  string(REGEX MATCHALL "return {{[A-Za-z]+,[ \n]*${literal}" steps "${content}")
  list(APPEND rows ${options} ${steps})
  list(TRANSFORM rows REPLACE ".*,[ \n]*(\"[^\"]*\")$" "message(\\1,")
  list(APPEND calls ${rows})
  foreach(call ${calls})
    string(REGEX REPLACE "^(Error|message)\\([ \n]*" "" call "${call}")
    string(REGEX REPLACE "[ \n]*[,)]$" "" call "${call}")
    string(APPEND texts "QT_TRANSLATE_NOOP(\"core\", ${call})<semicolon>\n")
  endforeach()
endforeach()
string(REPLACE "<semicolon>" ";" texts "${texts}")
string(REPLACE "<open>" "[" texts "${texts}")
string(REPLACE "<close>" "]" texts "${texts}")
file(WRITE ${OUT} "${texts}")
