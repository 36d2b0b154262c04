import { propertyFacts } from './property-line.ts';

type Facts = Record<string, unknown>;

/** What stands below the tree: times, triggers, JIT, settings. */
export function summaryFacts(lines: readonly string[]): Facts {
  const facts: Facts = {};
  const triggers: Facts[] = [];
  let block: Facts | null = null;
  for (const line of lines) {
    const [, name = '', value = ''] = /^\s*([^:]+):\s*(.*)$/.exec(line) ?? [];
    const [, time] = /^([\d.]+) ms$/.exec(value) ?? [];
    if (time !== undefined && (name === 'Planning Time' || name === 'Execution Time')) facts[name] = Number(time);
    else if (time !== undefined && name === 'Total runtime') facts['Execution Time'] = Number(time);
    else if (name.startsWith('Trigger ')) triggers.push(triggerFacts(name, value));
    else if (name === 'Settings') facts.Settings = settingFacts(value);
    else if (name === 'Query Identifier') facts['Query Identifier'] = value;
    else if (name === 'Planning' || name === 'JIT') {
      block = {};
      facts[name] = block;
    } else if (name === 'Functions' && block !== null) block.Functions = Number(value);
    else if (name === 'Timing' && block !== null) block.Timing = timing(value);
    else if (name === 'Buffers' && block !== null) Object.assign(block, propertyFacts(line, ''));
  }
  return triggers.length === 0 ? facts : { ...facts, Triggers: triggers };
}

/** `Trigger for constraint orders_customer_fkey on orders: time=1.2 calls=3` */
function triggerFacts(name: string, value: string): Facts {
  const [, constraint, trigger] = /^Trigger (?:for constraint (\S+)|(.+?))(?: on \S+)?$/.exec(name) ?? [];
  const [, relation] = / on (\S+)$/.exec(name) ?? [];
  const [, time] = /time=([\d.]+)/.exec(value) ?? [];
  const [, calls] = /calls=([\d.]+)/.exec(value) ?? [];
  return {
    'Trigger Name': trigger ?? constraint,
    ...(constraint === undefined ? {} : { 'Constraint Name': constraint }),
    ...(relation === undefined ? {} : { Relation: relation }),
    ...(time === undefined ? {} : { Time: Number(time) }),
    Calls: Number(calls ?? 0),
  };
}

function settingFacts(value: string): Facts {
  return Object.fromEntries(
    [...value.matchAll(/([\w.]+) = '((?:[^']|'')*)'/g)].map(([, name = '', set = '']) => [
      name,
      set.replaceAll("''", "'"),
    ]),
  );
}

function timing(value: string): Facts {
  return Object.fromEntries(
    [...value.matchAll(/([A-Z]\w*) ([\d.]+) ms/g)].map(([, name = '', time]) => [name, Number(time)]),
  );
}
