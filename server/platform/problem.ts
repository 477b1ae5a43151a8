import type { Problem } from '#contract/wire.ts';
import type { Refusal, RefusalKind } from '#domain/refusal.ts';
import { formatCitation } from '#law/cite.ts';

/** Kind of refusal → HTTP status: the only place where the two meet. */
export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'unmet-condition': 422,
  'too-many': 429,
};

const titles: Readonly<Record<RefusalKind, string>> = {
  invalid: '填写的内容有误',
  unauthenticated: '请先登录',
  forbidden: '没有权限',
  'not-found': '没有找到',
  conflict: '情况已经变化',
  'unmet-condition': '条件还不具备',
  'too-many': '试得太频繁',
};

/** The refusal as problem+json (RFC 9457). */
export function problemOf(refusal: Refusal, correlation?: string): Problem {
  return {
    type: `urn:credit-repair:problem:${refusal.code}`,
    title: titles[refusal.kind],
    status: statusOf[refusal.kind],
    code: refusal.code,
    detail: refusal.text,
    ...(refusal.cite ? { cite: refusal.cite.map((id) => ({ id, text: formatCitation(id) })) } : {}),
    ...(refusal.fields ? { fields: [...refusal.fields] } : {}),
    ...(refusal.more ? { more: { ...refusal.more } } : {}),
    ...(correlation ? { correlation } : {}),
  };
}
