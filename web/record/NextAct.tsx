import type { WayOut } from '#contract/explanations.ts';
import { Cites } from '../ui/CitedReasons.tsx';

/** The one thing to do now, set apart from everything else; and what each class would mean where one has to be set. */
export function NextAct({ next }: { next: WayOut }) {
  return (
    <div className="next-act">
      <p>
        <span className="next-act-label">现在做什么</span> <strong>{next.text}</strong>
      </p>
      <Branches way={next} />
    </div>
  );
}

function Branches({ way }: { way: WayOut }) {
  if (way.branches.length === 0) return null;
  return (
    <ul className="reasons">
      {way.branches.map((one) => (
        <li key={one.class}>{one.text}</li>
      ))}
    </ul>
  );
}

/** 还可以: the other ways, each with its articles. */
export function OtherWays({ ways }: { ways: readonly WayOut[] }) {
  if (ways.length === 0) return null;
  return (
    <ul className="reasons">
      {ways.map((way) => (
        <li key={way.act + way.text}>
          {way.text} <Cites cites={way.cites} />
          <Branches way={way} />
        </li>
      ))}
    </ul>
  );
}
