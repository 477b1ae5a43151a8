import { proposedNames } from '#domain/casework/objections/act-on-objection.ts';
import {
  groundWords,
  type Objection,
  type ObjectionProposal,
  objectionStates,
} from '#domain/casework/objections/objection.ts';
import type { ObjectionEvent } from '#domain/casework/objections/objection-events.ts';
import { waitsFor } from '#domain/item/proposal.ts';
import { formatChinese } from '#domain/plain-date.ts';
import { listOfficers, type OfficerName } from '../access/officer-store.ts';
import { objectionEventOf } from '../casework/objections/objection-event-of.ts';
import { listObjectionEvents, lockObjection } from '../casework/objections/objection-store.ts';
import type { Services } from '../platform/app-context.ts';
import { numberOf, settled, type Task, textOf } from '../platform/task.ts';
import { derivedId } from './derived-id.ts';
import { unitOf } from './item-file.ts';
import { orderMessage } from './tell.ts';
import { nextHands } from './tell-sign-off.ts';

interface News {
  readonly officerId: string;
  readonly title: string;
  readonly body: string;
}

/**
 * Tells the people of an objection's chain whose turn it is, and who proposed that it came back or was signed; as tell-sign-off does for
 * items. Running twice tells once.
 */
export function tellObjectionHands(services: Services): Task {
  return {
    name: 'tell-objection-hands',
    async run(payload) {
      const { subjectKey } = payload;
      const objectionId = textOf(payload, 'objectionId');
      const version = numberOf(payload, 'version');
      const catalog = await services.catalog();
      settled(
        await services.db.transaction({ sees: 'all' }, async (tx) => {
          const it = await lockObjection(tx, subjectKey, objectionId);
          const rows = await listObjectionEvents(tx, subjectKey, objectionId);
          const row = rows.find((one) => one.version === version);
          if (!it || !row) throw new Error(`no objection ${objectionId} at ${version}`);
          const unit = unitOf(catalog, it.unitId);
          const people = await listOfficers(tx, it.unitId, services.clock.today());
          // Whose proposal came back stands in the proposal before it.
          const proposed = rows.filter((one) => one.version < version && one.type === 'proposed').at(-1);
          const proposer = proposed && objectionEventOf(proposed);
          for (const { officerId, title, body } of newsOf(it, version, objectionEventOf(row), people, proposer))
            await orderMessage(
              tx,
              {
                subjectKey,
                messageId: derivedId('message', subjectKey, objectionId, version, 'sign-off', officerId),
                applicationId: null,
                itemId: null,
                recordIds: [it.recordId],
                to: { kind: 'officer', unit, officerId },
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

function newsOf(
  it: Objection,
  version: number,
  event: ObjectionEvent,
  people: readonly OfficerName[],
  proposed: ObjectionEvent | undefined,
): News[] {
  const about = `异议${it.number}（${groundWords[it.ground]}）`;
  switch (event.type) {
    case 'proposed':
    case 'endorsed':
      // Somebody was faster: the news of the later entry is told by its own task.
      return it.proposal && it.version === version ? waiting(it, it.proposal, about, people) : [];
    case 'returned': {
      if (proposed?.type !== 'proposed') return [];
      const what = proposedNames[proposed.payload.proposal.act];
      return [
        {
          officerId: proposed.payload.by.id,
          title: `您提请的“${what}”被退回`,
          body: `${about}，由${event.payload.by.name}退回。理由：${event.payload.reason}\n原来填写的内容还在，改好后可以再次提请；期限照常计算。`,
        },
      ];
    }
    case 'answered':
    case 'declined': {
      const { chain } = event.payload;
      if (!chain) return [];
      const what = proposedNames[event.type === 'answered' ? 'answer' : 'decline'];
      const note = chain.signed.note ? `意见：${chain.signed.note}。` : '';
      return [
        {
          officerId: chain.proposed.by.id,
          title: `您提请的“${what}”已签发`,
          body: `${about}，由${chain.signed.by.name || '负责人'}签发。${note}文书和通知由平台自动发出。`,
        },
      ];
    }
    default:
      return [];
  }
}

function waiting(it: Objection, proposal: ObjectionProposal, about: string, people: readonly OfficerName[]): News[] {
  const step = waitsFor(proposal) === 'review' ? '审核' : '签发';
  const kind = objectionStates[it.state].clock;
  const running = kind === 'none' ? undefined : it.clocks[kind];
  const due =
    running && running.doneOn === undefined
      ? `期限${formatChinese(running.due)}，照常计算。`
      : '这一步条文没有写期限，请及时办理。';
  const reviewed = proposal.reviewed
    ? `${proposal.reviewed.by.name}已审核通过。${proposal.reviewed.note ? `意见：${proposal.reviewed.note}。` : ''}`
    : '';
  return nextHands(proposal, people).map(({ officerId }) => ({
    officerId,
    title: `等待您${step}：${proposedNames[proposal.act]}`,
    body: `${about}，${proposal.by.name}提请“${proposedNames[proposal.act]}”。${reviewed}${due}在“审核签发”里办理。`,
  }));
}
