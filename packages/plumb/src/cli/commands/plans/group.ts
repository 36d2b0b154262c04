import { defineGroup } from '../../command.ts';
import { plansCheck } from './check.ts';
import { plansRecord } from './record.ts';

export const plans = defineGroup({
  brief: 'Plans of the workload, in a file that is committed',
  commands: { record: plansRecord, check: plansCheck },
});
