import type { AgentActView } from '#contract/authorisations.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findAuthorisations } from '../access/authorisation-store.ts';
import type { LedgerRow } from '../item/ledger.ts';
import { eventTitle } from '../item/timeline.ts';
import { type Actor, isAgent, scopeOf, standingFor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';

interface EventRow {
  readonly type: LedgerRow['type'];
  readonly at: string;
  readonly actor: { readonly name: string; readonly authorisationId: string };
  readonly item_id: string;
  readonly application_id: string;
  readonly number: string;
}

interface DraftRow {
  readonly authorisation_id: string;
  readonly updated_at: string;
  readonly records: number;
}

interface QuestionRow {
  readonly asked_by: { readonly name: string; readonly authorisationId: string };
  readonly asked_at: string;
  readonly item_id: string;
  readonly application_id: string;
  readonly text: string;
}

const most = 300;

/** What agents did in the name of an enterprise, from the ledger, the questions and the drafts that still stand; newest first. */
export async function listAgentActs(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Promise<{ acts: AgentActView[] } | Refusal> {
  if (actor.kind !== 'applicant' || !standingFor(actor, subjectKey) || isAgent(actor, subjectKey))
    return refuse('not-found', 'subject-not-yours', '没有找到这个主体，或者您不能代表它办理。');
  return services.db.read(scopeOf(actor), async (tx) => {
    const names = new Map(
      (await findAuthorisations(tx, subjectKey)).map((row) => [row.authorisation_id, row.agent_name]),
    );
    const acts = [
      ...(await readEvents(tx, subjectKey)),
      ...(await readQuestions(tx, subjectKey)),
      ...(await readDrafts(tx, subjectKey, names)),
    ];
    return { acts: acts.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most) };
  });
}

async function readEvents(tx: Tx, subjectKey: string): Promise<AgentActView[]> {
  const rows = await tx.query<EventRow>(
    'agent-events',
    `select e.type, e.at, e.actor, e.item_id, i.application_id, i.number from item_event e
     join item i on i.subject_key = e.subject_key and i.item_id = e.item_id
     where e.subject_key = $1 and e.actor ? 'authorisationId' order by e.at desc limit ${most}`,
    [subjectKey],
  );
  return rows.map((row) => ({
    authorisationId: row.actor.authorisationId,
    agentName: row.actor.name,
    at: row.at,
    what: eventTitle(row.type),
    number: row.number,
    applicationId: row.application_id,
    itemId: row.item_id,
  }));
}

async function readQuestions(tx: Tx, subjectKey: string): Promise<AgentActView[]> {
  const rows = await tx.query<QuestionRow>(
    'agent-questions',
    `select asked_by, asked_at, item_id, application_id, text from question
     where subject_key = $1 and asked_by ? 'authorisationId' order by asked_at desc limit ${most}`,
    [subjectKey],
  );
  return rows.map((row) => ({
    authorisationId: row.asked_by.authorisationId,
    agentName: row.asked_by.name,
    at: row.asked_at,
    what: `向办理单位提问：${row.text}`,
    number: null,
    applicationId: row.application_id,
    itemId: row.item_id,
  }));
}

async function readDrafts(tx: Tx, subjectKey: string, names: ReadonlyMap<string, string>): Promise<AgentActView[]> {
  const rows = await tx.query<DraftRow>(
    'agent-drafts',
    `select authorisation_id, updated_at, jsonb_array_length(content -> 'recordIds') as records from draft
     where subject_key = $1 and authorisation_id is not null order by updated_at desc limit ${most}`,
    [subjectKey],
  );
  return rows.map((row) => ({
    authorisationId: row.authorisation_id,
    agentName: names.get(row.authorisation_id) ?? '受托经办人',
    at: row.updated_at,
    what: `填写申请草稿（${row.records} 条信息），还没有提交`,
    number: null,
    applicationId: null,
    itemId: null,
  }));
}
