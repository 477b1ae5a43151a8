import type { ItemSummary } from '#contract/item.ts';
import { useSession } from '../access/use-session.ts';
import { DateText } from '../ui/DateText.tsx';
import { StateLine } from '../ui/StateLine.tsx';
import { Stepper } from '../ui/Stepper.tsx';
import { WhyThisDate } from '../ui/WhyThisDate.tsx';
import { lastDayWords, nextOf, stagesOf, todoOf, toneOf, turnOf } from './item-words.ts';

/** Where an item stands: its way, whose turn it is, until when and why that day, what the applicant does now. */
export function ItemState({ item, explain = true }: { item: ItemSummary; explain?: boolean }) {
  const { due } = item;
  // Whoever came with a query code alone sees the count of days, not the file.
  const mine = useSession().data?.subjects.some((one) => one.subjectKey === item.subjectKey);
  return (
    <div className="stack">
      <Stepper stages={stagesOf(item)} />
      <StateLine
        tone={toneOf(item)}
        turnLabel={item.closedOn ? '结果' : undefined}
        turn={turnOf(item)}
        until={
          due &&
          !item.closedOn && (
            <>
              {lastDayWords(due)}
              <DateText date={due.due} />
              {due.standing === 'overdue' ? (
                <span className="bad"> 已超过期限</span>
              ) : (
                <span className="small">
                  （{due.workingDaysLeft === 0 ? '今天到期' : `还有 ${due.workingDaysLeft} 个工作日`}）
                </span>
              )}
              {explain && (
                <WhyThisDate
                  from={due.start}
                  add={due.days}
                  cites={due.cites}
                  label={due.label}
                  provisional={due.provisional}
                  clock={mine ? { subjectKey: item.subjectKey, itemId: item.itemId, kind: due.kind } : undefined}
                />
              )}
            </>
          )
        }
        todo={todoOf(item)}
        since={item.since && !item.closedOn && <DateText date={item.since} />}
        next={item.closedOn ? undefined : nextOf(item)}
        contact={<Contact item={item} />}
      />
    </div>
  );
}

/** The unit that decides, with its telephone where it has entered one. */
function Contact({ item }: { item: ItemSummary }) {
  if (!item.unitPhone) return <>{item.unitName}</>;
  return (
    <>
      {item.unitName}，<a href={`tel:${item.unitPhone}`}>{item.unitPhone}</a>
    </>
  );
}
