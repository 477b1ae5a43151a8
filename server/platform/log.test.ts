import { expect, test } from 'vitest';
import { createLog, maskPersonalNumbers } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ logLevel: 'info' }, 'test', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

test('known keys are hidden at every depth used here', () => {
  const out = logged((log) =>
    log.info({
      phone: '13812345678',
      req: { headers: { cookie: 'sid=abc' } },
      subject: { identifier: '91360000MA00000000' },
    }),
  );
  expect(out).not.toMatch(/13812345678|sid=abc|91360000/);
  expect(JSON.parse(out)).toMatchObject({ process: 'test', phone: '[略]', subject: { identifier: '[略]' } });
});

test('numbers of people are masked inside messages and stacks', () => {
  const out = logged((log) => log.error(new Error('no subject 360102199001011234 reachable at 13812345678')));
  expect(out).not.toMatch(/360102199001011234|13812345678/);
  expect(out).toContain('360102**********34');
});

test('identifiers of things and instants stay readable', () => {
  const line = '{"time":1763886000123,"id":"019aa3b2-13812345678f","code":"91360000MA38XXXX0X"}';
  expect(maskPersonalNumbers(line)).toBe(line);
});

test('a request is logged without its query string', () => {
  const out = logged((log) => log.info({ req: { method: 'GET', url: '/api/v1/records?name=张三' } }));
  expect(JSON.parse(out).req).toEqual({ method: 'GET', path: '/api/v1/records' });
});
