import { type EventOf, isInternal } from '#domain/item/events.ts';
import type { Chain, ChainAct, ChainPerson, Hands, Proposal } from '#domain/item/proposal.ts';
import { chainActNames, waitsFor } from '#domain/item/proposal.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { listOfficers, type OfficerName } from '../access/officer-store.ts';
import type { Services } from '../platform/app-context.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { type ItemFile, readItemFile } from './item-file.ts';
import { orderMessage } from './tell.ts';

interface News {
  readonly officerId: string;
  readonly title: string;
  readonly body: string;
}

/**
 * Tells the people of a chain whose turn it is: reviewers and heads that something waits for them, who proposed that it came back or was
 * signed. Nobody is told of what they did themselves, nor of what they may not do. Running twice tells once.
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
          for (const { officerId, title, body } of newsOf(file, people))
            await orderMessage(
              tx,
              {
                subjectKey,
                messageId: derivedId('message', subjectKey, key.itemId, key.version, 'sign-off', officerId),
                applicationId: file.item.applicationId,
                itemId: key.itemId,
                to: { kind: 'officer', unit: file.unit, officerId },
                title,
                body,
              },
              services.clock.now(),
            );
          return null;
        }),
      );
    },
  };
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
      return chain && before.proposal && !isInternal(event.type) ? [signed(file, before.proposal.act, chain)] : [];
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
    title: `等待您${step}：${chainActNames[proposal.act]}`,
    body: `${about(file)}，${proposal.by.name}提请“${chainActNames[proposal.act]}”。${reviewed}${due}在“审核签发”里办理。`,
  }));
}

function returned(file: ItemFile, proposal: Proposal, { payload }: EventOf<'returned'>): News {
  return {
    officerId: proposal.by.id,
    title: `您提请的“${chainActNames[proposal.act]}”被退回`,
    body: `${about(file)}，由${payload.by.name}退回。理由：${payload.reason}\n原来填写的内容还在，改好后可以再次提请；办理期限照常计算。`,
  };
}

function signed(file: ItemFile, act: ChainAct, { proposed, signed: last }: Chain): News {
  return {
    officerId: proposed.by.id,
    title: `您提请的“${chainActNames[act]}”已签发`,
    body: `${about(file)}，由${nameOf(last.by)}签发。${said(last.note)}文书和通知由平台自动发出。`,
  };
}

const nameOf = (person: ChainPerson) => person.name || '负责人';
