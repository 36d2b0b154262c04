import { type ConnectionSettings, connectionSettings } from '../../postgres/connection/connection-settings.ts';
import type { Environment } from '../../postgres/connection/environment.ts';
import { maskUrl } from '../../postgres/connection/mask-url.ts';
import { parseConnectionString } from '../../postgres/connection/parse-connection-string.ts';
import type { PlumbConfig } from '../config.ts';
import type { Setting, Source } from './source.ts';
import { byDefault } from './target.ts';
import { type VariableLevel, variable } from './variables.ts';

interface Places {
  readonly flag: string | undefined;
  readonly config: PlumbConfig;
  readonly configName: string | null;
  /** The environment, then `.env` files. */
  readonly levels: readonly VariableLevel[];
}

/**
 * The server that shadows are made on, of which nothing is completed from what is said of the project's database: it is
 * another one.
 */
export function resolveShadowServer(
  places: Places,
  env: Environment,
): { readonly server: ConnectionSettings | null; readonly setting: Setting } {
  const [stated] = statedIn(places);
  if (stated === undefined) {
    return { server: null, setting: byDefault('shadow.url', null, 'the embedded server') };
  }
  const { text, source } = stated;
  const server = connectionSettings(parseConnectionString(text, source.detail), {
    env,
    nameOf: (parameter) => `${parameter} in ${source.detail}`,
  });
  return { server, setting: { name: 'shadow.url', value: maskUrl(text), source } };
}

interface Stated {
  readonly text: string;
  readonly source: Source;
}

function statedIn({ flag, config, configName, levels }: Places): readonly Stated[] {
  const [environment = [], ...files] = levels.map((level) => {
    const text = variable(level, name);
    return text === undefined ? [] : [{ text, source: { kind: level.kind, detail: `${name} in ${level.place}` } }];
  });
  return [
    ...(flag === undefined ? [] : [{ text: flag, source: { kind: 'flag', detail: '--shadow-url' } as const }]),
    ...environment,
    ...(config.shadow?.url
      ? [{ text: config.shadow.url, source: { kind: 'config', detail: `shadow.url in ${configName}` } as const }]
      : []),
    ...files.flat(),
  ];
}

const name = 'PLUMB_SHADOW_URL';
