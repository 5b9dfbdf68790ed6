# SPDX-License-Identifier: EUPL-1.2
# ds_strict(TARGET): how everything of ours is compiled and linked. Warnings
# are errors here and only here; nothing of it reaches who uses the library.
include(CheckPIESupported)
check_pie_supported(LANGUAGES C)

function(ds_strict target)
  set_target_properties(${target} PROPERTIES
    POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
  target_compile_definitions(${target} PRIVATE _GNU_SOURCE)
  # Formats come out of the catalogue, so they cannot all be literals; the
  # catalogue's formats are checked by msgfmt.
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes
    -Wmissing-prototypes -Wformat=2 -Wno-format-nonliteral -Werror)
  target_link_options(${target} PRIVATE -Wl,--as-needed)
  if(DOSSIER_SANITIZE)
    # Of debugging only what a report names: functions and lines.
    target_compile_options(${target} PRIVATE -O1 -g1 -fno-omit-frame-pointer
      -fsanitize=address,undefined -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=address,undefined)
  elseif(CMAKE_BUILD_TYPE STREQUAL Release)
    target_compile_options(${target} PRIVATE
      -O2 -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now)
  endif()
  if(DOSSIER_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
