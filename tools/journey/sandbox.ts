import { check } from './steps.ts';

/** A message as the inbox of a stand-in shows it. */
export interface InboxMessage {
  readonly to: string;
  readonly title?: string;
  readonly text: string;
  readonly state: string;
}

/** The controls of the stand-ins: what nobody has outside a demonstration. */
export interface Sandbox {
  setMode(system: string, mode: 'ok' | 'down'): Promise<void>;
  /** What a stand-in shall decide about one matter, found by any of its numbers. */
  script(system: string, match: string, outcome: string, reasons: readonly string[]): Promise<void>;
  /** What other offices share about a subject (sandbox/systems/shared-data.ts). */
  share(facts: { readonly identifier: string; readonly payments?: readonly object[] }): Promise<void>;
  inbox(system: 'sms' | 'ganfutong', to: string): Promise<readonly InboxMessage[]>;
}

/** Opens the controls at the origin the login led to. */
export function openSandbox(origin: URL): Sandbox {
  async function post(path: string, body: object): Promise<void> {
    const reply = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    check(reply.ok, `仿真服务没有接受 ${path}：${reply.status} ${await reply.text()}`);
  }
  return {
    share: (facts) => post('/control/shared-data', facts),
    setMode: (system, mode) => post('/control/mode', { system, mode }),
    script: (system, match, outcome, reasons) => post('/control/scripts', { system, match, outcome, reasons }),
    async inbox(system, to) {
      const url = new URL(`/${system}/inbox?to=${encodeURIComponent(to)}`, origin);
      const reply = await fetch(url, { headers: { accept: 'application/json' } });
      check(reply.ok, `打不开${system}的收件箱：${reply.status}`);
      return ((await reply.json()) as { messages: InboxMessage[] }).messages;
    },
  };
}
