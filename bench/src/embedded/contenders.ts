import type { Contender } from './contender.ts';
import type { ContenderId } from './contender-names.ts';
import { pglite } from './contenders/pglite.ts';
import { plumb } from './contenders/plumb.ts';
import { templateClone } from './contenders/template-clone.ts';
import { wrapper } from './contenders/wrapper.ts';

export const contenders: Readonly<Record<ContenderId, Contender>> = {
  plumb: plumb({ unpacked: true }),
  'plumb-first': plumb({ unpacked: false }),
  wrapper,
  pglite: pglite('create'),
  'pglite-dump': pglite('dump'),
  'pglite-clone': pglite('clone'),
  clone: templateClone({ server: 'default', strategy: '' }),
  'clone-file-copy': templateClone({ server: 'default', strategy: ' STRATEGY FILE_COPY' }),
  'tuned-clone': templateClone({ server: 'tuned', strategy: '' }),
  'tuned-clone-file-copy': templateClone({ server: 'tuned', strategy: ' STRATEGY FILE_COPY' }),
};
