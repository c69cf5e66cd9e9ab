/**
 * Models that people upload: WebAssembly modules with their manifests, kept in the database, so that every process that
 * shares it has them.
 *
 * <p>They have no versions that people choose: the version is a digest of manifest and module, so that a name and a version
 * mean the same numbers for ever, whoever uploads what. An upload is checked once, within a limit of time, before it is
 * stored; afterwards modules are compiled where and when they are needed.
 */
@NullMarked
package parsweep.sweep.upload;

import org.jspecify.annotations.NullMarked;
