import type { ItemView } from '#contract/casework.ts';
import type { Verification } from '#domain/item/events.ts';
import { dayText } from '../office/when.ts';
import { verifyMethods } from '../office/words.ts';
import { useReading } from './reading/use-reading.ts';

const resultChips = {
  met: { look: 'good', text: '✓ 符合' },
  'not-met': { look: 'bad', text: '! 不符合' },
  open: { look: 'attention', text: '▲ 还不能确定' },
} as const;

/** What was checked for one condition (or, without one, for the whole): who, when, how, where, with which result. */
export function Verifications({ view, condition }: { view: ItemView; condition?: string }) {
  const found = view.timeline.filter(
    (one) => one.type === 'verified' && (one.payload as unknown as Verification | undefined)?.condition === condition,
  );
  const { papers, open } = useReading();
  if (found.length === 0) return null;
  return (
    <ul className="verifications">
      {found.map((one) => {
        const said = one.payload as unknown as Verification;
        const chip = said.result && resultChips[said.result];
        return (
          <li key={one.version}>
            {chip && <span className={`chip chip-${chip.look}`}>{chip.text}</span>}{' '}
            {verifyMethods.find((method) => method.value === said.method)?.label}：{said.finding}
            <span className="quiet">
              　{one.by}，{dayText(one.on)}
              {said.place && `，${said.place}`}
              {said.people && said.people.length > 0 && `，在场：${said.people.join('、')}`}
            </span>
            {said.attachmentIds
              ?.filter((id) => papers.some((one) => one.id === id))
              .map((id, at) => (
                <button key={id} type="button" className="link" onClick={() => open(id, condition)}>
                  看照片或材料 {at + 1}
                </button>
              ))}
          </li>
        );
      })}
    </ul>
  );
}
