import { defineGroup } from '../../command.ts';
import { profileCapture } from './capture.ts';
import { profileDiff } from './diff.ts';
import { profileScale } from './scale.ts';
import { profileShow } from './show.ts';

export const profile = defineGroup({
  brief: "What production's planner knows, in a file",
  commands: { capture: profileCapture, show: profileShow, diff: profileDiff, scale: profileScale },
});
