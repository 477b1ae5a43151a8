/** What a stand-in answers: status and JSON. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An agreed reply. */
export function answer(body: Readonly<Record<string, unknown>>, status = 200): Answer {
  return { status, body };
}

/** problem+json (RFC 9457) with a Chinese sentence. */
export function problem(status: number, code: string, detail: string): Answer {
  return { status, body: { type: 'about:blank', title: code, status, code, detail } };
}
