/**
 * `npm run --silent assess < cases.jsonl`: one case a line in, one answer a line out, in the same order. A line that cannot be read
 * gets `{id, error}` and the next is still read. Only the empty end after the last newline is no line.
 */
import { once } from 'node:events';
import { assessUnknown } from '#domain/record/explain.ts';

/** Longest line read, in characters: an endless line must not fill the memory. */
const LONGEST = 1_000_000;

/** The answer to one line, as it is printed. */
export function answerLine(line: string): string {
  const text = line.charCodeAt(0) === 0xfeff ? line.slice(1) : line;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const error = {
      code: 'malformed-json',
      text: text.trim() === '' ? '这一行是空的。' : '这一行不是完整的 JSON。',
      field: null,
    };
    return JSON.stringify({ id: null, error });
  }
  return JSON.stringify(assessUnknown(value));
}

/** Splits on `\n` alone: U+2028 may stand inside a JSON string. Yields null for a line that is too long. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = '';
  let skipping = false;
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      if (skipping) yield null;
      else yield part.endsWith('\r') ? part.slice(0, -1) : part;
      skipping = false;
    }
    if (rest.length > LONGEST) {
      skipping = true;
      rest = '';
    }
  }
  if (skipping) yield null;
  else if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}

const TOO_LONG = JSON.stringify({
  id: null,
  error: { code: 'line-too-long', text: `一行不能超过${LONGEST}个字符。`, field: null },
});

async function main(): Promise<void> {
  process.stdin.setEncoding('utf8');
  // A reader that has seen enough (head) closes the pipe: that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  let buffer = '';
  for await (const line of linesOf(process.stdin)) {
    buffer += `${line === null ? TOO_LONG : answerLine(line)}\n`;
    if (buffer.length > 65_536) {
      if (!process.stdout.write(buffer)) await once(process.stdout, 'drain');
      buffer = '';
    }
  }
  if (buffer !== '' && !process.stdout.write(buffer)) await once(process.stdout, 'drain');
}

if (import.meta.main) await main();
