import { Problem } from '../../contract/problem.ts';
import { type Parameters, readParameter } from './parameters.ts';

const pair = /\s*([^\s=]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s\\']|\\.)(?:[^\s\\]|\\.)*)?)(?=\s|$)/sy;

/** Reads libpq's other form of a connection string: `host=localhost dbname=app password='it\'s'`. */
export function parseDsn(text: string, origin: string): Parameters {
  const parameters: Record<string, string> = {};
  const source = text.trimEnd();
  pair.lastIndex = 0;
  while (pair.lastIndex < source.length) {
    const [, key = '', quoted, plain = ''] = pair.exec(source) ?? [];
    if (key === '') {
      throw new Problem('CONFIG_INVALID', `${origin} can not be read as key=value pairs.`, {
        hint: "Write values with spaces in quotes, password='two words', and ' and \\ in them as \\' and \\\\.",
      });
    }
    const value = (quoted ?? plain).replaceAll(/\\(.)/gs, '$1');
    const read = readParameter(key, value, origin);
    if (read !== null && value !== '') parameters[read[0]] = read[1];
  }
  return parameters;
}
