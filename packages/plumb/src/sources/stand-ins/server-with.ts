/** How to check with an extension itself: on a server that has it, most easily a container. */
export function serverWith(extension: string, major: number): string {
  const image = images.find(({ holds }) => holds.test(extension))?.image(major);
  if (image === undefined) return 'To check with the extension itself, name a server that has it: --shadow-url.';
  return `To check with the extension itself: \`docker run -d -e POSTGRES_PASSWORD=shadow -p 54329:5432 ${image}\`, and --shadow-url postgres://postgres:shadow@localhost:54329/postgres.`;
}

const images: readonly { readonly holds: RegExp; readonly image: (major: number) => string }[] = [
  { holds: /^(postgis|address_standardizer)/, image: (major) => `postgis/postgis:${major}-3.6` },
  { holds: /^vector$/, image: (major) => `pgvector/pgvector:pg${major}` },
  { holds: /^timescaledb/, image: (major) => `timescale/timescaledb-ha:pg${major}` },
];
