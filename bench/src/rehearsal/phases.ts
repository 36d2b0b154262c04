const majors = [18, 17, 16, 15, 14];

/** How right it is, on each major. */
export const accuracyPhases = majors.map((major) => ({ id: `accuracy-${major}`, major }));

/** How long it takes. In the order in which they are reported. */
export const timePhases = [
  {
    id: 'one-on-500-cached',
    title: 'One new migration on top of 500 that were checked before',
    before: 500,
    pending: 1,
  },
  { id: 'one-on-500', title: 'One new migration on top of 500 that were never seen', before: 500, pending: 1 },
  { id: 'one-on-1000', title: 'One new migration on top of 1,000 that were never seen', before: 1000, pending: 1 },
  { id: 'all-100', title: '100 migrations from nothing, all of them pending', before: 0, pending: 100 },
  { id: 'all-1000', title: '1,000 migrations from nothing, all of them pending', before: 0, pending: 1000 },
] as const;

export type TimePhase = (typeof timePhases)[number];

export const contenderNames = {
  plumb: 'pgplumb, plumb check',
  hand: 'by hand, the same SQL as often',
} as const;

export type ContenderId = keyof typeof contenderNames;
