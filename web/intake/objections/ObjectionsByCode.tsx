import { useMutation, useQuery } from '@tanstack/react-query';
import type { ObjectionByCode, ObjectionsByCode as View } from '#contract/objection-by-code.ts';
import { call } from '../../api.ts';
import { asProblem } from '../../api-problem.ts';
import { Banner } from '../../ui/Banner.tsx';
import { CitedReasons } from '../../ui/CitedReasons.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StateLine } from '../../ui/StateLine.tsx';
import { WhyThisDate } from '../../ui/WhyThisDate.tsx';
import { type HeldCode, saveObjectionPaper } from '../file-by-code.ts';
import { LodgeByCode } from './LodgeByCode.tsx';

/** Beside the items: what was objected to and how it stands, and the way to object to what was not accepted or refused. */
export function ObjectionsByCode({ code, about }: { code: HeldCode; about: string }) {
  const asked = useQuery({
    queryKey: ['objections-by-code', code.number, code.queryCode, about],
    queryFn: () => call('listObjectionsByCode', { body: code }),
  });
  if (asked.error)
    return (
      <Banner tone="bad" title="没有查到异议的情况">
        <p>{asProblem(asked.error).detail}</p>
      </Banner>
    );
  const items = asked.data?.items.filter((one) => one.way !== null || one.objections.length > 0) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="objections-by-code">
      <h3 id="objections-by-code">异议</h3>
      {items.map((one) => (
        <OneItem key={one.itemNumber} item={one} code={code} again={() => void asked.refetch()} />
      ))}
    </section>
  );
}

function OneItem({ item, code, again }: { item: View['items'][number]; code: HeldCode; again: () => void }) {
  const { way } = item;
  return (
    <div className="stack">
      {item.objections.map((one) => (
        <Standing key={one.number} one={one} code={code} />
      ))}
      {way && !way.open && (
        <details className="unfold">
          <summary>对办件 {item.itemNumber} 的结果有异议</summary>
          {way.elsewhere ? (
            <Banner title="这件事不在本平台提，请这样办">
              <CitedReasons reasons={[way.elsewhere]} />
            </Banner>
          ) : (
            <>
              <CitedReasons reasons={way.rules} />
              {way.whyNot ? (
                <Banner tone="bad" title="现在不能提这件异议">
                  <CitedReasons reasons={[way.whyNot]} />
                </Banner>
              ) : (
                <LodgeByCode item={item} way={way} code={code} done={again} />
              )}
            </>
          )}
        </details>
      )}
    </div>
  );
}

const outcomes = { upheld: '异议成立', 'partly-upheld': '异议部分成立', rejected: '异议不成立' } as const;

function Standing({ one, code }: { one: ObjectionByCode; code: HeldCode }) {
  const file = useMutation({
    mutationFn: (paper: ObjectionByCode['papers'][number]) => saveObjectionPaper(code, paper),
  });
  const { due } = one;
  return (
    <div className="stack">
      <p>
        {one.groundText} · 异议编号 <span className="number">{one.number}</span> · 办理单位 {one.unitName}
      </p>
      <StateLine
        turn={one.publicText}
        turnLabel={one.closedOn ? '结果' : '轮到谁'}
        tone={one.answer?.outcome === 'upheld' ? 'good' : 'others'}
        until={
          due ? (
            <>
              {due.label}最晚 <DateText date={due.due} />
              <WhyThisDate
                from={due.start}
                add={due.days}
                cites={due.cites}
                label={due.label}
                provisional={due.provisional}
              />
            </>
          ) : one.closedOn ? undefined : (
            '条文没有写明这一步的期限'
          )
        }
        todo={one.closedOn ? '不用再做什么' : '不用做什么，有结果会发短信通知您'}
      />
      {one.answer && (
        <>
          <p>
            <strong>答复：{outcomes[one.answer.outcome]}</strong>，<DateText date={one.answer.on} />
          </p>
          <ul>
            {one.answer.findings.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {one.remedies.length > 0 && (
        <details className="unfold">
          <summary>不服的，还可以</summary>
          <CitedReasons reasons={one.remedies} />
        </details>
      )}
      <ul className="plain stack">
        {one.papers.map((paper) => (
          <li key={paper.paperId}>
            {paper.state === 'printed' ? (
              <button type="button" className="link-button" onClick={() => file.mutate(paper)}>
                下载《{paper.title}》
              </button>
            ) : (
              <>
                《{paper.title}》 <span className="tag">正在生成，请稍后再查</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {file.error && (
        <p className="bad" role="alert">
          {asProblem(file.error).detail}
        </p>
      )}
      <details className="unfold">
        <summary>经过</summary>
        <ol className="plain stack">
          {one.timeline.map((entry) => (
            <li key={entry.title + entry.day + entry.text}>
              <strong>{entry.title}</strong> <DateText date={entry.day} />，{entry.by}
              {entry.text && <p>{entry.text}</p>}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
