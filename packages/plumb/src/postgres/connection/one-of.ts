import { Problem } from '../../contract/problem.ts';
import { nearest } from './nearest.ts';

/** Checks a value against a closed list of words; `name` is what it is called in the message. */
export function oneOf<Word extends string>(words: readonly Word[], value: string, name: string): Word {
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const [meant] = nearest(value, words);
  throw new Problem('CONFIG_INVALID', `${name} is not one of ${words.join(', ')}.`, {
    hint: meant === undefined ? `Choose one of them for ${name}.` : `Did you mean ${meant}?`,
  });
}
