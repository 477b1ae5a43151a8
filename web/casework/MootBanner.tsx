import type { ItemView } from '#contract/casework.ts';
import { Cites } from '../office/Cites.tsx';

/** On top of an open item whose record has nothing left to repair, or may have: what happened, what to do. */
export function MootBanner({ view: { moot } }: { view: ItemView }) {
  if (!moot) return null;
  return (
    <section className="urgings" aria-label="失信信息的变动">
      <p>
        <span className={`chip chip-${moot.refuses ? 'bad' : 'attention'}`}>
          {moot.refuses ? '! 不用再修复' : '▲ 请核对'}
        </span>{' '}
        <strong>{moot.text}</strong>
        {moot.todo} <Cites cites={moot.cites} />
      </p>
    </section>
  );
}
