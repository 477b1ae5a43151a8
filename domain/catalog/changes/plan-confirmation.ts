import { type Confirmation, lawBook, namePaper } from '#law/law-book.ts';
import { findPoint, type Point, type PointValue, sayAnswer } from '#law/points.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Catalog } from '../catalog.ts';
import type { ChangePlan, ProposedChange } from './catalog-change.ts';
import { checkPaper, checkSpan, saySpan } from './office-rows.ts';

/** A named office's written answer: it turns the point sure from its day on. */
export function planConfirmation(
  catalog: Catalog,
  change: ProposedChange<'confirmation'>,
  changeId: string,
): ChangePlan | Refusal {
  const { target, effectiveOn, content } = change;
  const point = findPoint(target);
  if (!point)
    return refuse('not-found', 'no-such-point', `没有“${target}”这个待确认的问题。`, {
      fields: [{ field: 'target', text: '请从待确认问题清单中选择' }],
    });
  const until = content.until ?? null;
  const standing = catalog.law.confirmations.filter((row) => row.point === target);
  const refusal =
    checkAnswer(point, content.value) ??
    checkPaper(content.paper, effectiveOn) ??
    checkSpan(standing, effectiveOn, until, '这个问题');
  if (refusal) return refusal;
  const row: Confirmation = {
    id: changeId,
    point: target,
    value: content.value,
    from: effectiveOn,
    to: until,
    paper: content.paper,
  };
  const before = catalog.law.confirmed(target, effectiveOn);
  return {
    after: { ...catalog, law: lawBook({ ...catalog.law, confirmations: [...catalog.law.confirmations, row] }) },
    diff: [
      {
        label: point.name,
        before: before ? sayAnswer(point, before.value) : `未确认：${point.until}`,
        after: `${sayAnswer(point, content.value)}（${saySpan(effectiveOn, until)}）`,
      },
      { label: '依据', before: before ? namePaper(before.paper) : null, after: namePaper(content.paper) },
    ],
  };
}

function checkAnswer(point: Point, value: PointValue): Refusal | null {
  const fault = (text: string) =>
    refuse('invalid', 'answer-unknown', `${text}。`, { fields: [{ field: 'content.value', text }] });
  if (point.answer === 'choice') {
    if (typeof value === 'string' && point.choices.some((one) => one.value === value)) return null;
    return fault(`答复只能是：${point.choices.map((one) => one.label).join('、')}`);
  }
  if (typeof value === 'string') return fault('请写明等待的月数和起算日');
  return Number.isInteger(value.months) && value.months >= 0 && value.months <= 36
    ? null
    : fault('等待期应为0至36个月，不能比最长公示期更长');
}
