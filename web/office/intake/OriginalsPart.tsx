import { Button, Input } from 'antd';
import { usualReturnDays } from '#domain/intake/window-originals.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import { useAsk } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { dayText } from '../when.ts';
import type { OriginalTyped, Visit } from './visit.ts';

interface Props {
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
}

/** Originals that stay at the window for now: which, how many pages, where, until when. Each is tracked until it is given back. */
export function OriginalsPart({ visit, change }: Props) {
  const desk = useAsk('getWindowDesk', {});
  const usual = desk.data?.usualReturnDay ?? '';
  const set = (at: number, part: Partial<OriginalTyped>) =>
    change({ originals: visit.originals.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const add = () => {
    const place = visit.originals.at(-1)?.place ?? '';
    // A day once chosen for this visitor is that of the next paper too.
    const returnBy = visit.originals.at(-1)?.returnBy || usual;
    change({ originals: [...visit.originals, { name: '', pages: '1', place, returnBy }] });
    const id = `original-${visit.originals.length}-name`;
    setTimeout(() => document.getElementById(id)?.focus());
  };
  return (
    <section className="card" id="visit-originals" aria-labelledby="originals-title">
      <h2 id="originals-title">
        留在窗口的原件 <kbd>Alt+6</kbd>
      </h2>
      {visit.originals.length === 0 && <p className="quiet">没有留下原件就不用填。扫描后当场退还最好。</p>}
      {visit.originals.map((one, at) => (
        <div key={at} className="original-row">
          <Labelled label="哪份原件" id={`original-${at}-name`}>
            {(id) => <Input id={id} value={one.name} onChange={(event) => set(at, { name: event.target.value })} />}
          </Labelled>
          <Labelled label="页数">
            {(id) => (
              <Input
                id={id}
                inputMode="numeric"
                value={one.pages}
                onChange={(event) => set(at, { pages: event.target.value.replace(/\D/g, '').slice(0, 4) })}
              />
            )}
          </Labelled>
          <Labelled label="放在哪里">
            {(id) => <Input id={id} value={one.place} onChange={(event) => set(at, { place: event.target.value })} />}
          </Labelled>
          <Labelled label="最迟归还" id={`original-${at}-return`}>
            {(id) => (
              <Input
                id={id}
                type="date"
                max="9999-12-31"
                value={one.returnBy}
                aria-describedby={`${id}-read`}
                onChange={(event) => set(at, { returnBy: event.target.value })}
              />
            )}
          </Labelled>
          <Button
            aria-label={`去掉原件${one.name}`}
            onClick={() => change({ originals: visit.originals.filter((_, index) => index !== at) })}
          >
            去掉
          </Button>
          <p id={`original-${at}-return-read`} className="quiet original-read">
            {returnText(one.returnBy, usual)}
          </p>
        </div>
      ))}
      <Button size="small" onClick={add}>
        登记一份原件
      </Button>
    </section>
  );
}

/** The promise in full, as it will stand on the receipt. */
function returnText(returnBy: string, usual: string): string {
  if (!parsePlainDate(returnBy))
    return usual
      ? `不填就是${dayText(usual)}（${usualReturnDays} 个工作日）。`
      : `不填就是 ${usualReturnDays} 个工作日以后。`;
  const why = returnBy === usual ? `（通常的 ${usualReturnDays} 个工作日，可以改）` : '';
  return `回执上写：最迟${dayText(returnBy)}归还${why}。`;
}
