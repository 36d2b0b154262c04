import { defineGroup } from '../../command.ts';
import { shadowClean } from './clean.ts';
import { shadowStatus } from './status.ts';

export const shadow = defineGroup({
  brief: 'The disposable servers on which plumb tries things out',
  commands: { status: shadowStatus, clean: shadowClean },
});
