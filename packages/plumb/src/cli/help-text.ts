import { plumbVersion } from '../contract/version.ts';
import { renderDefinitions } from '../report/definitions.ts';
import type { Look } from '../report/look.ts';
import { wrap } from '../report/text-width.ts';
import type { Help, HelpFlag } from './help.ts';

export function renderHelp(help: Help, look: Look): string {
  const prose = (text: string): string => wrap(text, Math.min(look.width, 100)).join('\n');
  const title = help.command === '' ? `${look.heading('plumb')} ${plumbVersion}: ${help.brief}` : prose(help.brief);
  const section = (name: string, body: string): string[] => (body === '' ? [] : [`${look.heading(name)}\n${body}`]);
  const definitions = (pairs: readonly (readonly [string, string])[]): string => renderDefinitions(pairs, look);
  return [
    title,
    ...(help.description === null ? [] : [prose(help.description)]),
    ...section('Usage', `  ${look.code(help.usage)}`),
    ...section('Commands', definitions(help.commands.map(({ command, brief }) => [command, brief]))),
    ...section('Arguments', definitions(help.arguments.map(({ name, brief }) => [name, brief]))),
    ...section('Examples', definitions(help.examples.map(({ command, does }) => [command, does]))),
    ...section('Flags', definitions(help.flags.map((flag) => [flagTerm(flag, help.flags), flag.brief]))),
    ...(help.commands.length === 0 ? [] : [prose('plumb <command> --help tells more, with examples.')]),
  ].join('\n\n');
}

function flagTerm({ flag, short, value }: HelpFlag, all: readonly HelpFlag[]): string {
  const indent = all.some((each) => each.short !== null) ? '    ' : '';
  return `${short === null ? indent : `${short}, `}${flag}${value === null ? '' : ` ${value}`}`;
}
