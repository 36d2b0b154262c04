import type { ShadowDatabase } from '../../packages/plumb/src/postgres/shadow/shadow.ts';

export type Client = Awaited<ReturnType<ShadowDatabase['connect']>>;
