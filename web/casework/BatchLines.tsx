import { Checkbox } from 'antd';
import type { ItemSummary } from '#contract/item.ts';
import { formatChinese } from '#domain/plain-date.ts';
import type { ReplyTo } from '../api.ts';
import { useAsk } from '../office/ask.ts';
import { checkChips } from './check-chips.ts';

/** What of an item the list of a batch shows and sends. */
export type Alike = Pick<
  ItemSummary,
  'subjectKey' | 'itemId' | 'number' | 'subjectName' | 'matterName' | 'version' | 'docNumber' | 'findingDate'
>;

interface LinesProps {
  readonly items: readonly Alike[];
  readonly kept: readonly string[];
  readonly keep: (itemIds: string[]) => void;
  readonly results: ReplyTo<'batchAct'>['results'] | undefined;
}

/** The list that is looked over before a batch act, and afterwards how each came out. */
export function BatchLines({ items, kept, keep, results }: LinesProps) {
  return (
    <ul className="plain-list batch-lines">
      {items.map((one) => {
        const result = results?.find((found) => found.itemId === one.itemId);
        return (
          <li key={one.itemId}>
            {result ? (
              <p>
                <span className={result.done ? 'chip chip-good' : 'chip chip-bad'}>
                  {result.done ? '✓ 办成' : '! 没有办成'}
                </span>{' '}
                <Named one={one} />
              </p>
            ) : (
              <Checkbox
                checked={kept.includes(one.itemId)}
                disabled={results !== undefined}
                onChange={(event) =>
                  keep(event.target.checked ? [...kept, one.itemId] : kept.filter((id) => id !== one.itemId))
                }
              >
                <Named one={one} />
              </Checkbox>
            )}
            {result?.why && <p>{result.why}</p>}
            {!results && <Checks one={one} />}
          </li>
        );
      })}
    </ul>
  );
}

function Named({ one }: { one: Alike }) {
  return (
    <>
      {one.subjectName}，{one.matterName} <span className="figures">{one.number}</span>
      <span className="batch-record">
        {one.docNumber}，{formatChinese(one.findingDate)}作出
      </span>
    </>
  );
}

/** What the platform's own checks found against the item: looked at here, before many are done at one press. */
function Checks({ one: { subjectKey, itemId } }: { one: Alike }) {
  const item = useAsk('getItem', { params: { subjectKey, itemId } }, { staleTime: 60_000 });
  if (item.error) return <p className="quiet">平台的核查结果没有读到，请打开这一件看。</p>;
  if (!item.data) return <p className="quiet">正在读平台的核查结果…</p>;
  const found = item.data.checks.filter((check) => check.result !== 'ok');
  if (found.length === 0) return <p className="quiet">✓ 平台核查没有发现要注意的。</p>;
  return (
    <ul className="plain-list batch-checks">
      {found.map((check) => (
        <li key={check.key}>
          <span className={`chip chip-${checkChips[check.result].look}`}>{checkChips[check.result].text}</span>{' '}
          {check.name}：{check.text}
        </li>
      ))}
    </ul>
  );
}
