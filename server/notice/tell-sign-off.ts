import { type EventOf, isInternal } from '#domain/item/events.ts';
import type { Chain, ChainAct, ChainPerson, Hands, Proposal } from '#domain/item/proposal.ts';
import { chainActNames, waitsFor } from '#domain/item/proposal.ts';
import { itemStates } from '#domain/item/states.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { listOfficers, type OfficerName } from '../access/officer-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { gatherNews, type OfficerNews } from './gather-news.ts';
import { type ItemFile, readItemFile } from './item-file.ts';
import { orderMessage } from './tell.ts';

/** Told alone: it has a reason of its own to read. */
type Alone = Pick<OfficerNews, 'officerId' | 'title' | 'body'>;
type News = Alone | OfficerNews;

/**
 * Tells the people of a chain whose turn it is: reviewers and heads that something waits for them, who proposed that it came back, was
 * signed or lapsed. What waits and what was signed is gathered, so that a batch is one message; what came back or lapsed is told alone,
 * with its reason. Nobody is told of what they did themselves, nor of what they may not do. Running twice tells once.
 */
export function tellSignOff(services: Services): Task {
  return {
    name: 'tell-sign-off',
    async run(payload) {
      const { subjectKey } = payload;
      const key = { subjectKey, itemId: textOf(payload, 'itemId'), version: numberOf(payload, 'version') };
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const file = await readItemFile(tx, catalog, key);
          const people = await listOfficers(tx, file.unit.unitId, services.clock.today());
          const now = services.clock.now();
          for (const news of newsOf(file, people))
            if ('kind' in news) await gatherNews(tx, file.unit, news, now);
            else await tellAlone(tx, file, news, now);
          return null;
        }),
      );
    },
  };
}

/** A message of its own to somebody of the unit about one item. */
async function tellAlone(
  tx: Tx,
  { item, unit }: ItemFile,
  { officerId, title, body }: Alone,
  now: Date,
): Promise<void> {
  await orderMessage(
    tx,
    {
      subjectKey: item.subjectKey,
      messageId: derivedId('message', item.subjectKey, item.itemId, item.version, 'sign-off', officerId),
      applicationId: item.applicationId,
      itemId: item.itemId,
      to: { kind: 'officer', unit, officerId },
      title,
      body,
    },
    now,
  );
}

/** Who may take the next step of a proposal: never the proposer, and who reviewed does not sign. */
export function nextHands(proposal: Hands, people: readonly OfficerName[]): readonly OfficerName[] {
  const role = waitsFor(proposal) === 'review' ? 'reviewer' : 'head';
  const barred = [proposal.by.id, proposal.reviewed?.by.id];
  return people.filter((one) => one.roles.includes(role) && !barred.includes(one.officerId));
}

function newsOf(file: ItemFile, people: readonly OfficerName[]): News[] {
  const { event, item, before } = file;
  switch (event.type) {
    case 'proposed':
    case 'endorsed':
      return item.proposal ? waiting(file, item.proposal, people) : [];
    case 'returned':
      return before.proposal ? [returned(file, before.proposal, event)] : [];
    default: {
      const { chain } = event.payload as { chain?: Chain };
      if (isInternal(event.type) || !before.proposal) return [];
      if (chain) return [signed(file, before.proposal.act, chain)];
      return item.proposal ? [] : [lapsed(file, before.proposal)];
    }
  }
}

const about = ({ item, record }: ItemFile) => `办件${item.number}（${record.doc_number}）`;
const said = (words: string) => (words ? `意见：${words}。` : '');

function waiting(file: ItemFile, proposal: Proposal, people: readonly OfficerName[]): News[] {
  const { clocks, state } = file.item;
  const running = state === 'accepted' ? clocks.decision : state === 'lodged' ? clocks.acceptance : undefined;
  const step = waitsFor(proposal) === 'review' ? '审核' : '签发';
  const due = running && running.doneOn === undefined ? `办理期限${formatChinese(running.due)}，照常计算。` : '';
  const reviewed = proposal.reviewed ? `${proposal.reviewed.by.name}已审核通过。${said(proposal.reviewed.note)}` : '';
  return nextHands(proposal, people).map(({ officerId }) => ({
    officerId,
    kind: waitsFor(proposal),
    item: lineOf(file, `${proposal.by.name}提请“${chainActNames[proposal.act]}”`),
    many: (count) => ({
      title: `等待您${step}：${count} 件`,
      end: '办理期限照常计算。在“审核签发”里办理，可以成批办理。',
    }),
    title: `等待您${step}：${chainActNames[proposal.act]}`,
    body: `${about(file)}，${proposal.by.name}提请“${chainActNames[proposal.act]}”。${reviewed}${due}在“审核签发”里办理。`,
  }));
}

const lineOf = (file: ItemFile, what: string): OfficerNews['item'] => ({
  subjectKey: file.item.subjectKey,
  itemId: file.item.itemId,
  version: file.item.version,
  line: `${about(file)}，${what}`,
});

/** What became of the item while the proposal waited, in words for who proposed. */
const lapseWords: Partial<Record<ItemFile['event']['type'], string>> = {
  withdrawn: '申请人撤回了申请，这一件已经办结，不用再办理。',
  corrected: '申请人交来了补正材料。请按补齐的材料重新审查，再次提请。',
  extended: '办理期限已经延长。请按新的期限办理，需要时再次提请。',
};

function lapsed(file: ItemFile, proposal: Proposal): Alone {
  const now =
    lapseWords[file.event.type] ?? `这一件已经是“${itemStates[file.item.state].office}”。请打开办件看现在能办什么。`;
  return {
    officerId: proposal.by.id,
    title: `您提请的“${chainActNames[proposal.act]}”已失效`,
    body: `${about(file)}。${now}原来的提请没有签发，不编文号，没有对外发出。`,
  };
}

function returned(file: ItemFile, proposal: Proposal, { payload }: EventOf<'returned'>): Alone {
  return {
    officerId: proposal.by.id,
    title: `您提请的“${chainActNames[proposal.act]}”被退回`,
    body: `${about(file)}，由${payload.by.name}退回。理由：${payload.reason}\n原来填写的内容还在，改好后可以再次提请；办理期限照常计算。`,
  };
}

function signed(file: ItemFile, act: ChainAct, { proposed, signed: last }: Chain): OfficerNews {
  return {
    officerId: proposed.by.id,
    kind: 'signed',
    item: lineOf(file, `“${chainActNames[act]}”由${nameOf(last.by)}签发`),
    many: (count) => ({ title: `您提请的 ${count} 件已签发`, end: '文书和通知由平台自动发出。' }),
    title: `您提请的“${chainActNames[act]}”已签发`,
    body: `${about(file)}，由${nameOf(last.by)}签发。${said(last.note)}文书和通知由平台自动发出。`,
  };
}

const nameOf = (person: ChainPerson) => person.name || '负责人';
