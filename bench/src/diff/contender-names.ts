export const contenderNames = {
  plumb: 'pgplumb',
  'plumb-first': 'pgplumb, first time',
  'pg-delta': 'pg-delta',
  drizzle: 'drizzle-kit',
} as const;

export type ContenderId = keyof typeof contenderNames;

export function isContenderId(text: string): text is ContenderId {
  return text in contenderNames;
}
