import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./assess.ts', import.meta.url));
const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

/** Feeds bytes in pieces and returns the lines printed. */
async function feed(pieces: readonly (string | Buffer)[]): Promise<unknown[]> {
  const child = spawn(node, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  for (const piece of pieces) child.stdin.write(piece);
  child.stdin.end();
  let out = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) out += chunk;
  return out === ''
    ? []
    : out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
}

const line = (id: unknown) =>
  JSON.stringify({
    id,
    matter: 'market-penalty',
    subjectType: 'organisation',
    findingDate: '2026-01-05',
    publishedDate: '2026-01-20',
    penalties: [{ kind: '没收违法所得' }],
    dutiesPerformed: true,
    on: '2026-11-23',
  });

describe('assess, line by line', () => {
  it('answers every line in order and goes on after a bad one', async () => {
    const answers = await feed([
      `${line('一')}\n{"id":2,\n\n[]\r\n`,
      `${line(5)}\r\n{"id":"6","matter":"x"}\n${line('last')}`,
    ]);
    expect(answers).toHaveLength(7);
    expect(answers.map((answer) => (answer as { id: unknown }).id)).toEqual(['一', null, null, null, 5, '6', 'last']);
    expect(answers[1]).toMatchObject({ error: { code: 'malformed-json', field: null } });
    expect(answers[2]).toMatchObject({ error: { code: 'malformed-json', text: '这一行是空的。' } });
    expect(answers[3]).toMatchObject({ error: { code: 'not-an-object' } });
    expect(answers[4]).toMatchObject({ verdict: 'repairable-now' });
    expect(answers[5]).toMatchObject({ error: { code: 'unknown-value', field: 'matter' } });
  });

  it('keeps a character cut between two chunks, a line separator inside a string and a leading mark', async () => {
    const bytes = Buffer.from(`\uFEFF${line('江\u2028西')}\n`);
    const answers = await feed([bytes.subarray(0, 10), bytes.subarray(10)]);
    expect(answers).toMatchObject([{ id: '江\u2028西', verdict: 'repairable-now' }]);
  });

  it('says nothing to nothing, and refuses a line without end', async () => {
    expect(await feed([])).toEqual([]);
    const answers = await feed(['x'.repeat(3_000_000), `\n${line(1)}\n`]);
    expect(answers).toMatchObject([{ error: { code: 'line-too-long' } }, { id: 1 }]);
  });
});
