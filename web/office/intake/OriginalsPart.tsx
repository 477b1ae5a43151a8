import { Button, Input } from 'antd';
import { Labelled } from '../Labelled.tsx';
import type { OriginalTyped, Visit } from './visit.ts';

interface Props {
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
}

/** Originals that stay at the window for now: which, how many pages, where. Each is tracked until it is given back. */
export function OriginalsPart({ visit, change }: Props) {
  const set = (at: number, part: Partial<OriginalTyped>) =>
    change({ originals: visit.originals.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const add = () => {
    const place = visit.originals.at(-1)?.place ?? '';
    change({ originals: [...visit.originals, { name: '', pages: '1', place }] });
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
          <Button
            aria-label={`去掉原件${one.name}`}
            onClick={() => change({ originals: visit.originals.filter((_, index) => index !== at) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button size="small" onClick={add}>
        登记一份原件
      </Button>
    </section>
  );
}
