import { type OpenedSource, type OpenSourceOptions, openSource } from '../../sources/open-source.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';

export interface OpenedSources extends AsyncDisposable {
  readonly from: OpenedSource;
  readonly to: OpenedSource;
}

/** Opens two sources at the same time. Where one can't be opened, the other is closed again. */
export async function openSources(
  from: SchemaSource,
  to: SchemaSource,
  options: OpenSourceOptions,
): Promise<OpenedSources> {
  const [before, after] = await Promise.allSettled([openSource(from, options), openSource(to, options)]);
  if (before.status === 'fulfilled' && after.status === 'fulfilled') {
    const close = async (): Promise<void> => {
      await Promise.all([before.value.close(), after.value.close()]);
    };
    return { from: before.value, to: after.value, [Symbol.asyncDispose]: close };
  }
  for (const each of [before, after]) if (each.status === 'fulfilled') await each.value.close();
  const [reason] = [before, after].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  throw reason;
}
