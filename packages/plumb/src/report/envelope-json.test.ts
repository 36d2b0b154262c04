import { expect, test } from 'vitest';
import { Problem } from '../contract/problem.ts';
import { renderEnvelope } from './envelope-json.ts';

test('an answer is one line of JSON with every field, whether there is something in it or not', () => {
  const text = renderEnvelope(
    { command: 'db status', ok: true, data: { running: true }, findings: [], problem: null },
    false,
  );
  expect(text).toMatch(
    /^\{"plumb":"\d+\.\d+\.\d+[^"]*","command":"db status","ok":true,"data":\{"running":true\},"findings":\[\],"error":null\}$/,
  );
});

test('a problem becomes the error of the envelope, without its cause', () => {
  const problem = new Problem('AUTH_FAILED', 'No.', { hint: 'Try.', cause: new Error('secret') });
  const text = renderEnvelope({ command: 'sql', ok: false, data: undefined, findings: [], problem }, true);
  expect(JSON.parse(text)).toMatchObject({
    ok: false,
    data: null,
    error: { code: 'AUTH_FAILED', message: 'No.', hint: 'Try.' },
  });
  expect(text).not.toContain('secret');
});
