# SPDX-License-Identifier: EUPL-1.2
# cmake -DMIGRATIONS=… -DQUERIES=… -DPACKS=… -DFOLDER=… -P embed.cmake
#
# Writes assets.h, migrations.c, packs.c, sql_names.h and sql_text.c. Every
# text becomes an array of bytes: no length limit, nothing to escape. Text is
# never handled as a CMake list, where ; [ ] and \ would change it.
cmake_minimum_required(VERSION 3.25)

set(spdx "/* SPDX-License-Identifier: EUPL-1.2 */\n")

# The bytes of a hexadecimal string and a NUL, as a C array in `out`.
function(c_array out name hex)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(REPEAT "." 60 line)
  string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
  set(${out} "static const unsigned char ${name}[] = {\n${bytes}0\n};\n"
    PARENT_SCOPE)
endfunction()

# Unchanged files keep their time, so that nothing is built again for them.
function(put file text)
  file(CONFIGURE OUTPUT ${FOLDER}/${file} CONTENT "${spdx}${text}" @ONLY)
endfunction()

# `files` as an array of struct ds_asset called `array`, named by file name.
function(embed_files output array count files)
  set(text "#include \"assets.h\"\n\n")
  set(rows "")
  set(n 0)
  foreach(path IN LISTS files)
    get_filename_component(name ${path} NAME_WLE)
    file(READ ${path} hex HEX)
    c_array(bytes asset_${n} "${hex}")
    string(APPEND text "${bytes}")
    string(APPEND rows
      "\t{ \"${name}\", asset_${n}, sizeof asset_${n} - 1 },\n")
    math(EXPR n "${n} + 1")
  endforeach()
  put(${output} "${text}
const struct ds_asset ${array}[] = {
${rows}\t{ 0, 0, 0 }
};
const size_t ${count} = ${n};
")
endfunction()

# Migrations are numbered 0001, 0002 … without a hole.
function(check_numbers files)
  set(n 0)
  foreach(path IN LISTS files)
    math(EXPR n "${n} + 1")
    get_filename_component(name ${path} NAME)
    string(REGEX MATCH "^[0-9][0-9][0-9][0-9]_" number "${name}")
    string(REGEX REPLACE "^0*([0-9]+)_$" "\\1" number "${number}")
    if(NOT number STREQUAL n)
      message(FATAL_ERROR "${path}: migration ${n} should stand here")
    endif()
  endforeach()
endfunction()

# One statement, ended by its only ';' (none hides in a string or comment).
function(check_statement path name body)
  string(REGEX REPLACE "--[^\n]*" "" bare "${body}")
  string(REGEX REPLACE "'[^']*'" "''" bare "${bare}")
  string(STRIP "${bare}" bare)
  string(FIND "${bare}" ";" first)
  string(LENGTH "${bare}" length)
  math(EXPR last "${length} - 1")
  if(length EQUAL 0 OR NOT first EQUAL last)
    message(FATAL_ERROR
      "${path}: ${name} must be one statement that ends in ';'")
  endif()
endfunction()

# Adds the statements of one file to the caller's enum, arrays and tables.
function(embed_queries path)
  file(READ ${path} rest)
  string(FIND "\n${rest}" "\n-- name: " at)
  while(NOT at EQUAL -1)
    math(EXPR at "${at} + 9")
    string(SUBSTRING "${rest}" ${at} -1 rest)
    string(FIND "${rest}" "\n-- name: " next)
    string(SUBSTRING "${rest}" 0 ${next} chunk)
    string(REGEX MATCH "^[^\n]*" name "${chunk}")
    if(NOT name MATCHES "^[a-z][a-z0-9_]*$")
      message(FATAL_ERROR "${path}: '${name}' is no name of a statement")
    endif()
    if(name IN_LIST names)
      message(FATAL_ERROR "${path}: the name ${name} is used twice")
    endif()
    list(APPEND names ${name})
    # Not REPLACE: its ^ matches again after each replacement.
    string(REGEX MATCH "^[^\n]*\n(--[^\n]*\n)*" head "${chunk}")
    string(LENGTH "${head}" length)
    string(SUBSTRING "${chunk}" ${length} -1 body)
    string(STRIP "${body}" body)
    check_statement("${path}" ${name} "${body}")
    string(HEX "${body}" hex)
    c_array(bytes sql_${name} "${hex}")
    string(TOUPPER ${name} upper)
    string(APPEND entries "\tDS_SQL_${upper},\n")
    string(APPEND arrays "${bytes}")
    string(APPEND texts "\t(const char *)sql_${name},\n")
    string(APPEND labels "\t\"${name}\",\n")
    math(EXPR at "${next} + 1")
    if(next EQUAL -1)
      set(at -1)
    else()
      string(SUBSTRING "${rest}" ${at} -1 rest)
      set(at 0)
    endif()
  endwhile()
  foreach(name IN ITEMS names entries arrays texts labels)
    set(${name} "${${name}}" PARENT_SCOPE)
  endforeach()
endfunction()

put(assets.h "
#ifndef DS_ASSETS_H
#define DS_ASSETS_H

#include <stddef.h>

struct ds_asset {
	const char *name;		/* the file's name without its ending */
	const unsigned char *bytes;	/* a NUL follows them */
	size_t size;
};

extern const struct ds_asset ds_migrations[];
extern const size_t ds_migration_count;
extern const struct ds_asset ds_packs[];
extern const size_t ds_pack_count;

#endif
")

check_numbers("${MIGRATIONS}")
embed_files(migrations.c ds_migrations ds_migration_count "${MIGRATIONS}")
embed_files(packs.c ds_packs ds_pack_count "${PACKS}")

set(names "")
set(entries "")
set(arrays "")
set(texts "")
set(labels "")
foreach(path IN LISTS QUERIES)
  embed_queries(${path})
endforeach()
put(sql_names.h "
#ifndef DS_SQL_NAMES_H
#define DS_SQL_NAMES_H

enum ds_sql {
${entries}	DS_SQL_COUNT
};

/* One statement and its name for each; a NULL follows the last. */
extern const char *const ds_sql_text[DS_SQL_COUNT + 1];
extern const char *const ds_sql_name[DS_SQL_COUNT + 1];

#endif
")
put(sql_text.c "#include \"sql_names.h\"

${arrays}
const char *const ds_sql_text[DS_SQL_COUNT + 1] = {
${texts}	0
};

const char *const ds_sql_name[DS_SQL_COUNT + 1] = {
${labels}	0
};
")
