import '../counter.css';
import { useParams } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ObjectionWay } from '#contract/objection-views.ts';
import { formatChinese } from '#domain/plain-date.ts';
import type { ReplyTo } from '../../../api.ts';
import { useFilters, useGo } from '../../address.ts';
import { useAsk } from '../../ask.ts';
import { Cites } from '../../Cites.tsx';
import { KeysDialog } from '../../KeysDialog.tsx';
import { Loaded } from '../../Loaded.tsx';
import { Page } from '../../Page.tsx';
import { useOfficer } from '../../session.ts';
import { VisitorPart } from '../VisitorPart.tsx';
import { beginVisit } from '../visit.ts';
import { goToPoint, type OpenPoint, personPoints } from '../visit-points.ts';
import { ObjectionContent } from './ObjectionContent.tsx';
import { useCounterObjection } from './use-counter-objection.tsx';

const keys = [
  ['Alt + 1', '来访人'],
  ['Alt + 2', '对什么有异议'],
  ['Alt + 3', '内容和理由'],
  ['Alt + 0', '下一处没有完成的'],
  ['Ctrl + Enter', '提交'],
  ['?', '看这些键（不在输入框里时）'],
] as const;

type Ways = ReplyTo<'getObjectionWays'>;
type Prefill = ReplyTo<'getPrefill'>;

/** 代提异议: who stands there, what is objected to, the same form as online; a receipt at the end. */
export function CounterObjection() {
  const { subjectKey } = useParams({ strict: false }) as { subjectKey: string };
  const [{ record = '', item }] = useFilters();
  const go = useGo();
  const ways = useAsk('getObjectionWays', { params: { subjectKey, recordId: record } }, { staleTime: Infinity });
  const known = useAsk('getPrefill', { params: { subjectKey } }, { staleTime: Infinity });
  return (
    <Page
      title="代提异议"
      intro="和网上提出的一样办理；核对来访人的身份，写明哪里不对，打印回执。"
      acts={<Button onClick={() => go(`/window/${subjectKey}`)}>回到这位来访人</Button>}
    >
      <Loaded query={ways} rows={8}>
        {(reply) => (
          <Loaded query={known} rows={6}>
            {(prefill) => (
              <Counter subjectKey={subjectKey} recordId={record} item={item} ways={reply} known={prefill} />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

const keyOf = (way: ObjectionWay) => way.itemId ?? way.ground;

interface CounterProps {
  readonly subjectKey: string;
  readonly recordId: string;
  readonly item: string | undefined;
  readonly ways: Ways;
  readonly known: Prefill;
}

function Counter({ subjectKey, recordId, item, ways, known }: CounterProps) {
  const { today } = useOfficer();
  const begun = useMemo(() => beginVisit(known.form), [known.form]);
  const [visit, setVisit] = useState(begun);
  const [chosen, choose] = useState(item ?? '');
  const way = ways.ways.find((one) => keyOf(one) === chosen);
  const form = useCounterObjection({ subjectKey, recordId, way, visit, contact: ways.contact });
  const [tried, setTried] = useState(false);
  const points: OpenPoint[] = [
    ...personPoints(visit, today),
    ...(way ? [] : [{ id: 'objection-ground', text: '选择对什么有异议。' }]),
    ...form.points,
  ];
  const submit = () => {
    setTried(true);
    if (points.length === 0) form.send();
  };
  useCounterKeys(points, submit);
  const { record } = ways;
  return (
    <>
      <div className="counter">
        <div className="counter-visitor">
          <VisitorPart
            subjectKey={subjectKey}
            visit={visit}
            change={(part) => setVisit((was) => ({ ...was, ...part }))}
          />
        </div>
        <div className="counter-form">
          <section className="card" id="objection-ground" tabIndex={-1} aria-labelledby="ground-title">
            <h2 id="ground-title">
              对什么有异议 <kbd>Alt+2</kbd>
            </h2>
            <p>
              <strong>{record.plain}</strong>
            </p>
            <p className="quiet">
              {formatChinese(record.findingDate)} · {record.organName} · {record.docNumber}
            </p>
            <Radio.Group
              aria-label="对什么有异议"
              value={chosen}
              onChange={(event) => choose(String(event.target.value))}
              options={ways.ways.map((one) => ({ value: keyOf(one), label: one.label }))}
            />
            {way && <WayNote way={way} />}
          </section>
          {way && form.open && <ObjectionContent form={form} way={way} subjectKey={subjectKey} ways={ways} />}
          <section className="card" aria-label="提交">
            {tried && points.length > 0 && <Points points={points} />}
            {form.refused}
            <Button
              type="primary"
              size="large"
              block
              loading={form.busy}
              disabled={way !== undefined && !form.open}
              onClick={submit}
              title="也可以按 Ctrl + Enter"
            >
              提交异议
            </Button>
          </section>
        </div>
      </div>
      <KeysDialog keys={keys} />
    </>
  );
}

/** By which rule, until when, or why not here and now. */
function WayNote({ way }: { way: ObjectionWay }) {
  if (way.open) return <p role="status">对同一件事的异议 {way.open.number} 还在处理，不用再提。</p>;
  const bar = way.elsewhere ?? way.whyNot;
  if (bar)
    return (
      <p role="status">
        {bar.text} <Cites cites={bar.cites} />
      </p>
    );
  return (
    <>
      {way.until && <p>最晚在{formatChinese(way.until)}提出。</p>}
      <ul className="tight">
        {way.rules.map((one) => (
          <li key={one.text}>
            {one.text} <Cites cites={one.cites} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Points({ points }: { points: readonly OpenPoint[] }) {
  return (
    <div className="error-summary" role="alert">
      <strong>还有 {points.length} 处没有完成（Alt + 0 去第一处）</strong>
      <ul className="tight">
        {points.map((one) => (
          <li key={one.id + one.text}>
            <a
              href={`#${one.id}`}
              onClick={(event) => {
                event.preventDefault();
                goToPoint(one.id);
              }}
            >
              {one.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const places: Readonly<Record<string, string>> = { 1: 'visit-persons', 2: 'objection-ground', 3: 'objection-content' };

/** Alt and a number goes to a part, Ctrl+Enter submits: as at the counter's other form. */
function useCounterKeys(points: readonly OpenPoint[], submit: () => void): void {
  const latest = useRef({ points, submit });
  latest.current = { points, submit };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return latest.current.submit();
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
      const id = digit === '0' ? latest.current.points[0]?.id : places[digit ?? ''];
      if (!id) return;
      event.preventDefault();
      goToPoint(id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
