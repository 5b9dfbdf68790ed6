# SPDX-License-Identifier: EUPL-1.2
# Copied as the CMakeLists.txt of someone else's project.
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES C)
find_package(dossier 0.1 REQUIRED)
add_executable(consumer consumer.c)
target_link_libraries(consumer PRIVATE dossier::dossier)
