/** How many files, and what is asked of them. */
export const speedPhases = [
  { id: '1', title: '1 migration', files: 1 },
  { id: '100', title: '100 migrations', files: 100 },
  { id: '1000', title: '1,000 migrations', files: 1000 },
] as const;

export type SpeedPhase = (typeof speedPhases)[number];

/** What runs, ours first. */
export const runNames = {
  plumb: 'pgplumb, the newest, as it is checked again',
  'plumb-first': 'pgplumb, the newest, for the first time',
  'plumb-all': 'pgplumb, all of them',
  'plumb-static': 'pgplumb, all of them by their text alone',
  'plumb-queries': 'pgplumb, as many queries in files',
  squawk: 'squawk, all of them',
  'postgres-language-server': 'postgres-language-server, all of them',
} as const;

export type RunId = keyof typeof runNames;

/** Beyond this many, rehearsing all is left out: nobody has so many that are pending. */
export const mostRehearsed = 100;

export const findingsPhase = 'findings';
