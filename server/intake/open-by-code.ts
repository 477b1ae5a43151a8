import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import type { Applicant } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { countTry } from './count-tries.ts';
import { findNumber } from './intake-store.ts';
import { isQueryCode } from './query-code.ts';

/** How the ledger calls whoever acts by number and query code. */
export const codeHolder = 'query-code';

/** Number and query code as somebody typed them. */
export interface TypedCode {
  readonly number: string;
  readonly queryCode: string;
}

/** An application that number and code have opened, and the person they stand for: nobody knows a name, the ledger says by what. */
export interface OpenedByCode {
  readonly subjectKey: string;
  readonly applicationId: string;
  readonly actor: Applicant;
}

/** No application has this id: a wrong number is compared as long as a wrong code. */
const nobodys = '00000000-0000-4000-8000-000000000000';

/**
 * Opens an application without an account. A wrong number and a wrong code get the same answer, after the same work; failed tries are
 * counted by number and by address. Whoever comes in may act on this application alone: its acts check that an item is part of it.
 */
export async function openByCode(
  services: Services,
  typed: TypedCode,
  address: string,
): Promise<OpenedByCode | Refusal> {
  const number = normaliseCode(typed.number);
  const counted = await countTry(services, { number, address });
  if (isRefusal(counted)) return counted;
  const found = await services.db.read({ sees: 'none' }, (tx) => findNumber(tx, number));
  const right = isQueryCode(services.config.appSecret, found?.application_id ?? nobodys, typed.queryCode);
  if (!found || !right)
    return refuse('not-found', 'progress-not-found', '申请编号或查询码不对。编号和查询码都在收件回执上。');
  await counted.succeed();
  const { subject_key: subjectKey, application_id: applicationId } = found;
  const subject = { subjectKey, name: '', kind: 'organisation' as const, maskedIdentifier: '', as: '凭查询码' };
  return {
    subjectKey,
    applicationId,
    actor: {
      kind: 'applicant',
      sub: codeHolder,
      name: '申请人（凭查询码）',
      phone: null,
      assurance: 'basic',
      subjects: [subject],
      actingFor: subjectKey,
      idToken: null,
    },
  };
}
