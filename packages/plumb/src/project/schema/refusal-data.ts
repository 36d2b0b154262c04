import { qualified } from '../../catalog/identifier.ts';
import type { Refusal } from './diff-schemas.ts';
import { renameFlag } from './renames/rename-flag.ts';

/** Why there is no plan, and what could be answered, for programs. */
export type RefusalData =
  | {
      readonly reason: 'renames';
      readonly choices: readonly {
        readonly what: string;
        readonly was: string;
        readonly is: string;
        /** What says so. `--rename none` says that nothing was renamed. */
        readonly flag: string;
      }[];
    }
  | {
      readonly reason: 'unknown-renames';
      readonly renames: readonly { readonly was: string; readonly is: string; readonly why: string }[];
    }
  | {
      readonly reason: 'data-loss';
      readonly losses: readonly { readonly message: string; readonly objects: readonly string[] }[];
      readonly flag: '--allow data-loss';
    }
  | { readonly reason: 'unproven' };

export function refusalData(refusal: Refusal): RefusalData {
  switch (refusal.reason) {
    case 'renames':
      return {
        reason: 'renames',
        choices: refusal.choices.map((choice) => ({
          what: choice.what,
          was: qualified(...choice.was),
          is: qualified(...choice.is),
          flag: renameFlag(choice),
        })),
      };
    case 'unknown-renames':
      return {
        reason: 'unknown-renames',
        renames: refusal.renames.map(({ was, is, why }) => ({ was: qualified(...was), is: qualified(...is), why })),
      };
    case 'data-loss':
      return {
        reason: 'data-loss',
        losses: refusal.losses.map(({ message, objects }) => ({ message, objects })),
        flag: '--allow data-loss',
      };
    case 'unproven':
      return { reason: 'unproven' };
  }
}
